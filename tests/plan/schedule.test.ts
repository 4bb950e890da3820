import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../plan/plan.ts';
import {
  colourOf,
  disagrees,
  expectedDue,
  forecastPrecision,
  isOverdue,
  isStale,
  scheduleRag,
} from '../../plan/schedule.ts';
import {
  at,
  itemIn,
  makeAction,
  makeMeeting,
  makePlan,
  makeRecommendation,
  makeUpdate,
  recommendation,
} from '../helpers/make-plan.ts';

const item = (overrides: Parameters<typeof makeRecommendation>[0] = {}) =>
  itemIn(makePlan({ recommendations: [makeRecommendation(overrides)] }), recommendation(3));
const day = { baselineDue: '2022-03-31', duePrecision: 'Day' } as const;

describe('schedule colour', () => {
  test.each([
    ['Green', { forecastDue: '2022-03-31' }],
    ['Green', { forecastDue: '2022-03-01' }],
    ['Amber', { forecastDue: '2022-04-01' }],
    ['Amber', { forecastDue: '2022-04-14' }],
    ['Red', { forecastDue: '2022-04-15' }],
    [null, { forecastDue: null, baselineDue: null }],
    ['Green', { forecastDue: '2022-03-31', baselineDue: null }],
  ])('is %s for %p', (rag, dates) => {
    expect(scheduleRag(item({ ...day, ...dates }), DEFAULT_SETTINGS, '2022-01-10')).toBe(rag);
  });

  test('is Red the day after the expected day, not on it', () => {
    expect(scheduleRag(item(day), DEFAULT_SETTINGS, '2022-03-31')).toBe('Green');
    expect(scheduleRag(item(day), DEFAULT_SETTINGS, '2022-04-01')).toBe('Red');
  });

  test('an overdue item with a newer forecast has the colour of the delay', () => {
    expect(scheduleRag(item({ ...day, forecastDue: '2022-04-10' }), DEFAULT_SETTINGS, '2022-04-05')).toBe(
      'Amber',
    );
  });

  test('keeps to the tolerance of the plan', () => {
    const strict = { ...DEFAULT_SETTINGS, toleranceDays: 0 };
    expect(scheduleRag(item({ ...day, forecastDue: '2022-04-01' }), strict, '2022-01-10')).toBe('Red');
  });

  test.each(['Complete', 'Embedded', 'Withdrawn'] as const)(
    '%s items have none and are never overdue',
    (stage) => {
      expect(scheduleRag(item({ ...day, stage }), DEFAULT_SETTINGS, '2023-01-10')).toBeNull();
      expect(isOverdue(item({ ...day, stage }), '2023-01-10')).toBe(false);
      expect(colourOf(item({ ...day, stage, confidence: 'Red' }), DEFAULT_SETTINGS, '2023-01-10')).toBeNull();
    },
  );
});

describe('month precision', () => {
  test('counts by the last day of the month', () => {
    const typedByHand = item({ baselineDue: '2022-03-01', forecastDue: '2022-03-01' });
    expect(expectedDue(typedByHand)).toBe('2022-03-31');
    expect(isOverdue(typedByHand, '2022-03-31')).toBe(false);
    expect(isOverdue(typedByHand, '2022-04-01')).toBe(true);
  });

  test('an exact forecast of an item promised for a month means that day', () => {
    const exact = item({ forecastDue: '2022-04-10' });
    expect(forecastPrecision(exact)).toBe('Day');
    expect(expectedDue(exact)).toBe('2022-04-10');
    expect(scheduleRag(exact, DEFAULT_SETTINGS, '2022-01-10')).toBe('Amber');
    expect(forecastPrecision(item({ forecastDue: '2022-04-30' }))).toBe('Month');
  });
});

describe('disagreement', () => {
  test.each([
    ['Green', '2022-06-30', true],
    ['Red', '2022-03-31', true],
    ['Amber', '2022-06-30', false],
    ['Red', '2022-06-30', false],
    ['Green', '2022-03-31', false],
    [null, '2022-06-30', false],
  ] as const)('stated %s with a forecast of %s: %p', (confidence, forecastDue, flagged) => {
    expect(disagrees(item({ confidence, forecastDue }), DEFAULT_SETTINGS, '2022-01-10')).toBe(flagged);
  });
});

test('an item is counted by the worse of schedule and confidence', () => {
  const colour = (confidence: 'Green' | 'Amber' | 'Red' | null, forecastDue: string) =>
    colourOf(item({ confidence, forecastDue }), DEFAULT_SETTINGS, '2022-01-10');
  expect(colour('Amber', '2022-03-31')).toBe('Amber');
  expect(colour('Green', '2022-06-30')).toBe('Red');
  expect(colour(null, '2022-03-31')).toBe('Green');
});

describe('stale', () => {
  const held = (on: string) =>
    makeMeeting({ key: `send@${on}`, startsAt: `${on}T10:00:00Z`, state: 'Closed' });
  const meetings = ['2022-01-10', '2022-01-24', '2022-02-07'].map(held);
  const now = at('2022-02-10T09:00:00Z');
  const staleIn = (overrides: Parameters<typeof makePlan>[0], row = {}) => {
    const plan = makePlan({ recommendations: [makeRecommendation(row)], ...overrides });
    return isStale(plan, itemIn(plan, recommendation(3)), now);
  };

  test('nothing is on the day a plan is imported, nor after as many meetings as are allowed', () => {
    expect(staleIn({})).toBe(false);
    expect(staleIn({ meetings: meetings.slice(0, 2) })).toBe(false);
  });

  test('without a word for more meetings than are allowed', () => {
    expect(staleIn({ meetings })).toBe(true);
    expect(staleIn({ meetings: meetings.map((one) => ({ ...one, group: 'data' })) })).toBe(false);
    expect(staleIn({ meetings: meetings.map((one) => ({ ...one, state: 'Cancelled' as const })) })).toBe(
      false,
    );
  });

  test('a word in between begins the count again', () => {
    expect(staleIn({ meetings }, { latestUpdate: '2022-01-11T09:00:00Z' })).toBe(false);
  });

  test('an answer given before the meeting it is for counts for that meeting', () => {
    const more = [...meetings, held('2022-02-09')];
    const answer = makeUpdate({ at: '2022-01-07T10:00:00Z', meeting: 'send@2022-01-10' });
    expect(staleIn({ meetings, updates: [answer] })).toBe(false);
    expect(staleIn({ meetings: more, updates: [answer] })).toBe(true);
  });

  test('an action is as old as the meeting that raised it', () => {
    const plan = makePlan({ meetings, actions: [makeAction({ raisedAt: 'send@2022-01-10' })] });
    expect(isStale(plan, itemIn(plan, { list: 'Actions', key: 'action-7' }), now)).toBe(false);
  });

  test('closed items never are', () => {
    expect(staleIn({ meetings }, { stage: 'Complete' })).toBe(false);
  });
});
