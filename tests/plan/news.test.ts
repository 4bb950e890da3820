import { describe, expect, test } from '@jest/globals';
import { buildNews, HEADLINE_LENGTH } from '../../plan/news.ts';
import { newsRule } from '../../plan/notices/news.ts';
import type { NoticeLedger, PastNews } from '../../plan/notices/notice-ledger.ts';
import { EMPTY_LEDGER } from '../../plan/notices/notice-ledger.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../plan/notices/preferences.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Owner } from '../../plan/rows.ts';
import {
  afterAnswer,
  at,
  makeAction,
  makeGroup,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../helpers/make-plan.ts';

const director = makeOwner({
  key: 'director',
  itemId: 3,
  title: 'Director',
  roles: ['Director'],
  groups: [],
});
const id = director.entraObjectId?.toLowerCase() ?? '';

/** Recommendation 3 slipped on Mon 17 January; the fortnight after begins on the 24th. */
function slippedPlan(
  overrides: Partial<Plan> = {},
  theDirector: Owner = director,
  forecastDue = '2022-04-05',
): Plan {
  const plan = makePlan({
    groups: [makeGroup({ everyWeeks: null })],
    owners: [...makePlan().owners, theDirector],
    recommendations: [makeRecommendation()],
    ...overrides,
  });
  return afterAnswer(plan, {
    ref: recommendation(3),
    stage: 'In progress',
    confidence: 'Amber',
    forecastDue,
    reason: 'Waiting for the contract',
    now: at('2022-01-17T10:00:00Z'),
  });
}

interface Ask {
  readonly now: string;
  readonly until?: string;
  readonly chosen?: Partial<Preferences>;
  readonly ledger?: NoticeLedger;
}

const due = (plan: Plan, { now, until = now, chosen = {}, ledger = EMPTY_LEDGER }: Ask) =>
  newsRule.due({
    plans: [plan],
    preferences: new Map([[id, { ...DEFAULT_PREFERENCES, activityFeed: true, ...chosen }]]),
    ledger,
    now: at(now),
    until: at(until),
  });
const daysOf = (plan: Plan, ask: Partial<Ask> = {}) =>
  due(plan, { now: '2022-01-24T00:00:00Z', until: '2022-02-06T23:00:00Z', ...ask }).map(
    ({ dueAt, period }) => `${period} ${dueAt.toZonedDateTimeISO('Europe/London').toPlainDate()}`,
  );

describe('news of a plan', () => {
  test('goes out on the Wednesday of the fortnight, once, to directors who asked for it', () => {
    const [notice, ...others] = due(slippedPlan(), { now: '2022-01-26T10:00:00Z' });
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      kind: 'news',
      planId: 'plan-1',
      subject: `plan-1/${id}`,
      period: '2022-01-24',
      recipient: { kind: 'person', entraObjectId: director.entraObjectId },
    });
    expect(notice?.expiresAt.toString()).toBe('2022-01-26T17:00:00Z');
    expect(daysOf(slippedPlan())).toEqual(['2022-01-24 2022-01-26']);
  });

  test('goes to nobody who did not ask, and to nobody else who did', () => {
    expect(daysOf(slippedPlan(), { chosen: { activityFeed: false } })).toEqual([]);
    expect(daysOf(slippedPlan({}, { ...director, roles: ['Member'] }))).toEqual([]);
    expect(daysOf(slippedPlan({}, { ...director, entraObjectId: null }))).toEqual([]);
  });

  test('waits for a day of theirs: a working day of plan and person, outside quiet hours, back from leave', () => {
    expect(daysOf(slippedPlan({ closures: ['2022-01-26'] }))).toEqual(['2022-01-24 2022-01-27']);
    expect(daysOf(slippedPlan(), { chosen: { workDays: [1, 5] } })).toEqual(['2022-01-24 2022-01-28']);
    expect(daysOf(slippedPlan(), { chosen: { snoozedUntil: '2022-02-01' } })).toEqual([
      '2022-01-24 2022-02-01',
    ]);
    const [notice] = due(slippedPlan(), {
      now: '2022-01-26T00:00:00Z',
      until: '2022-01-26T23:00:00Z',
      chosen: { quietFrom: '08:00', quietTo: '12:00' },
    });
    expect(notice?.dueAt.toString()).toBe('2022-01-26T12:00:00Z');
  });

  test('is not told while they are away, nor to whoever stands in', () => {
    const away = { ...director, awayFrom: '2022-01-20', awayTo: '2022-01-30', deputy: 'chair' };
    expect(daysOf(slippedPlan({}, away))).toEqual(['2022-01-24 2022-01-31']);
    expect(daysOf(slippedPlan({}, { ...away, awayTo: '2022-02-20' }))).toEqual([]);
  });

  test('gives way to a reminder of the day, told or to be told', () => {
    // Two weeks before it is due, so on Wed 26 January.
    const theirs = makeAction({ owner: 'director', forecastDue: '2022-02-09', baselineDue: '2022-02-09' });
    expect(daysOf(slippedPlan({ actions: [theirs] }))).toEqual(['2022-01-24 2022-01-27']);
    const told = { subject: id, on: '2022-01-26', sentAt: '2022-01-26T09:00:00Z' };
    expect(daysOf(slippedPlan(), { ledger: { ...EMPTY_LEDGER, reminders: [told] } })).toEqual([
      '2022-01-24 2022-01-27',
    ]);
  });

  test('is not told when nothing changed since the Wednesday before', () => {
    const dull = makePlan({
      owners: [...makePlan().owners, director],
      recommendations: [makeRecommendation()],
    });
    expect(daysOf(dull)).toEqual([]);
    expect(daysOf(slippedPlan(), { now: '2022-02-07T00:00:00Z', until: '2022-02-20T23:00:00Z' })).toEqual([]);
  });
});

