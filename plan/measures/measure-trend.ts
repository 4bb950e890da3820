import { daysBetween, formatMonth, formatShortDay } from '../calendar/dates.ts';
import type { MeasureTrend } from '../content.ts';
import type { IsoDate } from '../rows.ts';
import { type Line, lineThrough } from './line-through.ts';
import type { MeasureNow } from './measures-of.ts';

const DAYS_A_MONTH = 365.25 / 12;

/** What a trend is worked out from. */
export type Known = Pick<MeasureNow, 'baseline' | 'value' | 'target' | 'targetDate' | 'readings'> &
  Partial<Pick<MeasureNow, 'unit'>>;

const STANDING_WORDS: Readonly<Record<MeasureTrend['standing'], string>> = {
  reached: 'The target is reached',
  'on course': 'On course',
  behind: 'Behind',
  missed: 'The date has passed',
  unknown: 'Too early to say',
};

/**
 * Where a measure's readings lead: the line through the last of them (`line-through.ts`), drawn on to the target's date. It
 * is on course where that line reaches the target. With fewer than two readings, or within four weeks, nothing is claimed.
 * Where the measure began does not count: nobody says when that was.
 */
export function measureTrend(measure: Known, today: IsoDate): MeasureTrend {
  const line = lineThrough(measure.readings);
  const projected = projectedBy(measure, line, today);
  const standing = standingOf(measure, projected, today);
  const perMonth = line === null ? null : rounded(line.perDay * DAYS_A_MONTH);
  const neededPerMonth = neededBy(measure, standing, today);
  const hasTarget = measure.target !== null && measure.targetDate !== null;
  const standingWords = standing === 'unknown' && !hasTarget ? noTarget(measure) : STANDING_WORDS[standing];
  const perMonthWords = perMonth === null ? null : `${perMonth}${unitOf(measure)} a month`;
  const said = { standing, standingWords, perMonth, perMonthWords, projected, neededPerMonth };
  return { ...said, words: wordsOf(measure, line, said) };
}

/** Whether a measure is where it should come to; one whose target is below its start, by going down. */
function isReached({ baseline, value, target }: Pick<Known, 'baseline' | 'value' | 'target'>): boolean {
  if (value === null || target === null) return false;
  return isFalling({ baseline, target }) ? value <= target : value >= target;
}

export function isFalling({ baseline, target }: Pick<Known, 'baseline' | 'target'>): boolean {
  return baseline !== null && target !== null && target < baseline;
}

function projectedBy({ targetDate, readings }: Known, line: Line | null, today: IsoDate): number | null {
  const last = readings.at(-1);
  if (line === null || last === undefined || targetDate === null) return null;
  if (targetDate < today || last.on >= targetDate) return null;
  const reached = line.at(targetDate);
  const bounded = readings.every(({ value }) => value >= 0) ? Math.max(0, reached) : reached;
  return readings.every(({ value }) => Number.isInteger(value)) ? Math.round(bounded) : rounded(bounded);
}

function standingOf(measure: Known, projected: number | null, today: IsoDate): MeasureTrend['standing'] {
  const { baseline, target, targetDate } = measure;
  if (target === null) return 'unknown';
  if (isReached(measure)) return 'reached';
  if (targetDate !== null && targetDate < today) return 'missed';
  if (projected === null) return 'unknown';
  return isReached({ baseline, target, value: projected }) ? 'on course' : 'behind';
}

function neededBy(
  { value, target, targetDate }: Known,
  standing: MeasureTrend['standing'],
  today: IsoDate,
): number | null {
  const isOver = standing === 'reached' || standing === 'missed';
  if (isOver || value === null || target === null || targetDate === null) return null;
  const months = daysBetween(today, targetDate) / DAYS_A_MONTH;
  return months < 1 ? rounded(target - value) : rounded((target - value) / months);
}

function wordsOf(measure: Known, line: Line | null, trend: Omit<MeasureTrend, 'words'>): string {
  const { standing, standingWords, projected, neededPerMonth, perMonth } = trend;
  const by = measure.targetDate === null ? '' : ` by ${formatMonth(measure.targetDate)}`;
  const needed =
    neededPerMonth === null || standing === 'on course'
      ? ''
      : ` It takes ${neededPerMonth}${unitOf(measure)} a month from now on to come to ${measure.target}${by}.`;
  if (standing === 'reached' || standing === 'missed' || line === null)
    return `${standingWords}${reasonOf(measure, standing)}.${needed}`;
  const first = line.counted[0]?.on ?? '';
  const pace = `by its ${line.counted.length} readings since ${formatShortDay(first)} it ${movesBy(perMonth ?? 0, measure)}`;
  const leads = projected === null ? '' : `, which leads to ${projected}${by}`;
  return `${standingWords}: ${pace}${leads}.${needed}`;
}

function reasonOf({ value, target, readings }: Known, standing: MeasureTrend['standing']): string {
  if (standing === 'reached') return '';
  if (standing === 'missed') return ` and it stands at ${value ?? 'nothing'}, not ${target}`;
  if (readings.length === 0) return ': there is no reading yet';
  return readings.length === 1 ? ': there is one reading' : ': its readings lie within four weeks';
}

function movesBy(perMonth: number, measure: Known): string {
  if (perMonth === 0) return 'stays as it is';
  return `${perMonth > 0 ? 'rises' : 'falls'} by ${Math.abs(perMonth)}${unitOf(measure)} a month`;
}

function noTarget({ target }: Known): string {
  return target === null ? 'No target' : 'No date for its target';
}

function unitOf({ unit }: Known): string {
  return unit ? ` ${unit}` : '';
}

/** To one place: nobody believes more of a straight line. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
