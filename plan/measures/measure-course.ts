import { formatMonth, formatShortDay } from '../calendar/dates.ts';
import type { MeasureCourse } from '../content.ts';
import type { IsoDate } from '../rows.ts';
import { lineThrough } from './line-through.ts';
import { isFalling, type Known, measureTrend } from './measure-trend.ts';

/** How far a measure has come and where its readings lead, in few words. Where it began counts for the way behind it. */
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
  const { standing, standingWords, projected } = measureTrend(measure, today);
  if (target === null) return null;
  if (standing === 'reached') return 'The target is reached.';
  if (targetDate === null) return null;
  if (standing === 'missed') return 'The date has passed and the target was not reached.';
  const line = lineThrough(readings);
  if (line === null) return 'Too few readings to say where it is going.';
  if (projected === null) return null;
  const since = formatShortDay(line.counted[0]?.on ?? today);
  return `${standingWords}. At its pace since ${since}: ${projected} by ${formatMonth(targetDate)}.`;
}
