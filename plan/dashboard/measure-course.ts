import { daysBetween, formatMonth, formatShortDay } from '../calendar/dates.ts';
import type { MeasureCourse } from '../content.ts';
import type { MeasureNow } from '../measures.ts';
import type { IsoDate } from '../rows.ts';

/** Readings that lie closer together say nothing of where a measure is going. */
const FEWEST_DAYS = 28;

type Known = Pick<MeasureNow, 'baseline' | 'value' | 'target' | 'targetDate' | 'readings'>;

/**
 * How far a measure has come and where its readings lead: the straight line from the first to the last of them, drawn on
 * to the target's date. Where it began counts for the way behind it, not for its pace: nobody says when that was.
 */
export function measureCourse(measure: Known, today: IsoDate): MeasureCourse {
  const last = measure.readings.at(-1);
  return {
    share: shareOf(measure),
    readWords: last ? `Read on ${formatShortDay(last.on)}` : 'No reading yet',
    startWords: measure.baseline === null ? null : `${measure.baseline} at the start`,
    courseWords: courseWords(measure, today),
  };
}

/** From 0 to 1; a target below the start is reached by going down. */
function shareOf({ baseline, value, target }: Known): number | null {
  if (value === null || target === null) return null;
  const from = isFalling({ baseline, target }) ? (baseline ?? 0) : 0;
  if (target === from) return value === target ? 1 : 0;
  return Math.min(1, Math.max(0, (value - from) / (target - from)));
}

function courseWords(measure: Known, today: IsoDate): string | null {
  const { target, targetDate, readings } = measure;
  const first = readings[0];
  const last = readings.at(-1);
  if (target === null) return null;
  if (isReached(measure)) return 'The target is reached.';
  if (targetDate === null) return null;
  if (targetDate < today) return 'The date has passed and the target was not reached.';
  if (!first || !last || daysBetween(first.on, last.on) < FEWEST_DAYS) {
    return 'Too few readings to say where it is going.';
  }
  if (last.on >= targetDate) return null;
  const pace = (last.value - first.value) / daysBetween(first.on, last.on);
  const reached = last.value + pace * daysBetween(last.on, targetDate);
  const isWhole = readings.every(({ value }) => Number.isInteger(value));
  const bounded = readings.every(({ value }) => value >= 0) ? Math.max(0, reached) : reached;
  const figure = isWhole ? Math.round(bounded) : Math.round(bounded * 10) / 10;
  return `At its pace since ${formatShortDay(first.on)}: ${figure} by ${formatMonth(targetDate)}.`;
}

function isReached({ baseline, value, target }: Known): boolean {
  if (value === null || target === null) return false;
  return isFalling({ baseline, target }) ? value <= target : value >= target;
}

function isFalling({ baseline, target }: Pick<Known, 'baseline' | 'target'>): boolean {
  return baseline !== null && target !== null && target < baseline;
}
