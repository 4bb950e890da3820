import { scaleUtc } from 'd3-scale';
import type { OverviewItem } from '../../plan/content.ts';
import { monthWords } from '../model/day-words.ts';

/** How much of the width stays free on either side, in per cent: marks and their numbers are wider than their day. */
const MARGIN = { left: 5, right: 9 };

const DAY_MS = 86_400_000;

/** Days as places across a chart. */
export interface TimeScale {
  /** Per cent of the width. */
  readonly placeOf: (day: string) => number;
  readonly ticks: readonly { readonly place: number; readonly words: string }[];
}

/** A scale with room for every day given, from the beginning of a month on and at least a month long. */
export function timeScale(days: readonly string[], tickCount: number): TimeScale {
  const moments = days.map((day) => Date.parse(day));
  const first = Math.min(...days.map((day) => Date.parse(`${day.slice(0, 7)}-01`)));
  const last = Math.max(...moments, first + 31 * DAY_MS);
  const scale = scaleUtc([new Date(first), new Date(last)], [MARGIN.left, 100 - MARGIN.right]);
  return {
    placeOf: (day) => round(scale(Date.parse(day))),
    ticks: scale
      .ticks(tickCount)
      .map((moment, at) => ({ place: round(scale(moment)), words: wordsOf(moment, at === 0) })),
  };
}

/** Every day at which something stands in a chart of items. */
export function daysOf(items: readonly OverviewItem[], today: string): string[] {
  const days = items.flatMap((item) => [item.promisedOn, shownOn(item)]);
  return [today, ...days.filter((day) => day !== null)];
}

/** The day at which an item's mark stands: when it was complete, else when it is expected. */
export function shownOn({ completedOn, expectedOn }: OverviewItem): string | null {
  return completedOn ?? expectedOn;
}

/** `Mar`, with its year where that is new, or `14 Mar` for a day within a month. */
function wordsOf(moment: Date, isFirst: boolean): string {
  const day = moment.toISOString().slice(0, 10);
  const words = monthWords(day);
  const month = words.slice(0, 3);
  if (!day.endsWith('-01')) return `${moment.getUTCDate()} ${month}`;
  return isFirst || day.endsWith('-01-01') ? words : month;
}

function round(place: number): number {
  return Math.round(place * 100) / 100;
}
