import { describe, expect, test } from '@jest/globals';
import { alertsOn, buildAlert } from '../../plan/alerts/index.ts';
import type { AlertContent } from '../../plan/content.ts';
import { dueNotices } from '../../plan/notices/index.ts';
import type { Plan } from '../../plan/plan.ts';
import {
  afterAnswer,
  at,
  makeAction,
  makeGroup,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../helpers/make-plan.ts';

const alertsAt = (plan: Plan, instant: string) =>
  dueNotices({ plans: [plan], now: at(instant) })
    .filter(({ kind }) => kind === 'alert')
    .map(({ subject, period }) => `${subject} ${period}`);
/** What the alert of a group and day says at its time; in winter. */
const alertOf = (plan: Plan, day: string, groupKey = 'send'): AlertContent | null => {
  const group = plan.groups.find(({ key }) => key === groupKey) ?? makeGroup();
  return buildAlert(plan, group, day, at(`${day}T09:00:00Z`));
};
const saidOn = (plan: Plan, day: string, groupKey = 'send') =>
  alertOf(plan, day, groupKey)?.entries.map(
    ({ what, line, whenWords }) => `${line.label} ${what}: ${whenWords}`,
  ) ?? [];
/** An action due on an exact day, in a group that does not meet. */
const quiet = makeGroup({ everyWeeks: null });
const dueOn = (forecastDue: string, overrides: Partial<Plan> = {}) =>
  makePlan({
    groups: [quiet],
    actions: [makeAction({ forecastDue, baselineDue: forecastDue })],
    ...overrides,
  });

describe('what the calendar brings', () => {
  test.each([
    ['2022-03-25', 'in 14 days', 'coming'],
    ['2022-03-14', 'in 3 days', null],
    ['2022-03-13', 'in 2 days', 'coming'],
    ['2022-03-11', 'today', 'due today'],
    ['2022-03-10', '1 day overdue', 'missed'],
    ['2022-03-08', '3 days overdue', null],
  ])('on Fri 11 Mar for something due %s (%s): %p', (due, whenWords, what) => {
    const plan = dueOn(due);
    expect(alertsAt(plan, '2022-03-11T09:00:00Z')).toEqual(what === null ? [] : ['send 2022-03-11']);
    const content = alertOf(plan, '2022-03-11');
    expect(content?.entries.map((entry) => [entry.what, entry.whenWords]) ?? null).toEqual(
      what === null ? null : [[what, whenWords]],
    );
  });

  test('what would fall on a weekend waits for Monday', () => {
    expect(alertsAt(dueOn('2022-03-26'), '2022-03-12T09:00:00Z')).toEqual([]);
    expect(alertsAt(dueOn('2022-03-26'), '2022-03-14T09:00:00Z')).toEqual(['send 2022-03-14']);
    expect(alertOf(dueOn('2022-03-12'), '2022-03-14')?.entries[0]?.what).toBe('missed');
  });

  test('what was reached since the last working day is told', () => {
    const plan = dueOn('2022-03-31', {
      actions: [makeAction({ stage: 'Complete', completedOn: '2022-03-11' })],
    });
    expect(alertOf(plan, '2022-03-14')?.entries).toMatchObject([
      { what: 'reached', whenWords: 'on Fri 11 Mar 2022' },
    ]);
    expect(alertsAt(plan, '2022-03-16T09:00:00Z')).toEqual([]);
  });

  test('live until the end of the next day', () => {
    const plan = dueOn('2022-03-24');
    expect(alertsAt(plan, '2022-03-10T08:59:59Z')).toEqual([]);
    expect(alertsAt(plan, '2022-03-11T16:59:59Z')).toEqual(['send 2022-03-10']);
    expect(alertsAt(plan, '2022-03-12T00:00:00Z')).toEqual([]);
  });

  test('things that fall together are one post, the most pressing first', () => {
    const actions = ['2022-03-25', '2022-03-10', '2022-03-11'].map((day, index) =>
      makeAction({ key: `a${index}`, itemId: index, forecastDue: day, baselineDue: day }),
    );
    const content = alertOf(makePlan({ actions }), '2022-03-11');
    expect(content?.entries.map((entry) => entry.what)).toEqual(['missed', 'due today', 'coming']);
    expect(content?.todayWords).toBe('Fri 11 Mar 2022');
  });

  test('sent a day late speaks of that day, and only where that day has none of its own', () => {
    const late = at('2022-03-12T10:00:00Z');
    const [entry] = buildAlert(dueOn('2022-03-11'), makeGroup(), '2022-03-11', late)?.entries ?? [];
    expect(entry).toMatchObject({ what: 'missed', whenWords: '1 day overdue' });
    expect(alertsAt(dueOn('2022-03-10'), '2022-03-11T09:00:00Z')).toEqual(['send 2022-03-11']);
  });

  test('months count by their last day', () => {
    const plan = makePlan({ groups: [quiet], recommendations: [makeRecommendation()] });
    expect(alertsAt(plan, '2022-03-17T09:00:00Z')).toEqual(['send 2022-03-17']);
  });
});

describe('a forecast beyond tolerance', () => {
  // First promised for 31 Mar; the plan tolerates 14 days.
  const plan = makePlan({ groups: [quiet], recommendations: [makeRecommendation()] });
  const moved = (from: Plan, forecastDue: string, now: string) =>
    afterAnswer(from, {
      ref: recommendation(3),
      confidence: 'Amber',
      forecastDue,
      reason: 'Two schools late',
      now: at(now),
    });
  const slipped = moved(plan, '2022-05-31', '2022-01-12T15:00:00Z');

  test('is told on the next day: from when to when, and why', () => {
    expect(saidOn(slipped, '2022-01-13')).toEqual(['3 slipped: Mar 2022 → May 2022']);
    expect(alertOf(slipped, '2022-01-13')?.entries[0]?.reason).toBe('Two schools late');
    expect([saidOn(slipped, '2022-01-12'), saidOn(slipped, '2022-01-14')]).toEqual([[], []]);
  });

  test('is not told on the day itself once that day’s alerts have gone out', () => {
    expect(alertsAt(slipped, '2022-01-12T16:00:00Z')).toEqual([]);
    expect(saidOn(moved(plan, '2022-05-31', '2022-01-12T08:59:00Z'), '2022-01-12')).toHaveLength(1);
  });

  test('within tolerance is not told, nor a step further once it is beyond', () => {
    expect(saidOn(moved(plan, '2022-04-14', '2022-01-12T15:00:00Z'), '2022-01-13')).toEqual([]);
    const [beyond] = saidOn(moved(plan, '2022-04-15', '2022-01-12T15:00:00Z'), '2022-01-13');
    expect(beyond).toBe('3 slipped: Mar 2022 → Fri 15 Apr 2022');
    expect(saidOn(moved(slipped, '2022-07-31', '2022-01-13T15:00:00Z'), '2022-01-14')).toEqual([]);
  });

  test('is not told where it was taken back meanwhile, or where the item is done', () => {
    expect(saidOn(moved(slipped, '2022-03-31', '2022-01-12T16:00:00Z'), '2022-01-13')).toEqual([]);
    expect(saidOn(moved(slipped, '2022-03-31', '2022-01-13T10:00:00Z'), '2022-01-13')).toEqual([]);
    const done = afterAnswer(slipped, {
      ref: recommendation(3),
      by: 'chair',
      stage: 'Complete',
      note: 'Signed',
      now: at('2022-01-12T16:00:00Z'),
    });
    expect(saidOn(done, '2022-01-13')).toEqual(['3 reached: on Wed 12 Jan 2022']);
  });

  test('of a Friday is told on Monday, and later words do not hide it', () => {
    const friday = moved(plan, '2022-05-31', '2022-01-14T15:00:00Z');
    const spoken = afterAnswer(friday, {
      ref: recommendation(3),
      now: at('2022-01-17T09:05:00Z'),
      note: 'Rung',
    });
    expect([saidOn(friday, '2022-01-15'), saidOn(spoken, '2022-01-17').length]).toEqual([[], 1]);
  });
});

describe('what no longer waits', () => {
  const finance = makeGroup({
    key: 'finance',
    itemId: 2,
    title: 'Finance',
    channelId: 'channel-2',
    everyWeeks: null,
  });
  const groups = [quiet, finance];
  const plan = makePlan({ groups, recommendations: [makeRecommendation()] });
  const says = (from: Plan, now: string, said: Omit<Parameters<typeof afterAnswer>[1], 'ref' | 'now'>) =>
    afterAnswer(from, { ref: recommendation(3), now: at(now), ...said });
  const waiting = says(plan, '2022-01-11T12:00:00Z', {
    stage: 'Waiting on others',
    waitingOn: 'finance',
    blocker: 'who funds it',
  });
  const freed = says(waiting, '2022-01-12T12:00:00Z', { stage: 'In progress', note: 'They pay: a secret' });

  test('is told in its group’s channel and in that of the group it waited on', () => {
    expect(saidOn(freed, '2022-01-13')).toEqual(['3 unblocked: no longer waits on Finance']);
    expect(saidOn(freed, '2022-01-13', 'finance')).toEqual([
      '3 unblocked: SEND no longer waits on this group',
    ]);
    expect(saidOn(freed, '2022-01-14')).toEqual([]);
    expect(saidOn(waiting, '2022-01-13', 'finance')).toEqual([]);
  });

  test('carries what was said only into the channel of its own group, where that is nobody else’s', () => {
    const noteIn = (of: Plan, group: string) =>
      alertOf(of, '2022-01-13', group)?.entries.map(({ line }) => line.latestNote);
    expect(noteIn(freed, 'send')).toEqual(['They pay: a secret']);
    expect(JSON.stringify(alertOf(freed, '2022-01-13', 'finance'))).not.toMatch(/secret|funds/);
    const board = { ...freed, groups: [{ ...quiet, kind: 'Board' as const }, finance] };
    const shared = { ...freed, groups: [quiet, { ...finance, channelId: quiet.channelId }] };
    expect([noteIn(board, 'send'), noteIn(shared, 'send')]).toEqual([[null], [null]]);
  });

  test('is told to the group it waited on when it now waits on another, or is done; its own group hears of the end', () => {
    const elsewhere = says(waiting, '2022-01-12T12:00:00Z', { waitingOn: '', blocker: 'the landlord' });
    expect([saidOn(elsewhere, '2022-01-13'), saidOn(elsewhere, '2022-01-13', 'finance').length]).toEqual([
      [],
      1,
    ]);
    const done = says(waiting, '2022-01-12T12:00:00Z', { by: 'chair', stage: 'Complete', note: 'Paid' });
    expect(saidOn(done, '2022-01-13')).toEqual(['3 reached: on Wed 12 Jan 2022']);
    expect(saidOn(done, '2022-01-13', 'finance')).toHaveLength(1);
  });

  test('is told on the next day, not on the day itself once that day’s alerts have gone out', () => {
    expect([saidOn(freed, '2022-01-12'), saidOn(freed, '2022-01-12', 'finance')]).toEqual([[], []]);
  });

  test('is not told where it waits again', () => {
    const again = says(freed, '2022-01-12T13:00:00Z', {
      stage: 'Waiting on others',
      waitingOn: 'finance',
      blocker: 'who funds it',
    });
    expect([saidOn(again, '2022-01-13'), saidOn(again, '2022-01-13', 'finance')]).toEqual([[], []]);
  });

  test('of several reasons the most pressing is told, once', () => {
    const due = makePlan({
      groups,
      recommendations: [
        makeRecommendation({ baselineDue: '2022-01-13', forecastDue: '2022-01-13', duePrecision: 'Day' }),
      ],
    });
    const both = says(
      says(due, '2022-01-11T12:00:00Z', {
        stage: 'Waiting on others',
        waitingOn: 'finance',
        blocker: 'who funds it',
      }),
      '2022-01-12T12:00:00Z',
      { stage: 'In progress', note: 'Goes on' },
    );
    expect(saidOn(both, '2022-01-13')).toEqual(['3 due today: today']);
  });
});

describe('in a quiet period', () => {
  const finance = makeGroup({
    key: 'finance',
    itemId: 2,
    title: 'Finance',
    channelId: 'channel-2',
    everyWeeks: null,
  });
  const halfTerm = { title: 'Half-term', from: '2022-02-21', to: '2022-02-25' };
  const actions = [
    makeAction({ forecastDue: '2022-02-22', baselineDue: '2022-02-22' }),
    makeAction({ key: 'theirs', itemId: 8, group: 'finance', forecastDue: '2022-02-22' }),
  ];
  const week = ['21', '22', '23', '24', '25', '26', '27', '28'].map((day) => `2022-02-${day}`);
  const daysOf = (plan: Plan, group: string) =>
    [...week, '2022-03-01'].filter((day) => alertsOn(plan, day).has(group));

  test('nobody is alerted, and what fell is told once on the next day', () => {
    const plan = makePlan({ groups: [quiet, finance], actions, quietPeriods: [{ ...halfTerm, groups: [] }] });
    expect([daysOf(plan, 'send'), daysOf(plan, 'finance')]).toEqual([['2022-02-28'], ['2022-02-28']]);
    expect(saidOn(plan, '2022-02-28')).toEqual(['A7 missed: 6 days overdue']);
  });

  test('of one group the others are alerted as ever', () => {
    const plan = makePlan({
      groups: [quiet, finance],
      actions,
      quietPeriods: [{ ...halfTerm, groups: ['send'] }],
    });
    expect(daysOf(plan, 'send')).toEqual(['2022-02-28']);
    expect(daysOf(plan, 'finance')).toEqual(['2022-02-21', '2022-02-22', '2022-02-23']);
  });

  test('what moved is told afterwards, each group by its own days', () => {
    const plan = makePlan({
      groups: [quiet, finance],
      recommendations: [makeRecommendation()],
      quietPeriods: [{ ...halfTerm, groups: ['send'] }],
    });
    const waiting = afterAnswer(plan, {
      ref: recommendation(3),
      stage: 'Waiting on others',
      waitingOn: 'finance',
      blocker: 'who funds it',
      now: at('2022-02-17T12:00:00Z'),
    });
    const freed = afterAnswer(waiting, {
      ref: recommendation(3),
      stage: 'In progress',
      forecastDue: '2022-06-30',
      confidence: 'Amber',
      reason: 'Late',
      now: at('2022-02-22T12:00:00Z'),
    });
    expect(daysOf(freed, 'send')).toEqual(['2022-02-28']);
    expect(saidOn(freed, '2022-02-28')).toEqual(['3 slipped: Mar 2022 → Jun 2022']);
    expect(daysOf(freed, 'finance')).toEqual(['2022-02-23']);
  });

  test('closures are days of silence too', () => {
    const plan = { ...dueOn('2022-02-22'), closures: ['2022-02-22', '2022-02-23'] };
    expect(saidOn(plan, '2022-02-22')).toEqual([]);
    expect(saidOn(plan, '2022-02-24')).toEqual(['A7 missed: 2 days overdue']);
  });
});

describe('after three weeks down', () => {
  test('the latest alert of a group is posted, and no other', () => {
    const days = ['2022-03-07', '2022-03-14', '2022-03-21', '2022-03-24', '2022-03-25'];
    const actions = days.map((day, at) =>
      makeAction({ key: `a${at}`, itemId: at + 1, forecastDue: day, baselineDue: day }),
    );
    const plan = makePlan({ groups: [quiet], actions });
    expect(alertsAt(plan, '2022-03-25T12:00:00Z')).toEqual(['send 2022-03-25']);
    // Of what fell while nothing ran, only what is still fresh is told.
    expect(saidOn(plan, '2022-03-25')).toEqual(['A4 missed: 1 day overdue', 'A5 due today: today']);
  });
});

test('a post goes out at the same time by the clock, whatever the season', () => {
  const times = ['2022-03-25', '2022-03-28', '2022-10-28', '2022-10-31'].map((day) => {
    const [notice] = dueNotices({ plans: [dueOn(day)], now: at(`${day}T12:00:00Z`) });
    return notice?.dueAt
      .toZonedDateTimeISO('Europe/London')
      .toPlainTime()
      .toString({ smallestUnit: 'minute' });
  });
  expect(times).toEqual(['09:00', '09:00', '09:00', '09:00']);
});
