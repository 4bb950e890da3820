import { daysBetween } from '../calendar/dates.ts';
import type { MeasureNow } from './measures-of.ts';

type Readings = MeasureNow['readings'];

/** How many of the last readings say where a measure is going: what was long ago says less than what is. */
const COUNTED = 6;
/** Readings that lie closer together say nothing of where a measure is going. */
const FEWEST_DAYS = 28;

/** A straight line through readings. */
export interface Line {
  /** The readings it goes through, oldest first. */
  readonly counted: Readings;
  readonly perDay: number;
  /** Where it stands on a day, before, among or after the readings. */
  readonly at: (on: string) => number;
}

/**
 * The straight line that is nearest to the last six readings: the one whose squared distances from them come to the least.
 * Through two it goes exactly. `null` where there are fewer than two, or they lie less than four weeks apart.
 */
export function lineThrough(readings: Readings): Line | null {
  const counted = readings.slice(-COUNTED);
  const first = counted[0];
  const last = counted.at(-1);
  if (!first || !last || daysBetween(first.on, last.on) < FEWEST_DAYS) return null;
  const points = counted.map(({ on, value }) => ({ day: daysBetween(first.on, on), value }));
  const middle = mean(points.map(({ day }) => day));
  const height = mean(points.map(({ value }) => value));
  const spread = sum(points.map(({ day }) => (day - middle) ** 2));
  const perDay = sum(points.map(({ day, value }) => (day - middle) * (value - height))) / spread;
  return { counted, perDay, at: (on) => height + perDay * (daysBetween(first.on, on) - middle) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
