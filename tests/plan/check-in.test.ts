import { describe, expect, test } from '@jest/globals';
import { askedItems, buildCheckIn, buildQuestions } from '../../plan/check-in.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Recommendation } from '../../plan/rows.ts';
import {
  afterAnswer,
  at,
  makeAction,
  makeGroup,
  makeMeeting,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../helpers/make-plan.ts';

const meeting = makeMeeting();
const now = at('2022-01-21T09:00:00Z');
const later = { baselineDue: '2022-09-30', forecastDue: '2022-09-30' } as const;

function planWith(rows: Partial<Recommendation>[], overrides: Partial<Plan> = {}): Plan {
  return makePlan({
    recommendations: rows.map((row, index) =>
      makeRecommendation({ number: index + 1, confidence: 'Green', ...later, ...row }),
    ),
    meetings: [meeting],
    ...overrides,
  });
}
const reasonsOf = (plan: Plan, held = meeting, when = now) =>
  Object.fromEntries(askedItems(plan, held, when).map(({ item, reasons }) => [item.label, reasons]));

describe('what a check-in asks about', () => {
  test.each<[string, Partial<Recommendation>, string[]]>([
    ['overdue', { forecastDue: '2021-12-31' }, ['overdue']],
    [
      'due the day before the next-but-one meeting',
      { forecastDue: '2022-02-20', duePrecision: 'Day' },
      ['due soon'],
    ],
    ['Red by its dates', { baselineDue: '2022-06-30' }, ['red']],
    ['Red by its owner', { confidence: 'Red' }, ['red']],
    ['Amber by its owner', { confidence: 'Amber' }, ['amber']],
    ['imported, with nobody’s word on it', { confidence: null }, ['no word yet']],
    ['waiting', { stage: 'Waiting on others' }, ['waiting on others']],
    ['done, and not signed off', { stage: 'Done awaiting sign-off' }, ['to sign off']],
    [
      'several',
      {
        stage: 'Waiting on others',
        confidence: 'Amber',
        forecastDue: '2022-01-31',
        baselineDue: '2022-01-31',
      },
      ['due soon', 'amber', 'waiting on others'],
    ],
  ])('%s', (_what, row, reasons) => {
    expect(reasonsOf(planWith([row]))).toEqual({ 1: reasons });
  });

  test.each<[string, Partial<Recommendation>]>([
    ['on course and far off', {}],
    ['due on the day of the next-but-one meeting', { forecastDue: '2022-02-21', duePrecision: 'Day' }],
    [
      'complete, though its day has passed',
      { stage: 'Complete', forecastDue: '2021-12-31', confidence: 'Red' },
    ],
    ['another group’s', { leadGroup: 'data', confidence: 'Red' }],
    ['without a date', { baselineDue: null, forecastDue: null }],
  ])('not %s', (_what, row) => {
    expect(reasonsOf(planWith([row]))).toEqual({});
  });

  test('without a word for three meetings, and just as much once the meeting itself is closed', () => {
    const held = ['2021-11-29', '2021-12-13', '2022-01-10'].map((on) =>
      makeMeeting({ key: `send@${on}`, startsAt: `${on}T10:00:00Z`, state: 'Closed' }),
    );
    const closed = makeMeeting({ state: 'Closed' });
    const after = at('2022-01-26T09:00:00Z');
    expect(reasonsOf(planWith([{}], { meetings: [...held, meeting] }))).toEqual({ 1: ['no recent word'] });
    expect(reasonsOf(planWith([{}], { meetings: [...held.slice(1), closed] }), closed, after)).toEqual({});
  });

  test('a meeting without a start asks nothing', () => {
    expect(askedItems(planWith([{ confidence: 'Red' }]), makeMeeting({ startsAt: null }), now)).toEqual([]);
  });
});

describe('an answer', () => {
  const plan = planWith([{ confidence: 'Amber' }, {}, { confidence: 'Red' }]);
  const answered = afterAnswer(plan, {
    ref: recommendation(1),
    meeting,
    now,
    confidence: 'Green',
    reason: 'Settled',
  });

  test('keeps its item on the card with what it was asked for, after those still to answer', () => {
    const card = buildCheckIn(answered, meeting, now);
    expect(card.asked.map((one) => [one.label, one.reasons, one.answered?.byName ?? null])).toEqual([
      ['3', ['red'], null],
      ['1', ['amber'], 'SEND group owner'],
    ]);
    expect(card).toMatchObject({ answeredCount: 1, quietCount: 1, state: 'open' });
    expect(card.asked[1]).toMatchObject({
      confidence: 'Green',
      answered: { atWords: 'Fri 21 Jan 2022, 09:00', late: false },
    });
  });

  test('is remembered by this check-in only', () => {
    const next = makeMeeting({ key: 'send@2022-02-07', startsAt: '2022-02-07T10:00:00Z' });
    expect(buildCheckIn(answered, next, at('2022-02-04T09:00:00Z')).answeredCount).toBe(0);
  });

  test('of an item nobody asked about joins the card', () => {
    const more = afterAnswer(plan, { ref: recommendation(2), meeting, now, note: 'Ahead of time' });
    expect(reasonsOf(more)).toEqual({ 3: ['red'], 1: ['amber'], 2: [] });
    expect(buildCheckIn(more, meeting, now)).toMatchObject({ answeredCount: 1, quietCount: 0 });
  });

  test('after the closing time is late', () => {
    const late = afterAnswer(plan, {
      ref: recommendation(1),
      meeting,
      now: at('2022-01-25T17:01:00Z'),
      noChange: true,
    });
    expect(buildCheckIn(late, meeting, at('2022-01-25T18:00:00Z')).asked[1]?.answered?.late).toBe(true);
  });

  test('that comes late takes the place of nothing that was said in time: it is added', () => {
    const closed = { ...meeting, state: 'Closed' } as const;
    const before = planWith([{ confidence: 'Amber' }], { meetings: [closed] });
    const inTime = {
      ref: recommendation(1),
      by: 'chair',
      meeting: closed,
      now,
      note: 'Not agreed by the unit',
    };
    const lateWord = { ...inTime, by: 'owner', now: at('2022-01-26T09:00:00Z'), note: 'The unit has signed' };
    const [row] = buildCheckIn(
      afterAnswer(afterAnswer(before, inTime), lateWord),
      closed,
      at('2022-01-26T10:00:00Z'),
    ).asked;
    expect(row).toMatchObject({
      latestNote: 'Not agreed by the unit',
      answered: { byName: 'SEND group chair', late: false },
      lateWord: {
        byName: 'SEND group owner',
        atWords: 'Wed 26 Jan 2022, 09:00',
        note: 'The unit has signed',
      },
    });
  });

  test('that completes an item does not take it off the card', () => {
    const done = afterAnswer(plan, {
      ref: recommendation(3),
      by: 'chair',
      meeting,
      now,
      stage: 'Complete',
      note: 'Signed',
    });
    expect(reasonsOf(done)).toEqual({ 1: ['amber'], 3: ['red'] });
  });
});

describe('the card', () => {
  test('says when the meeting is and when it closes', () => {
    expect(buildCheckIn(planWith([]), meeting, now)).toMatchObject({
      kind: 'check-in',
      meetingKey: 'send@2022-01-24',
      groupName: 'SEND',
      meetingWords: 'Mon 24 Jan 2022, 10:00',
      closesWords: 'Tue 25 Jan 2022, 17:00',
      asked: [],
      quietCount: 0,
    });
  });

  test('a closed check-in shows things as they stood when it closed', () => {
    const closed = makeMeeting({ state: 'Closed' });
    const plan = planWith([{ confidence: 'Amber' }, {}], { meetings: [closed] });
    const changed = afterAnswer(plan, {
      ref: recommendation(2),
      now: at('2022-02-01T09:00:00Z'),
      confidence: 'Red',
      reason: 'No money',
    });
    const card = buildCheckIn(changed, closed, at('2022-02-02T09:00:00Z'));
    expect(card.state).toBe('closed');
    expect(card.asked.map((one) => one.label)).toEqual(['1']);
  });

  test('a line holds dates in words, the day of the last note and whom it waits for', () => {
    const plan = planWith([{ baselineDue: '2022-03-31', forecastDue: '2022-04-10' }], {
      groups: [makeGroup(), makeGroup({ key: 'finance', title: 'Finance' })],
    });
    const ref = recommendation(1);
    const waiting = afterAnswer(plan, {
      ref,
      meeting,
      now,
      stage: 'Waiting on others',
      note: 'Sent',
      blocker: 'Finance group: who pays',
    });
    const after = afterAnswer(waiting, { ref, meeting, now: at('2022-01-22T09:00:00Z'), noChange: true });
    expect(buildCheckIn(after, meeting, at('2022-01-22T09:00:00Z')).asked[0]).toMatchObject({
      baseline: { date: '2022-03-31', words: 'Mar 2022' },
      forecast: { date: '2022-04-10', words: 'Sun 10 Apr 2022' },
      dueIn: 'in 78 days',
      schedule: 'Amber',
      latestNote: 'Sent',
      latestNoteOn: '21 Jan 2022',
      waitingOnName: 'Finance',
    });
  });
});

describe('questions', () => {
  const chair = makeOwner({ key: 'chair', title: 'Chair' });
  const owner = makeOwner();
  const labels = (plan: Plan, person = owner, held: typeof meeting | null = meeting) =>
    buildQuestions(plan, held, person, 'form-1', now).questions.map((one) => one.label);

  test('are one’s own asked items, the most pressing first', () => {
    const plan = planWith([
      { confidence: 'Amber' },
      {},
      { confidence: 'Red', owner: 'chair' },
      { forecastDue: '2021-12-31' },
    ]);
    expect(labels(plan)).toEqual(['4', '1']);
    expect(labels(plan, chair)).toEqual(['3']);
  });

  test('are all asked items for somebody who has none', () => {
    const plan = planWith([{ confidence: 'Amber' }, {}, { confidence: 'Red' }]);
    expect(labels(plan, chair)).toEqual(['3', '1']);
  });

  test('are one’s own open items where nothing is asked, else the group’s', () => {
    const plan = planWith([{}, { owner: 'chair' }, { stage: 'Complete' }]);
    expect(labels(plan)).toEqual(['1']);
    expect(labels(plan, makeOwner({ key: 'other' }))).toEqual(['1', '2']);
  });

  test('outside a meeting are all one’s open items in any group, worst first', () => {
    const plan = planWith(
      [{}, { confidence: 'Red', leadGroup: 'data' }, { stage: 'Complete' }, { owner: 'chair' }],
      {
        actions: [makeAction({ forecastDue: '2022-01-20' })],
      },
    );
    expect(labels(plan, owner, null)).toEqual(['A7', '2', '1']);
    expect(buildQuestions(plan, null, owner, 'form-1', now)).toMatchObject({
      meetingKey: null,
      groupName: null,
    });
  });

  test('are filled with the last answer and say what is answered', () => {
    const plan = planWith([{ confidence: 'Amber' }, { confidence: 'Red' }]);
    const after = afterAnswer(plan, {
      ref: recommendation(2),
      meeting,
      now,
      confidence: 'Amber',
      forecastDue: '2022-10-10',
      reason: 'Two left',
      blocker: 'Access',
    });
    const [open, answered] = buildQuestions(after, meeting, owner, 'form-1', now).questions;
    expect(open).toMatchObject({ label: '1', answered: false });
    expect(answered).toMatchObject({
      answered: true,
      last: {
        stage: 'In progress',
        confidence: 'Amber',
        forecastDue: '2022-10-10',
        note: 'Two left',
        blocker: 'Access',
        evidenceUrl: null,
      },
    });
  });
});
