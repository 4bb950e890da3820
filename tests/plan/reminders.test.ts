import { describe, expect, test } from '@jest/globals';
import type { Plan } from '../../plan/plan.ts';
import type { Meeting } from '../../plan/rows.ts';
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
import { entriesOn, remindedAt, reminderOf, whysOn } from '../helpers/reminders.ts';

/** An action due on an exact day, in a group that does not meet. */
const quiet = makeGroup({ everyWeeks: null });
const dueOn = (forecastDue: string, overrides: Partial<Plan> = {}) =>
  makePlan({
    groups: [quiet],
    actions: [makeAction({ forecastDue, baselineDue: forecastDue })],
    ...overrides,
  });
const on = (plan: Plan, day: string) => remindedAt(plan, `${day}T09:30:00Z`);

describe('what is due', () => {
  test.each([
    ['2022-03-25', 'due soon'],
    ['2022-03-24', null],
    ['2022-03-18', 'due soon'],
    ['2022-03-12', 'due soon'],
    ['2022-03-11', 'due today'],
    ['2022-03-10', 'overdue'],
    ['2022-03-09', null],
    ['2022-02-24', null],
  ])('on Fri 11 Mar of something due %s: %p', (due, why) => {
    expect(on(dueOn(due), '2022-03-11')).toEqual(why === null ? [] : ['owner 2022-03-11']);
    expect(whysOn(dueOn(due), 'owner', '2022-03-11')).toEqual(why === null ? [] : [`${why} A7`]);
  });

  test('what is overdue comes on the next working day, then weekly, on the first working day', () => {
    const plan = dueOn('2022-04-06');
    const days = [
      '2022-04-07',
      '2022-04-08',
      '2022-04-11',
      '2022-04-12',
      '2022-04-14',
      '2022-04-19',
      '2022-04-20',
    ];
    // Easter Monday is the 18th.
    expect(days.filter((day) => on(plan, day).length > 0)).toEqual([
      '2022-04-07',
      '2022-04-11',
      '2022-04-19',
    ]);
    expect(whysOn(plan, 'owner', '2022-04-07')).toEqual(['overdue A7']);
    expect(whysOn(plan, 'owner', '2022-04-19')).toEqual(['overdue A7']);
  });

  test('what was due on a Friday or at the weekend is told on the Monday, once in that week', () => {
    const week = ['2022-03-14', '2022-03-15', '2022-03-16', '2022-03-17', '2022-03-18', '2022-03-21'];
    for (const due of ['2022-03-11', '2022-03-12'])
      expect(week.filter((day) => on(dueOn(due), day).length > 0)).toEqual(['2022-03-14', '2022-03-21']);
  });

  test('a week without a working day has none, and loses none', () => {
    const closures = ['2022-03-14', '2022-03-15', '2022-03-16', '2022-03-17', '2022-03-18'];
    const plan = dueOn('2022-03-14', { closures });
    expect(on(plan, '2022-03-16')).toEqual([]);
    expect(whysOn(plan, 'owner', '2022-03-21')).toEqual(['overdue A7']);
  });

  test('only within the hours of that working day', () => {
    const plan = dueOn('2022-03-11');
    expect(remindedAt(plan, '2022-03-11T08:59:59Z')).toEqual([]);
    expect(remindedAt(plan, '2022-03-11T16:59:59Z')).toHaveLength(1);
    expect(remindedAt(plan, '2022-03-11T17:00:00Z')).toEqual([]);
    expect(on(dueOn('2022-03-13'), '2022-03-12')).toEqual([]);
  });

  test('what falls on a weekend is told on the working day after, once', () => {
    // A week before is a Saturday.
    const plan = dueOn('2022-03-19');
    expect(on(plan, '2022-03-12')).toEqual([]);
    expect(whysOn(plan, 'owner', '2022-03-14')).toEqual(['due soon A7']);
    expect(on(plan, '2022-03-15')).toEqual([]);
  });

  test('is one message a day, however much is due', () => {
    const actions = ['2022-03-14', '2022-03-10', '2022-03-21'].map((day, index) =>
      makeAction({ key: `a${index}`, itemId: index, forecastDue: day, baselineDue: day }),
    );
    const plan = makePlan({ groups: [quiet], actions });
    expect(on(plan, '2022-03-14')).toEqual(['owner 2022-03-14']);
    expect(whysOn(plan, 'owner', '2022-03-14')).toEqual(['overdue A1', 'due today A0', 'due soon A2']);
  });

  test('covers all plans of a person, and is nothing where nothing is due', () => {
    const plans = [
      dueOn('2022-03-11'),
      { ...dueOn('2022-03-12'), id: 'plan-2', name: 'Other plan' },
      { ...dueOn('2022-08-01'), id: 'plan-3' },
    ];
    const content = reminderOf(plans, 'owner', { on: '2022-03-11' });
    expect(content?.plans.map(({ planId }) => planId)).toEqual(['plan-1', 'plan-2']);
    expect(content).toMatchObject({ personName: 'SEND group owner', todayWords: 'Fri 11 Mar 2022' });
    expect(remindedAt(plans, '2022-03-11T10:00:00Z')).toEqual(['owner 2022-03-11']);
    expect(reminderOf(plans, 'owner', { on: '2022-03-16' })).toBeNull();
  });

  test('leaves alone what its owner has just spoken of', () => {
    const plan = dueOn('2022-03-31');
    const ref = { list: 'Actions', key: 'action-7' } as const;
    const moved = afterAnswer(plan, { ref, now: at('2022-03-11T09:10:00Z'), forecastDue: '2022-03-18' });
    expect(on(moved, '2022-03-11')).toEqual([]);
    expect(on(moved, '2022-03-14')).toEqual([]);
    expect(on(moved, '2022-03-17')).toHaveLength(1);
  });

  test('after three weeks without a reminder there is one, of how things stand', () => {
    const actions = ['2022-03-01', '2022-03-10', '2022-03-21', '2022-03-22'].map((day, index) =>
      makeAction({ key: `a${index}`, itemId: index, forecastDue: day, baselineDue: day }),
    );
    const plan = makePlan({ groups: [quiet], actions });
    const ledger = { reminders: [] };
    expect(remindedAt(plan, '2022-03-21T10:00:00Z', { ledger })).toEqual(['owner 2022-03-21']);
    expect(whysOn(plan, 'owner', '2022-03-21')).toEqual([
      'overdue A0',
      'overdue A1',
      'due today A2',
      'due soon A3',
    ]);
  });
});

