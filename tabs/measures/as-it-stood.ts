import type { MeasureView, PlanOverview } from '../../plan/content.ts';
import type { Measures } from '../api/plan-measures.ts';

/** The measures at the end of the past day that an overview tells of: nothing read later, and nothing to record. */
export function asItStood(measures: Measures, overview: PlanOverview): Measures {
  return {
    today: overview.today,
    mayNotWords: 'A past day is shown. Go back to now to record a reading.',
    measures: measures.measures.map((measure) => measureThen(measure, overview)),
  };
}

function measureThen(measure: MeasureView, overview: PlanOverview): MeasureView {
  const then = overview.measures.find(({ title }) => title === measure.title);
  return {
    ...measure,
    value: then?.value ?? null,
    course: then?.course ?? { ...measure.course, readWords: 'No reading yet' },
    readings: measure.readings.filter(({ on }) => on <= overview.today),
    trendLine: [],
    trend: {
      standing: 'unknown',
      standingWords: 'As it stood on that day',
      perMonth: null,
      perMonthWords: null,
      projected: null,
      neededPerMonth: null,
      words: then?.course.courseWords ?? 'Where it led on that day cannot be said.',
    },
    mayRecord: false,
  };
}
