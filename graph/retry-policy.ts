/** How long and how often a request may be tried. */
export interface RetryLimits {
  /** Tries in all, the first one included. */
  readonly maxTries: number;
  /** Waiting in all between the tries of one request. */
  readonly maxTotalWaitMs: number;
}

export const DEFAULT_RETRY_LIMITS: RetryLimits = { maxTries: 5, maxTotalWaitMs: 120_000 };

/** How one try ended, when it did not end well. */
export type FailedTry =
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** What the answer asks for; `null` when it says nothing. */
      readonly retryAfterMs: number | null;
    }
  | {
      readonly kind: 'no answer';
      /** `false`: the request certainly never reached Graph. */
      readonly sent: boolean;
      /** `false`: trying again can't help (no token, foreign host). */
      readonly passing: boolean;
    };

const SECOND_MS = 1000;
const MINUTE_SECONDS = 60;
/** 507: it takes a person to make room. */
const NO_ROOM = 507;
const LONGEST_OWN_WAIT_MS = 30_000;

/**
 * How long to wait before the next try; `null` to give up. The one retry policy of Milepost:
 * - 429, and 503 that says when to come back, did nothing: any request may be repeated, after the whole time asked for.
 *   A time that is longer than we may wait is never cut short: we give up, and the caller comes back later.
 * - What never left may be repeated.
 * - Any other 5xx, a broken connection and a time-out may hide a write that was made: only a `repeatable` request
 *   (a read, a write on condition of a version, a document put in its place) is tried again, unless there is no room.
 */
export function planRetry({
  failed,
  repeatable,
  tries,
  waitedMs,
  limits,
}: {
  failed: FailedTry;
  repeatable: boolean;
  /** Tries made so far. */
  tries: number;
  /** Waited so far. */
  waitedMs: number;
  limits: RetryLimits;
}): number | null {
  if (tries >= limits.maxTries || !mayRepeat(failed, repeatable)) return null;
  const ownWaitMs = Math.min(SECOND_MS * 2 ** (tries - 1), LONGEST_OWN_WAIT_MS);
  const waitMs = failed.kind === 'refused' ? (failed.retryAfterMs ?? ownWaitMs) : ownWaitMs;
  return waitedMs + waitMs > limits.maxTotalWaitMs ? null : waitMs;
}

/** The answer certainly changed nothing and asks to come back later. */
export const isThrottle = (status: number, retryAfterMs: number | null): boolean =>
  status === 429 || (status === 503 && retryAfterMs !== null);

/** This try did nothing and is to be made again later; it says nothing of an earlier one whose answer was lost. */
export const isPutOff = (failed: FailedTry): boolean =>
  failed.kind === 'no answer' ? !failed.sent : isThrottle(failed.status, failed.retryAfterMs);

function mayRepeat(failed: FailedTry, repeatable: boolean): boolean {
  if (failed.kind === 'no answer') return failed.passing && (repeatable || !failed.sent);
  if (failed.status === NO_ROOM) return false;
  return isThrottle(failed.status, failed.retryAfterMs) || (repeatable && failed.status >= 500);
}

/**
 * Reads how long an answer asks to wait, in ms; `null` when it doesn't say. `Retry-After` may be whole or decimal
 * seconds or an HTTP date, which is meant by the server's own clock (`Date`) where it tells it. `RateLimit-Reset`
 * counts when the allowance is used up.
 */
export function readRetryAfter(header: (name: string) => string | null, nowMs: number): number | null {
  const waits = [
    parseWait(header('Retry-After'), serverNowMs(header('Date'), nowMs)),
    header('RateLimit-Remaining') === '0' ? parseWait(header('RateLimit-Reset'), nowMs) : null,
  ].filter((wait) => wait !== null);
  return waits.length === 0 ? null : Math.max(...waits);
}

/**
 * Reads what is left of the minute's allowance, in resource units, and in how many ms the minute is over; `null` when
 * the answer doesn't say: SharePoint does from 80 % used on.
 */
export function readRateLimit(
  header: (name: string) => string | null,
): { readonly remaining: number; readonly resetMs: number } | null {
  const remaining = parseNumber(header('RateLimit-Remaining'));
  if (remaining === null) return null;
  return { remaining, resetMs: (parseNumber(header('RateLimit-Reset')) ?? MINUTE_SECONDS) * SECOND_MS };
}

function parseNumber(text: string | null): number | null {
  return text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null;
}

function parseWait(text: string | null, nowMs: number): number | null {
  if (text === null || text.trim() === '') return null;
  const seconds = parseNumber(text);
  if (seconds !== null) return Math.ceil(seconds * SECOND_MS);
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}

function serverNowMs(date: string | null, nowMs: number): number {
  const atMs = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(atMs) ? nowMs : atMs;
}