describe('news after news', () => {
  const told = (sentAt: string, of: Partial<PastNews> = {}) => ({
    ...EMPTY_LEDGER,
    news: [{ planId: 'plan-1', subject: id, period: '2022-01-10', sentAt, ...of }],
  });

  test('tells nothing twice, and all that happened since the news before', () => {
    expect(daysOf(slippedPlan(), { ledger: told('2022-01-18T09:00:00Z') })).toEqual([]);
    expect(daysOf(slippedPlan(), { ledger: told('2022-01-17T09:59:00Z') })).toHaveLength(1);
    const late = { now: '2022-03-07T00:00:00Z', until: '2022-03-20T23:00:00Z' };
    expect(daysOf(slippedPlan(), late)).toEqual([]);
    expect(daysOf(slippedPlan(), { ...late, ledger: told('2022-01-12T09:00:00Z') })).toEqual([
      '2022-03-07 2022-03-09',
    ]);
  });

  test('goes by the last there was of that plan to that person, before this one', () => {
    const early = told('2022-01-12T09:00:00Z', { period: '2021-12-27' }).news;
    const last = told('2022-01-18T09:00:00Z').news;
    expect(daysOf(slippedPlan(), { ledger: { ...EMPTY_LEDGER, news: [...last, ...early] } })).toEqual([]);
    for (const other of [{ planId: 'plan-2' }, { subject: 'somebody' }, { period: '2022-01-24' }])
      expect(daysOf(slippedPlan(), { ledger: told('2022-01-18T09:00:00Z', other) })).toHaveLength(1);
  });
});

describe('what it says', () => {
  const period = { from: at('2022-01-12T00:00:00Z'), to: at('2022-01-26T09:00:00Z') };

  test('is a sentence of what changed, and names the most pressing', () => {
    expect(buildNews(slippedPlan(), period)).toEqual({
      kind: 'news',
      planId: 'plan-1',
      planName: 'Sample plan',
      headline: 'One item slipped. See 3: Recommendation 3',
    });
  });

  test('counts once what slipped into Red', () => {
    expect(buildNews(slippedPlan({}, director, '2022-06-30'), period)?.headline).toBe(
      'One item turned Red. See 3: Recommendation 3',
    );
  });

  test('counts what turned Red, slipped and was reached, not what waited on others all along', () => {
    const overdue = { forecastDue: '2022-01-20', baselineDue: '2022-01-20', duePrecision: 'Day' as const };
    const plan = slippedPlan({
      recommendations: [
        makeRecommendation(),
        makeRecommendation({ number: 4, ...overdue }),
        makeRecommendation({ number: 5, stage: 'Complete', completedOn: '2022-01-18' }),
        makeRecommendation({ number: 6, stage: 'Waiting on others' }),
      ],
    });
    const headline = buildNews(plan, period)?.headline;
    expect(headline).toBe(
      'One item turned Red, one item slipped and one item was reached. See 4: Recommendation 4',
    );
  });

  test('says what waits on others only where it began to', () => {
    const rows = [3, 7, 8].map((number) => makeRecommendation({ number }));
    const slipped = slippedPlan({ recommendations: rows });
    const waiting = [7, 8].reduce(
      (plan, number) =>
        afterAnswer(plan, {
          ref: recommendation(number),
          stage: 'Waiting on others',
          confidence: 'Amber',
          reason: 'The contract',
          now: at('2022-01-18T10:00:00Z'),
        }),
      slipped,
    );
    const since = (from: string) => buildNews(waiting, { ...period, from: at(from) })?.headline;
    expect(since('2022-01-17T12:00:00Z')).toBe('Two items now wait on others. See 7: Recommendation 7');
    expect(since('2022-01-18T10:00:00Z')).toBeUndefined();
  });

  test('is never longer than Teams shows', () => {
    const long = makeRecommendation({ title: 'Word '.repeat(60) });
    const headline = buildNews(slippedPlan({ recommendations: [long] }), period)?.headline ?? '';
    expect(headline.length).toBeGreaterThan(HEADLINE_LENGTH - 6);
    expect(headline.length).toBeLessThanOrEqual(HEADLINE_LENGTH);
    expect(headline.endsWith('…')).toBe(true);
  });
});
