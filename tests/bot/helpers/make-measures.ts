import type { MeasuresView, MeasureView } from '../../../plan/content.ts';

/** The first measure of the sample plan, with one reading. */
export const makeMeasureView = (overrides: Partial<MeasureView> = {}): MeasureView => ({
  key: 'measure-1',
  title: 'Specialist placements',
  unit: 'placements',
  themeTitle: 'Better data and finance reports',
  baseline: 78,
  value: 96,
  valueWords: '96 placements on 3 Jan 2022',
  target: 450,
  targetDate: '2023-09-30',
  targetWords: '450 by Sep 2023',
  readings: [
    { on: '2022-01-03', onWords: '3 Jan 2022', value: 96, valueWords: '96 placements', byName: 'Data owner' },
  ],
  targetLine: [
    { on: '2022-01-03', value: 96 },
    { on: '2023-09-30', value: 450 },
  ],
  trendLine: [],
  course: {
    share: 0.21,
    readWords: 'Read on 3 Jan 2022',
    startWords: '78 at the start',
    courseWords: 'Too few readings to say where it is going.',
  },
  trend: {
    standing: 'unknown',
    standingWords: 'Too early to say',
    perMonth: null,
    perMonthWords: null,
    projected: null,
    neededPerMonth: 17.2,
    words: 'Too early to say: there is one reading.',
  },
  mayRecord: true,
  ...overrides,
});

export const makeMeasuresView = (overrides: Partial<MeasuresView> = {}): MeasuresView => ({
  planId: 'alp-improvement',
  planName: 'ALP improvement plan',
  today: '2022-01-10',
  asAtWords: 'Mon 10 Jan 2022, 09:00',
  measures: [makeMeasureView()],
  mayNotWords: null,
  submissionKey: 'reading-form-1',
  ...overrides,
});