describe('a check-in that nobody answered', () => {
  const due = { baselineDue: '2022-09-30', forecastDue: '2022-09-30' };
  const OPEN = makeMeeting();
  const CLOSED = makeMeeting({ state: 'Closed', closedAt: '2022-01-24T12:00:00Z' });
  const base = makePlan({ recommendations: [makeRecommendation({ ...due, confidence: 'Red' })] });
  const withMeetings = (...meetings: readonly Meeting[]): Plan => ({ ...base, meetings });
  const DAYS = [
    '2022-01-21',
    '2022-01-24',
    '2022-01-25',
    '2022-01-26',
    '2022-01-27',
    '2022-01-28',
    '2022-01-31',
  ];
  const daysWith = (...meetings: readonly Meeting[]) =>
    DAYS.filter((day) => whysOn(withMeetings(...meetings), 'owner', day).includes('check-in unanswered 3'));

  test('is told of once, on the working day after it was closed; while it is open, its card asks', () => {
    expect(daysWith(OPEN)).toEqual([]);
    expect(daysWith({ ...CLOSED, closedAt: '2022-01-25T17:00:00Z' })).toEqual(['2022-01-26']);
    expect(daysWith(CLOSED)).toEqual(['2022-01-25']);
    expect(daysWith({ ...CLOSED, closedAt: '2022-01-28T17:00:00Z' })).toEqual(['2022-01-31']);
    expect(daysWith({ ...CLOSED, closedAt: '2022-01-24T09:00:00Z' })).toEqual(['2022-01-24']);
    expect(entriesOn(withMeetings(CLOSED), 'owner', '2022-01-25')[0]?.words).toBe(
      'The check-in of SEND for Mon 24 Jan 2022 is closed; answering is a late update.',
    );
  });

  test('never of one that was cancelled, came in closed or is a board’s', () => {
    expect(daysWith({ ...CLOSED, state: 'Cancelled' })).toEqual([]);
    expect(daysWith({ ...CLOSED, closedAt: null })).toEqual([]);
    const board = { ...withMeetings(CLOSED), groups: [makeGroup({ kind: 'Board' })] };
    expect(entriesOn(board, 'owner', '2022-01-25')).toEqual([]);
  });

  test('nor of what was answered, in time or late', () => {
    for (const [meeting, now] of [
      [OPEN, '2022-01-21T10:00:00Z'],
      [CLOSED, '2022-01-25T08:00:00Z'],
    ] as const) {
      const said = { confidence: 'Red', reason: 'Still no funds' } as const;
      const answered = afterAnswer(withMeetings(meeting), {
        ref: recommendation(3),
        ...said,
        meeting,
        now: at(now),
      });
      expect(DAYS.flatMap((day) => entriesOn(answered, 'owner', day))).toEqual([]);
    }
  });

  test('the next one takes the place of the last', () => {
    const closures = DAYS.slice(2);
    const next = makeMeeting({ key: 'send@2022-02-07', startsAt: '2022-02-07T10:00:00Z' });
    const wordsOn = (day: string, ...meetings: readonly Meeting[]) =>
      entriesOn({ ...withMeetings(...meetings), closures }, 'owner', day).map(({ words }) => words);
    expect(wordsOn('2022-02-01', CLOSED)).toHaveLength(1);
    expect(wordsOn('2022-02-01', CLOSED, next)).toEqual([]);
    expect(wordsOn('2022-02-01', next, CLOSED)).toEqual([]);
  });
});

