import { DAY_HOURS, HOUR_MS, MINUTE_MS, SECOND_MS, WINDOW_SECONDS } from './time.ts';

/** What is throttled by itself: SharePoint's sites, and the rest of Graph. */
export type Workload = 'sharepoint' | 'rest';

/** Calls that cost no more than this don't wait behind those that cost more. */
const SMALL_UNITS = 2;

/** A call that wants to be sent. */
export interface Call {
  /** Both, for a batch that asks both. */
  readonly workloads: ReadonlySet<Workload>;
  /** SharePoint resource units. */
  readonly units: number;
}

/** When calls that are sent at a pace may go on; each lane has its own. */
export type Lane = 'small' | 'large' | 'after pause';

/** What this client has sent, has in line, and has been told, as far as it bears on when the next call may go. */
export interface TrafficState {
  /** The tenant's allowance of resource units for this app. */
  readonly unitsPerMinute: number;
  /** Units by second of start; those of calls in line stand at the seconds they will start at. */
  readonly bySecond: Map<number, number>;
  /** Units sent by hour. */
  readonly byHour: Map<number, number>;
  /** Units that others of the same app have used, by what SharePoint says; entered so that they count until the minute is over. */
  others: { readonly second: number; readonly units: number };
  readonly laneFreeAtMs: Record<Lane, number>;
  readonly pausedUntilMs: Record<Workload, number>;
}

export function createTrafficState(unitsPerMinute: number): TrafficState {
  return {
    unitsPerMinute,
    bySecond: new Map(),
    byHour: new Map(),
    others: { second: 0, units: 0 },
    laneFreeAtMs: { small: 0, large: 0, 'after pause': 0 },
    pausedUntilMs: { sharepoint: 0, rest: 0 },
  };
}

export const laneOf = ({ units }: Call): Lane => (units <= SMALL_UNITS ? 'small' : 'large');

/** Puts a call in line for `startMs`; answers how to take it out again. */
export function putInLine(state: TrafficState, call: Call, startMs: number): () => void {
  const second = secondOf(startMs);
  add(state.bySecond, second, call.units);
  return () => add(state.bySecond, second, -call.units);
}

/** Enters a call that is sent now. */
export function enterCall(state: TrafficState, { units }: Call, nowMs: number): void {
  add(state.bySecond, secondOf(nowMs), units);
  add(state.byHour, Math.floor(nowMs / HOUR_MS), units);
  forgetBefore(state.bySecond, secondOf(nowMs) - WINDOW_SECONDS);
  forgetBefore(state.byHour, Math.floor(nowMs / HOUR_MS) - DAY_HOURS);
}

/** Nothing of this workload is sent for so long. Never makes a longer pause shorter. */
export function pause(
  state: TrafficState,
  workload: Workload,
  { nowMs, forMs }: { readonly nowMs: number; readonly forMs: number },
): void {
  state.pausedUntilMs[workload] = Math.max(state.pausedUntilMs[workload], nowMs + forMs);
}

/**
 * Takes in what SharePoint says is left of the minute, where that is less than by our own count: other processes of the
 * same app draw on it too.
 * @param resetMs in how long the minute is over
 */
export function enterRemaining(
  state: TrafficState,
  {
    remaining,
    resetMs,
    nowMs,
  }: { readonly remaining: number; readonly resetMs: number; readonly nowMs: number },
): void {
  const ownRemaining = state.unitsPerMinute - usedInLastMinute(state, nowMs);
  const second = secondOf(nowMs + Math.min(resetMs, MINUTE_MS)) - WINDOW_SECONDS - 1;
  state.others = { second, units: Math.max(0, ownRemaining - remaining) };
}

/** Units that this client has sent in the last minute. */
export function usedInLastMinute({ bySecond }: TrafficState, nowMs: number): number {
  const now = secondOf(nowMs);
  let sum = 0;
  for (const [second, units] of bySecond) if (second <= now && second >= now - WINDOW_SECONDS) sum += units;
  return sum;
}

export const secondOf = (ms: number): number => Math.floor(ms / SECOND_MS);

function add(counts: Map<number, number>, at: number, units: number): void {
  counts.set(at, (counts.get(at) ?? 0) + units);
}

function forgetBefore(counts: Map<number, number>, first: number): void {
  for (const at of counts.keys()) if (at < first) counts.delete(at);
}
