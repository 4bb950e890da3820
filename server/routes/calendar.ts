import type { Route, RouteAnswer } from '../http/route.ts';

/** Where calendars are read, below the public address. */
const CALENDAR_PATH = '/calendar';

/** Programs look every few hours; more than this in a minute is none of them. */
const MOST_A_MINUTE = { ofOne: 30, unknown: 300 } as const;
const MINUTE_MS = 60_000;

/** The same for whatever leads nowhere: nobody learns whether something was there once. */
const NOT_FOUND: RouteAnswer = {
  status: 404,
  headers: { 'cache-control': 'no-store' },
  body: { error: { code: 'NOT_FOUND', message: 'There is nothing at this address.' } },
};

const TOO_MANY: RouteAnswer = {
  status: 429,
  headers: { 'cache-control': 'no-store', 'retry-after': '60' },
  body: { error: { code: 'THROTTLED', message: 'Read this calendar less often, every hour or so.' } },
};

/** Whether a program that sends this mark has the text already. */
const hasIt = (sent: string | undefined, mark: string): boolean =>
  sent?.split(',').some((one) => one.trim().replace(/^W\//, '') === mark) ?? false;

/**
 * The calendar of a plan's milestones, for whoever has its address. Its secret is all that lets in, so it stands in no log
 * and no cache that others share.
 */
export function calendarRoute(
  read: (secret: string) => Promise<{ readonly text: string; readonly mark: string } | null>,
  nowMs: () => number = () => performance.now(),
): Route {
  let minute = { startedMs: nowMs(), counts: new Map<string, number>(), unknown: 0 };
  const known = new Set<string>();
  return {
    method: 'GET',
    path: `${CALENDAR_PATH}/:file`,
    async handle({ params: { file = '' }, headers }) {
      const secret = /^([\w-]{43})\.ics$/.exec(file)?.[1];
      if (secret === undefined) return NOT_FOUND;
      if (nowMs() - minute.startedMs >= MINUTE_MS)
        minute = { startedMs: nowMs(), counts: new Map(), unknown: 0 };
      // Whoever guesses must not keep those out who know.
      if (!known.has(secret) && minute.unknown >= MOST_A_MINUTE.unknown) return NOT_FOUND;
      const count = (minute.counts.get(secret) ?? 0) + 1;
      if (known.has(secret)) minute.counts.set(secret, count);
      if (count > MOST_A_MINUTE.ofOne) return TOO_MANY;
      const found = await read(secret);
      if (found === null) {
        known.delete(secret);
        minute.unknown += 1;
        return NOT_FOUND;
      }
      known.add(secret);
      const etag = `"${found.mark}"`;
      const caching = { etag, 'cache-control': 'private, max-age=3600', 'referrer-policy': 'no-referrer' };
      if (hasIt(headers['if-none-match'], etag)) return { status: 304, headers: caching };
      return {
        status: 200,
        headers: { ...caching, 'content-type': 'text/calendar; charset=utf-8' },
        body: found.text,
      };
    },
  };
}

/** The whole address of a calendar. */
export function calendarLinkOf(publicUrl: string, secret: string): string {
  return `${publicUrl}${CALENDAR_PATH}/${secret}.ics`;
}