describe('while an owner is away', () => {
  const away = (deputy: Partial<Plan['owners'][number]> | null) => [
    makeOwner({ awayFrom: '2022-03-07', awayTo: '2022-03-11', deputy: deputy === null ? null : 'deputy' }),
    makeOwner({ key: 'deputy', title: 'Deputy', ...deputy }),
    makeOwner({ key: 'second', title: 'Second deputy' }),
  ];

  test('their deputy hears of it, together with the deputy’s own', () => {
    const actions = [
      makeAction({ forecastDue: '2022-03-11' }),
      makeAction({ key: 'own', itemId: 8, owner: 'deputy', forecastDue: '2022-03-12' }),
    ];
    const plan = makePlan({ groups: [quiet], owners: away({}), actions });
    expect(on(plan, '2022-03-11')).toEqual(['deputy 2022-03-11']);
    expect(entriesOn(plan, 'deputy', '2022-03-11')).toMatchObject([
      { why: 'due today', line: { label: 'A7' }, words: 'You stand in for SEND group owner.' },
      { why: 'due soon', line: { label: 'A8' }, words: null },
    ]);
    expect(reminderOf(plan, 'owner', { on: '2022-03-11' })).toBeNull();
  });

  test('or the deputy of a deputy who is away too', () => {
    const owners = away({ awayFrom: '2022-03-01', deputy: 'second' });
    expect(on(dueOn('2022-03-11', { owners }), '2022-03-11')).toEqual(['second 2022-03-11']);
  });

  test('or nobody, and they hear of it when they are back, once', () => {
    const plan = dueOn('2022-03-11', { owners: away(null) });
    expect(on(plan, '2022-03-11')).toEqual([]);
    expect(on(plan, '2022-03-14')).toEqual(['owner 2022-03-14']);
    expect(on(plan, '2022-03-15')).toEqual([]);
    // A week before fell into the days away.
    expect(whysOn(dueOn('2022-03-16', { owners: away(null) }), 'owner', '2022-03-14')).toEqual([
      'due soon A7',
    ]);
  });

  test('they hear in their first reminder what came to their deputy meanwhile and still stands, once', () => {
    const plan = dueOn('2022-03-18', { owners: away({}) });
    expect(on(plan, '2022-03-11')).toEqual(['deputy 2022-03-11']);
    expect(on(plan, '2022-03-14')).toEqual(['owner 2022-03-14']);
    expect(entriesOn(plan, 'owner', '2022-03-14')).toMatchObject([
      { why: 'due soon', words: 'It came up while Deputy stood in.' },
    ]);
    expect(on(plan, '2022-03-15')).toEqual([]);
    const ref = { list: 'Actions', key: 'action-7' } as const;
    const spoken = afterAnswer(plan, { ref, by: 'deputy', noChange: true, now: at('2022-03-11T15:00:00Z') });
    expect(on(spoken, '2022-03-14')).toEqual([]);
  });

  test('but not again what they had heard before they went', () => {
    const owners = away({});
    const plan = dueOn('2022-03-18', {
      owners: [
        { ...makeOwner(), ...owners[0], awayFrom: '2022-03-14', awayTo: '2022-03-15' },
        ...owners.slice(1),
      ],
    });
    expect(on(plan, '2022-03-11')).toEqual(['owner 2022-03-11']);
    expect(on(plan, '2022-03-16')).toEqual([]);
  });
});

describe('whoever is away by the list of one plan', () => {
  const AWAY = { awayFrom: '2022-03-07', awayTo: '2022-03-20' };
  const deputy = makeOwner({ key: 'deputy', title: 'Deputy' });
  const other = makePlan({ id: 'other', actions: [], owners: [makeOwner(AWAY)] });

  test('is left alone by their other plans too, and hears when they are back', () => {
    const plans = [dueOn('2022-03-11', { owners: [makeOwner()] }), other];
    expect(remindedAt(plans, '2022-03-11T09:30:00Z')).toEqual([]);
    expect(remindedAt(plans, '2022-03-21T09:30:00Z')).toEqual(['owner 2022-03-21']);
  });

  test('is stood in for where the other plan names a deputy', () => {
    const plans = [dueOn('2022-03-11', { owners: [makeOwner({ deputy: 'deputy' }), deputy] }), other];
    expect(remindedAt(plans, '2022-03-11T09:30:00Z')).toEqual(['deputy 2022-03-11']);
  });

  test('nobody hears where deputies name each other and all are away', () => {
    const circle = [makeOwner({ deputy: 'deputy' }), { ...deputy, deputy: 'owner' }];
    const away = { ...other, owners: [makeOwner(AWAY), { ...deputy, ...AWAY }] };
    expect(remindedAt([dueOn('2022-03-11', { owners: circle }), away], '2022-03-11T09:30:00Z')).toEqual([]);
  });
});
