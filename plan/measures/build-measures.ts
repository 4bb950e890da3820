import { formatMoment, formatShortDay, todayIn } from '../calendar/dates.ts';
import type { MeasuresView, MeasureView } from '../content.ts';
import { ownerName } from '../items.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Measure, Owner } from '../rows.ts';
import { lineThrough } from './line-through.ts';
import { measureCourse } from './measure-course.ts';
import { measureTrend } from './measure-trend.ts';
import { figureWords, type MeasureNow, measureNow, readingsOf } from './measures-of.ts';
import { mayRecordReading } from './new-reading.ts';

/** Every measure of a plan with its readings, as a page shows it to somebody. */
export function buildMeasures(
  plan: Plan,
  viewer: Owner,
  now: Temporal.Instant,
  submissionKey: string,
): MeasuresView {
  const { timeZone } = plan.settings;
  const today = todayIn(now, timeZone);
  const measures = plan.measures.map((measure) => measureView(plan, measure, viewer, today));
  return {
    planId: plan.id,
    planName: plan.name,
    today,
    asAtWords: formatMoment(now, timeZone),
    measures,
    mayNotWords: measures.some(({ mayRecord }) => mayRecord)
      ? null
      : 'Plan managers, and groups that lead part of a measure’s theme, record its readings.',
    submissionKey,
  };
}

function measureView(plan: Plan, measure: Measure, viewer: Owner, today: IsoDate): MeasureView {
  const now = measureNow(plan, measure);
  const trend = measureTrend(now, today);
  return {
    ...now,
    key: measure.key,
    themeTitle: measure.theme === null ? null : (indexOf(plan).themes.get(measure.theme)?.title ?? null),
    readings: readingsOf(plan, measure.key).map((reading) => ({
      on: reading.on,
      onWords: formatShortDay(reading.on),
      value: reading.value,
      valueWords: figureWords(reading.value, measure),
      byName: ownerName(plan, reading.by),
    })),
    targetLine: targetLine(now),
    trendLine: trendLine(now, trend.projected),
    course: measureCourse(now, today),
    trend,
    mayRecord: mayRecordReading(plan, viewer, measure),
  };
}

/** From the first figure that has a day to the target. */
function targetLine({ readings: [first], target, targetDate }: MeasureNow): MeasureView['targetLine'] {
  if (first === undefined || target === null || targetDate === null || targetDate <= first.on) return [];
  return [first, { on: targetDate, value: target }];
}

/** The line through the readings, drawn on to the target's date. */
function trendLine({ readings, targetDate }: MeasureNow, projected: number | null): MeasureView['trendLine'] {
  const line = lineThrough(readings);
  const first = line?.counted[0];
  if (!line || !first || targetDate === null || projected === null) return [];
  return [
    { on: first.on, value: Math.round(line.at(first.on) * 10) / 10 },
    { on: targetDate, value: projected },
  ];
}
