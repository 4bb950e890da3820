import { HttpError } from './http-error.ts';
import { createRandom } from './random.ts';

/** The faults that can be switched on, with what each does. */
export const FAULT_KINDS = {
  'graph-throttle':
    'Graph answers 429 activityLimitReached with Retry-After. retryAfterSeconds: default 2, 0 leaves the header out.',
  'graph-outage': 'Graph answers 503 serviceNotAvailable without doing anything.',
  'graph-slow': 'Graph answers late. ms: delay, default 1000.',
  'graph-conflict':
    'A change to a list item is refused with 409 resourceModified, as overlapping writes are, and nothing is written.',
  'teams-throttle': 'The connector answers 429 with Retry-After. retryAfterSeconds: default 2.',
  'teams-outage': 'The connector answers 502 without doing anything.',
  'teams-lost-update': 'The connector refuses to update a card.',
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

export interface Fault {
  readonly kind: FaultKind;
  /** Part of the requests it strikes, from 0 to 1. Default 1. */
  readonly rate: number;
  /** The same seed strikes the same requests. Default 1. */
  readonly seed: number;
  /** Strikes at most this often. Default: no end. */
  readonly times?: number;
  /** `graph-throttle`, `teams-throttle`. */
  readonly retryAfterSeconds?: number;
  /** `graph-slow`. */
  readonly ms?: number;
}

export interface Faults {
  /** Replaces all faults; an empty list switches everything off. Each starts anew at its seed. */
  set(faults: readonly Fault[]): void;
  list(): readonly Fault[];
  /** The fault of this kind if it strikes this request; each call is one throw of the dice. */
  strike(kind: FaultKind): Fault | undefined;
}

/** Faults live in memory: a restarted sandbox has none. */
export function createFaults(): Faults {
  let active: { fault: Fault; random: () => number; left: number }[] = [];
  return {
    set(faults) {
      active = faults.map((fault) => ({
        fault,
        random: createRandom(fault.seed),
        left: fault.times ?? Number.POSITIVE_INFINITY,
      }));
    },
    list: () => active.map(({ fault }) => fault),
    strike(kind) {
      for (const entry of active) {
        if (entry.fault.kind !== kind || entry.left <= 0) continue;
        if (entry.random() >= entry.fault.rate) continue;
        entry.left -= 1;
        return entry.fault;
      }
      return undefined;
    },
  };
}

/**
 * Reads the body of `POST /sandbox/faults`: a list of faults, or `{faults: [...]}`.
 * @throws HttpError 400 saying what is wrong and which kinds there are.
 */
export function parseFaults(body: unknown): Fault[] {
  const list = Array.isArray(body) ? body : (body as { faults?: unknown } | null)?.faults;
  if (!Array.isArray(list))
    throw new HttpError(400, 'Send a list of faults: [{"kind", "rate", "seed", ...}].');
  return list.map(parseFault);
}

function parseFault(entry: unknown): Fault {
  const given = (entry ?? {}) as Record<string, unknown>;
  const kind = given.kind;
  if (typeof kind !== 'string' || !(kind in FAULT_KINDS))
    throw new HttpError(
      400,
      `There is no fault "${String(kind)}". Kinds: ${Object.keys(FAULT_KINDS).join(', ')}.`,
    );
  const rate = readNumber(given, 'rate') ?? 1;
  if (rate > 1) throw new HttpError(400, `The rate of ${kind} is ${rate}. Give a number from 0 to 1.`);
  return {
    kind: kind as FaultKind,
    rate,
    seed: readNumber(given, 'seed') ?? 1,
    times: readNumber(given, 'times'),
    retryAfterSeconds: readNumber(given, 'retryAfterSeconds'),
    ms: readNumber(given, 'ms'),
  };
}

function readNumber(given: Record<string, unknown>, name: string): number | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new HttpError(400, `"${name}" is ${JSON.stringify(value)}. Give a number, 0 or more.`);
}
