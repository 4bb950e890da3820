import { setTimeout as sleep } from 'node:timers/promises';
import { deliverNotices } from '../workflow/notices/deliver-notices.ts';
import type { Benchmark, RunOptions, Size, Table } from './benchmark.ts';
import { isAllSettled, judgePosts, readLedgerEnd } from './parts/notices/judge-posts.ts';
import { type SendSite, withSendSite } from './parts/notices/send-site.ts';
import { makeSender } from './parts/notices/sender.ts';

const SIZES: Readonly<Record<Size, { readonly alerts: number; readonly rate: number }>> = {
  full: { alerts: 5_000, rate: 0.04 },
  quick: { alerts: 32, rate: 0.1 },
};
const PAUSE_MS = 50;
/** So long the whole course may take. */
const PATIENCE_MS = 45 * 60_000;

/** Whether what Teams does wrong is told apart: what was certainly not sent is sent, what perhaps was is not repeated. */
export const sends: Benchmark = {
  name: 'sends',
  title: '429 without Retry-After, 412, 502, 504 and connections cut after the message was taken',
  run: ({ size, seed }) =>
    withSendSite({ alerts: SIZES[size].alerts }, (site) => measure(site, { size, seed })),
};

async function measure(site: SendSite, { size, seed }: Pick<RunOptions, 'size' | 'seed'>): Promise<Table> {
  const { rate } = SIZES[size];
  const refuse = (code: string, at: number) => ({ kind: 'teams-refuse', code, rate, seed: seed + at });
  await site.setFaults([
    { kind: 'teams-throttle', retryAfterSeconds: 0, rate, seed },
    refuse('PreconditionFailed', 1),
    refuse('BadGateway', 2),
    refuse('GatewayTimeout', 3),
    { kind: 'teams-reset', rate, seed: seed + 4 },
  ]);
  const { database, alerts } = site;
  const sender = makeSender(database, site.place);
  const startedMs = performance.now();
  while (!(await isAllSettled(database)) && performance.now() - startedMs < PATIENCE_MS) {
    await deliverNotices(sender);
    await sleep(PAUSE_MS);
  }
  const seconds = (performance.now() - startedMs) / 1_000;
  const posts = await site.posts();
  const judged = judgePosts(posts);
  const end = await readLedgerEnd(database);
  const answered = (fits: (status: number, wasCut: boolean) => boolean) =>
    posts.filter(({ status, wasCut = false }) => fits(status, wasCut)).length;
  const told = answered((status, wasCut) => status === 201 && !wasCut);
  const unclear = answered((status, wasCut) => wasCut || status === 502 || status === 504);
  const put = answered((status) => status === 429 || status === 412);
  const sent = end.states.sent ?? 0;
  const ambiguous = end.states.ambiguous ?? 0;
  return {
    columns: ['Teams answered', 'posts', 'the ledger says'],
    rows: [
      ['201', String(told), `${sent} sent`],
      ['429, 412', String(put), 'tried again until it was taken'],
      [
        '502, 504',
        String(answered((status) => status === 502 || status === 504)),
        `${ambiguous} ambiguous, with those below`,
      ],
      ['201, cut', String(answered((_, wasCut) => wasCut)), 'ambiguous, and it stands in the channel'],
    ],
    notes: [
      `${alerts} alerts to eight channels; each sort of fault strikes ${rate * 100} % of the calls. ${judged.count} posts for ${end.attempts} tries in ${seconds.toFixed(0)} s. PostgreSQL, whatever databases were asked for; the sandbox’s connector, its limits on.`,
      `Tries by outcome: ${Object.entries(end.codes)
        .map(([name, count]) => `${name} ${count}`)
        .join(', ')}.`,
      `Most to one conversation in 1 s, 30 s and an hour: ${judged.most.slice(0, 3).join(', ')}; to the tenant in 1 s: ${judged.most.at(-1)}. Seed ${seed}.`,
    ],
    broken: [
      ...judged.broken,
      ...(judged.count === end.attempts ? [] : [`${judged.count} posts for ${end.attempts} tries.`]),
      ...(sent === told ? [] : [`${sent} are called sent, ${told} were taken and told so.`]),
      ...(ambiguous === unclear ? [] : [`${ambiguous} are called ambiguous, ${unclear} were.`]),
      ...(sent + ambiguous === alerts ? [] : [`${alerts - sent - ambiguous} of ${alerts} are neither.`]),
    ],
  };
}
