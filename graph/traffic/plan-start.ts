import { type Call, type Lane, laneOf, secondOf, type TrafficState } from './state.ts';
import { DAY_HOURS, HOUR_MS, MINUTE_MS, SECOND_MS, WINDOW_SECONDS } from './time.ts';

/** Up to this part of an allowance nothing waits. */
const FREE_SHARE = 0.8;
/** What lies beyond is given out evenly over a minute, half of it to calls that cost little. */
const LANE_SHARE = (1 - FREE_SHARE) / 2;
/** SharePoint's allowance for a day is that of so many minutes. */
const DAY_MINUTES = 960;
/** Even when the day's allowance runs out, this part of the minute's may be used. */
const LEAST_SHARE = 0.1;
/** How far ahead a start is looked for. */
const HORIZON_SECONDS = 600;

/** When a call may start, and which lanes it takes up on the way. */
export interface PlannedStart {
  /** Not before now. */
  readonly startMs: number;
  /** Lane → when the next call in it may start. */
  readonly lanes: Readonly<Partial<Record<Lane, number>>>;
}

/**
 * When a call may be sent so that SharePoint's allowance is never used up:
 * - Not while its workload is paused; those who waited for the pause to end go one after the other.
 * - At once while no more than 80 % of the minute's allowance is used.
 * - Beyond that at an even pace, calls that cost little apart from those that cost much, so that an import doesn't hold
 *   up a read; and never so that any minute holds more than the allowance.
 * - When 80 % of the day's allowance is used, the minute's shrinks so that the rest lasts until some is given back.
 *
 * Counts what waits in line as if it had been sent at its time. A call that costs more than a whole minute's allowance
 * has a minute to itself.
 */
export function planStart(state: TrafficState, call: Call, nowMs: number): PlannedStart {
  const { startMs: afterPauseMs, pausedMs } = afterPauses(state, call, nowMs);
  const evenMs = (MINUTE_MS * Math.max(call.units, 1)) / state.unitsPerMinute;
  const pauseLane = (startMs: number) =>
    pausedMs > 0 && startMs < pausedMs + MINUTE_MS ? { 'after pause': startMs + evenMs } : {};
  if (call.units === 0) return { startMs: afterPauseMs, lanes: pauseLane(afterPauseMs) };

  const limit = minuteLimit(state, call, nowMs);
  if (limit.fromMs > afterPauseMs) return { startMs: limit.fromMs, lanes: {} };
  const freeMs = earliestFit(state, { call, limit: limit.units * FREE_SHARE, fromMs: afterPauseMs });
  const lane = laneOf(call);
  const laneMs = Math.max(afterPauseMs, state.laneFreeAtMs[lane]);
  const pacedMs = earliestFit(state, { call, limit: limit.units, fromMs: laneMs });
  if (freeMs <= pacedMs) return { startMs: freeMs, lanes: pauseLane(freeMs) };
  const nextMs = pacedMs + (MINUTE_MS * call.units) / (limit.units * LANE_SHARE);
  return { startMs: pacedMs, lanes: { [lane]: nextMs, ...pauseLane(pacedMs) } };
}

/** Whether a call that has waited its time may be sent now, by what has become known meanwhile. */
export function mayStart(state: TrafficState, call: Call, nowMs: number): boolean {
  for (const workload of call.workloads) if (state.pausedUntilMs[workload] > nowMs) return false;
  if (call.units === 0) return true;
  const limit = minuteLimit(state, call, nowMs);
  return limit.fromMs <= nowMs && earliestFit(state, { call, limit: limit.units, fromMs: nowMs }) <= nowMs;
}

/** After the pauses of its workloads, and after those who waited for their end before. */
function afterPauses(
  state: TrafficState,
  { workloads }: Call,
  nowMs: number,
): { readonly startMs: number; readonly pausedMs: number } {
  const pausedMs = Math.max(...[...workloads].map((workload) => state.pausedUntilMs[workload]));
  const startMs = Math.max(nowMs, pausedMs);
  if (pausedMs === 0 || startMs >= pausedMs + MINUTE_MS) return { startMs, pausedMs };
  return { startMs: Math.max(startMs, state.laneFreeAtMs['after pause']), pausedMs };
}

/** What may be used in a minute as the day stands; `fromMs` is later than now where the day's allowance is used up. */
function minuteLimit(
  { unitsPerMinute, byHour }: TrafficState,
  { units }: Call,
  nowMs: number,
): { readonly units: number; readonly fromMs: number } {
  const dayLimit = unitsPerMinute * DAY_MINUTES;
  const oldestHour = Math.floor(nowMs / HOUR_MS) - DAY_HOURS;
  const hours = [...byHour].filter(([hour, used]) => hour >= oldestHour && used > 0);
  const left = dayLimit - hours.reduce((sum, [, used]) => sum + used, 0);
  if (left >= dayLimit * (1 - FREE_SHARE)) return { units: unitsPerMinute, fromMs: nowMs };
  const reliefMs = (Math.min(...hours.map(([hour]) => hour)) + DAY_HOURS + 1) * HOUR_MS;
  if (left < units) return { units: unitsPerMinute, fromMs: Math.max(nowMs, reliefMs) };
  const even = (left * MINUTE_MS) / Math.max(reliefMs - nowMs, MINUTE_MS);
  const least = unitsPerMinute * LEAST_SHARE;
  return { units: Math.min(unitsPerMinute, Math.max(even, least)), fromMs: nowMs };
}

/** The first moment from which every minute that would hold the call stays within `limit`. */
function earliestFit(
  state: TrafficState,
  { call, limit, fromMs }: { readonly call: Call; readonly limit: number; readonly fromMs: number },
): number {
  const room = limit - Math.min(call.units, limit);
  const first = secondOf(fromMs);
  const unitsAt = (second: number) =>
    (state.bySecond.get(second) ?? 0) + (state.others.second === second ? state.others.units : 0);
  let used = 0;
  for (let second = first - WINDOW_SECONDS; second < first; second++) used += unitsAt(second);
  let start = first;
  // A window ends in each second; those of the call's own minute must all have room.
  for (let end = first; end <= first + HORIZON_SECONDS; end++) {
    used += unitsAt(end);
    if (used > room) start = end + 1;
    else if (end - start >= WINDOW_SECONDS) break;
    used -= unitsAt(end - WINDOW_SECONDS);
  }
  return Math.max(fromMs, start * SECOND_MS);
}
