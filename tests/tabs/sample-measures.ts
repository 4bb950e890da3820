import type { MeasuresView, MeasureView } from '../../plan/content.ts';

const READINGS = [
  ['2022-02-14', 84],
  ['2022-03-14', 96],
  ['2022-04-11', 103],
  ['2022-05-16', 121],
] as const;

const NOBODY_KNOWS: MeasureView['trend'] = {
  standing: 'unknown',
  standingWords: 'Too early to say',
  perMonth: null,
  perMonthWords: null,
  projected: null,
  neededPerMonth: null,
  words: 'Too few readings to say where it is going.',
};

/** What the server says of three measures: one behind, one going down that was read once, one never read. */
export function sampleMeasures(): MeasuresView {
  return {
    planId: 'alp',
    planName: 'Additional Learning Provision',
    today: '2022-05-20',
    asAtWords: 'Fri 20 May 2022, 09:00',
    measures: [
      {
        key: 'placements',
        title: 'Specialist placements',
        unit: 'placements',
        themeTitle: 'Sufficiency',
        baseline: 78,
        value: 121,
        valueWords: '121 placements on 16 May 2022',
        target: 450,
        targetDate: '2023-09-30',
        targetWords: '450 by Sep 2023',
        readings: READINGS.map(([on, value]) => reading(on, value, 'placements')),
        targetLine: [
          { on: '2022-02-14', value: 84 },
          { on: '2023-09-30', value: 450 },
        ],
        trendLine: [
          { on: '2022-05-16', value: 121 },
          { on: '2023-09-30', value: 312 },
        ],
        course: {
          share: 121 / 450,
          readWords: 'Read on 16 May 2022',
          startWords: '78 at the start',
          courseWords: 'At its pace since 14 Feb 2022: 312 by Sep 2023.',
        },
        trend: {
          standing: 'behind',
          standingWords: 'Behind',
          perMonth: 11.6,
          perMonthWords: '11.6 placements a month',
          projected: 312,
          neededPerMonth: 20,
          words:
            'It grows by 11.6 placements a month; 20 a month are needed. At its pace it is 312 by Sep 2023.',
        },
        mayRecord: true,
      },
      {
        key: 'weeks',
        title: 'Weeks from request to plan',
        unit: 'weeks',
        themeTitle: null,
        baseline: 31,
        value: 29.5,
        valueWords: '29.5 weeks on 14 Mar 2022',
        target: 20,
        targetDate: '2022-12-31',
        targetWords: '20 by Dec 2022',
        readings: [reading('2022-03-14', 29.5, 'weeks')],
        targetLine: [
          { on: '2022-03-14', value: 29.5 },
          { on: '2022-12-31', value: 20 },
        ],
        trendLine: [],
        course: {
          share: 0.14,
          readWords: 'Read on 14 Mar 2022',
          startWords: '31 at the start',
          courseWords: 'Too few readings to say where it is going.',
        },
        trend: NOBODY_KNOWS,
        mayRecord: true,
      },
      {
        key: 'heard',
        title: 'Children heard',
        unit: null,
        themeTitle: null,
        baseline: null,
        value: null,
        valueWords: 'no figure yet',
        target: null,
        targetDate: null,
        targetWords: null,
        readings: [],
        targetLine: [],
        trendLine: [],
        course: { share: null, readWords: 'No reading yet', startWords: null, courseWords: null },
        trend: { ...NOBODY_KNOWS, standingWords: 'No target', words: 'It has no target and no reading yet.' },
        mayRecord: false,
      },
    ],
    mayNotWords: null,
    submissionKey: 'form-1',
  };
}

function reading(on: string, value: number, unit: string): MeasureView['readings'][number] {
  const [year, month, day] = on.split('-').map(Number);
  const onWords = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(year ?? 0, (month ?? 1) - 1, day));
  return { on, onWords, value, valueWords: `${value} ${unit}`, byName: 'Data group owner' };
}
