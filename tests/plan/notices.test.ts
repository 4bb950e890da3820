import { describe, expect, test } from '@jest/globals';
import { buildAlert } from '../../plan/alert.ts';
import { dueNotices, nextNoticeAt } from '../../plan/notices/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { buildReminder } from '../../plan/reminder.ts';
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

const namesAt = (plan: Plan, instant: string) =>
  dueNotices({ plans: [plan], now: at(instant) }).map(
    ({ kind, recipient, period }) =>
      `${kind} ${recipient.kind === 'channel' ? recipient.groupKey : keyOf(plan, recipient.entraObjectId)} ${period}`,
  );
const keyOf = (plan: Plan, id: string) => plan.owners.find(({ entraObjectId }) => entraObjectId === id)?.key;
const only = (plan: Plan, kind: string, instant: string) =>
  namesAt(plan, instant).filter((name) => name.startsWith(kind));
/** An action due on an exact day, in a group that does not meet. */
const quiet = makeGroup({ everyWeeks: null });
const dueOn = (forecastDue: string, overrides: Partial<Plan> = {}) =>
  makePlan({
    groups: [quiet],
    actions: [makeAction({ forecastDue, baselineDue: forecastDue })],
    ...overrides,
  });

describe('check-ins', () => {
  const opened = makePlan({ meetings: [makeMeeting({ state: 'Open' })] });

  test('open at their moment and not before, until they close', () => {
    const plan = opened;
    expect(only(plan, 'check-in', '2022-01-21T08:59:59Z')).toEqual([]);
    expect(only(plan, 'check-in', '2022-01-21T09:00:00Z')).toEqual(['check-in send 2022-01-24']);
    expect(only(plan, 'check-in', '2022-01-25T16:59:59Z')).toEqual(['check-in send 2022-01-24']);
    expect(only(plan, 'check-in', '2022-01-25T17:00:00Z')).toEqual([]);
  });

  test('go to the group’s channel with their meeting', () => {
    const [notice] = dueNotices({ plans: [opened], now: at('2022-01-21T09:00:00Z') });
    expect(notice?.recipient).toEqual({ kind: 'channel', groupKey: 'send' });
    expect(notice?.meeting?.key).toBe('send@2022-01-24');
  });

  test.each(['Planned', 'Closed', 'Cancelled'] as const)('a meeting that is %s has none', (state) => {
    expect(
      only(makePlan({ meetings: [makeMeeting({ state })] }), 'check-in', '2022-01-24T09:00:00Z'),
    ).toEqual([]);
  });

  test('a meeting moved by hand keeps its name, so it is not announced twice', () => {
    const plan = makePlan({ meetings: [makeMeeting({ startsAt: '2022-01-26T10:00:00Z' })] });
    expect(only(plan, 'check-in', '2022-01-24T10:00:00Z')).toEqual(['check-in send 2022-01-24']);
  });

  test('boards, reference groups and inactive groups have none', () => {
    for (const overrides of [{ kind: 'Board' }, { kind: 'Reference' }, { active: false }] as const) {
      const plan = { ...opened, groups: [makeGroup(overrides)] };
      expect(namesAt(plan, '2022-01-24T10:00:00Z')).toEqual([]);
    }
  });
});

describe('digests', () => {
  const closed = (on: string) =>
    makeMeeting({ key: `send@${on}`, startsAt: `${on}T10:00:00Z`, state: 'Closed' });

  test('follow the closing by a working day and are dropped after three days', () => {
    const plan = makePlan({ meetings: [closed('2022-01-24')] });
    expect(only(plan, 'digest', '2022-01-26T08:59:59Z')).toEqual([]);
    expect(only(plan, 'digest', '2022-01-26T09:00:00Z')).toEqual(['digest send 2022-01-24']);
    expect(only(plan, 'digest', '2022-01-29T08:59:59Z')).toEqual(['digest send 2022-01-24']);
    expect(only(plan, 'digest', '2022-01-29T09:00:00Z')).toEqual([]);
  });

  test('wait until the check-in is closed; a meeting that had none has no digest', () => {
    expect(only(makePlan({ meetings: [makeMeeting()] }), 'digest', '2022-01-26T09:00:00Z')).toEqual([]);
    expect(only(makePlan(), 'digest', '2022-01-26T09:00:00Z')).toEqual([]);
  });

  test('after an outage only the latest of a group', () => {
    const twoInTwoDays = makePlan({ meetings: [closed('2022-01-24'), closed('2022-01-25')] });
    expect(only(twoInTwoDays, 'digest', '2022-01-27T09:00:00Z')).toEqual(['digest send 2022-01-25']);
  });
});

describe('alerts', () => {
  test.each([
    ['2022-03-25', 'in 14 days', 'coming'],
    ['2022-03-14', 'in 3 days', null],
    ['2022-03-13', 'in 2 days', 'coming'],
    ['2022-03-11', 'today', 'due today'],
    ['2022-03-10', '1 day overdue', 'missed'],
    ['2022-03-08', '3 days overdue', null],
  ])('on Fri 11 Mar for something due %s (%s): %p', (due, whenWords, what) => {
    const plan = dueOn(due);
    const now = at('2022-03-11T09:00:00Z');
    expect(only(plan, 'alert', '2022-03-11T09:00:00Z')).toEqual(
      what === null ? [] : ['alert send 2022-03-11'],
    );
    const content = buildAlert(plan, 'send', '2022-03-11', now);
    expect(content?.entries.map((entry) => [entry.what, entry.whenWords]) ?? null).toEqual(
      what === null ? null : [[what, whenWords]],
    );
  });

  test('what would fall on a weekend waits for Monday', () => {
    expect(only(dueOn('2022-03-26'), 'alert', '2022-03-12T09:00:00Z')).toEqual([]);
    expect(only(dueOn('2022-03-26'), 'alert', '2022-03-14T09:00:00Z')).toEqual(['alert send 2022-03-14']);
    expect(
      buildAlert(dueOn('2022-03-12'), 'send', '2022-03-14', at('2022-03-14T09:00:00Z'))?.entries[0]?.what,
    ).toBe('missed');
  });

  test('what was reached since the last working day is told', () => {
    const plan = dueOn('2022-03-31', {
      actions: [makeAction({ stage: 'Complete', completedOn: '2022-03-11' })],
    });
    expect(buildAlert(plan, 'send', '2022-03-14', at('2022-03-14T09:00:00Z'))?.entries).toMatchObject([
      { what: 'reached', whenWords: 'on Fri 11 Mar 2022' },
    ]);
    expect(only(plan, 'alert', '2022-03-16T09:00:00Z')).toEqual([]);
  });

  test('live until the end of the next day', () => {
    const plan = dueOn('2022-03-11');
    expect(only(plan, 'alert', '2022-03-11T08:59:59Z')).toEqual([]);
    expect(only(plan, 'alert', '2022-03-12T23:59:59Z')).toEqual(['alert send 2022-03-11']);
    expect(only(plan, 'alert', '2022-03-13T00:00:00Z')).toEqual([]);
  });

  test('things that fall together are one post, the most pressing first', () => {
    const actions = ['2022-03-25', '2022-03-10', '2022-03-11'].map((day, index) =>
      makeAction({ key: `a${index}`, itemId: index, forecastDue: day, baselineDue: day }),
    );
    const content = buildAlert(makePlan({ actions }), 'send', '2022-03-11', at('2022-03-11T09:00:00Z'));
    expect(content?.entries.map((entry) => entry.what)).toEqual(['missed', 'due today', 'coming']);
    expect(content?.todayWords).toBe('Fri 11 Mar 2022');
  });

  test('sent a day late speaks of that day, and only where that day has none of its own', () => {
    const late = at('2022-03-12T10:00:00Z');
    const [entry] = buildAlert(dueOn('2022-03-11'), 'send', '2022-03-11', late)?.entries ?? [];
    expect(entry).toMatchObject({ what: 'missed', whenWords: '1 day overdue' });
    expect(only(dueOn('2022-03-10'), 'alert', '2022-03-11T09:00:00Z')).toEqual(['alert send 2022-03-11']);
  });

  test('months count by their last day', () => {
    const plan = makePlan({ groups: [quiet], recommendations: [makeRecommendation()] });
    expect(only(plan, 'alert', '2022-03-17T09:00:00Z')).toEqual(['alert send 2022-03-17']);
  });
});

describe('reminders', () => {
  const remindersAt = (plan: Plan, day: string) => only(plan, 'reminder', `${day}T09:30:00Z`);

  test.each([
    ['2022-03-25', true],
    ['2022-03-24', false],
    ['2022-03-18', true],
    ['2022-03-12', true],
    ['2022-03-11', true],
    ['2022-03-10', true],
    ['2022-03-09', false],
    ['2022-03-03', true],
    ['2022-02-24', true],
  ])('on Fri 11 Mar for something due %s: %p', (due, isReminded) => {
    expect(remindersAt(dueOn(due), '2022-03-11')).toEqual(isReminded ? ['reminder owner 2022-03-11'] : []);
  });

  test('only within the hours of that working day', () => {
    const plan = dueOn('2022-03-11');
    expect(only(plan, 'reminder', '2022-03-11T08:59:59Z')).toEqual([]);
    expect(only(plan, 'reminder', '2022-03-11T16:59:59Z')).toHaveLength(1);
    expect(only(plan, 'reminder', '2022-03-11T17:00:00Z')).toEqual([]);
    expect(remindersAt(dueOn('2022-03-13'), '2022-03-12')).toEqual([]);
    expect(remindersAt(dueOn('2022-03-13'), '2022-03-14')).toHaveLength(1);
  });

  test('is one a day, however much is due', () => {
    const actions = ['2022-03-11', '2022-03-10', '2022-03-18'].map((day, index) =>
      makeAction({ key: `a${index}`, forecastDue: day, baselineDue: day }),
    );
    const plan = makePlan({ groups: [quiet], actions });
    expect(remindersAt(plan, '2022-03-11')).toEqual(['reminder owner 2022-03-11']);
    const content = buildReminder([{ plan, ownerKey: 'owner' }], at('2022-03-11T09:00:00Z'));
    expect(content?.plans[0]?.entries.map((entry) => entry.why)).toEqual([
      'overdue',
      'due today',
      'due soon',
    ]);
  });

  test('covers all plans of a person, and is nothing where nothing is due', () => {
    const two = [
      dueOn('2022-03-11'),
      { ...dueOn('2022-03-10'), id: 'plan-2', name: 'Other plan' },
      dueOn('2022-08-01'),
    ];
    const asks = two.map((plan) => ({ plan, ownerKey: 'owner' }));
    const content = buildReminder(asks, at('2022-03-11T09:00:00Z'));
    expect(content?.plans.map((part) => part.planId)).toEqual(['plan-1', 'plan-2']);
    expect(content).toMatchObject({ personName: 'SEND group owner', todayWords: 'Fri 11 Mar 2022' });
    expect(buildReminder(asks, at('2022-03-16T09:00:00Z'))).toBeNull();
  });

  test('goes to the deputy while the owner is away, together with the deputy’s own', () => {
    const owners = [
      makeOwner({ awayFrom: '2022-03-07', awayTo: '2022-03-11', deputy: 'deputy' }),
      makeOwner({ key: 'deputy', title: 'Deputy' }),
    ];
    const actions = [
      makeAction({ forecastDue: '2022-03-11' }),
      makeAction({ key: 'own', itemId: 8, owner: 'deputy', forecastDue: '2022-03-10' }),
    ];
    const plan = makePlan({ groups: [quiet], owners, actions });
    expect(remindersAt(plan, '2022-03-11')).toEqual(['reminder deputy 2022-03-11']);
    const content = buildReminder([{ plan, ownerKey: 'deputy' }], at('2022-03-11T09:00:00Z'));
    expect(content?.plans[0]?.entries.map((entry) => entry.line.label)).toEqual(['A8', 'A7']);
    expect(buildReminder([{ plan, ownerKey: 'owner' }], at('2022-03-11T09:00:00Z'))).toBeNull();
  });

  test('goes to nobody while an owner without a deputy is away', () => {
    const owners = [makeOwner({ awayFrom: '2022-03-07', awayTo: null })];
    expect(remindersAt(dueOn('2022-03-11', { owners }), '2022-03-11')).toEqual([]);
  });

  test('asks for an unanswered check-in on its last two working days', () => {
    const plan = makePlan({
      meetings: [makeMeeting()],
      recommendations: [
        makeRecommendation({ confidence: 'Amber', forecastDue: '2022-09-30', baselineDue: '2022-09-30' }),
      ],
    });
    expect(remindersAt(plan, '2022-01-21')).toEqual([]);
    expect(remindersAt(plan, '2022-01-24')).toHaveLength(1);
    expect(remindersAt(plan, '2022-01-25')).toHaveLength(1);
    const answered = afterAnswer(plan, {
      ref: recommendation(3),
      meeting: makeMeeting(),
      now: at('2022-01-21T10:00:00Z'),
      noChange: true,
    });
    expect(remindersAt(answered, '2022-01-24')).toEqual([]);
  });

  test('leaves alone what its owner has just spoken of', () => {
    const plan = dueOn('2022-03-31');
    const ref = { list: 'Actions', key: 'action-7' } as const;
    const moved = afterAnswer(plan, { ref, now: at('2022-03-11T09:10:00Z'), forecastDue: '2022-03-18' });
    expect(remindersAt(moved, '2022-03-11')).toEqual([]);
    expect(remindersAt(moved, '2022-03-17')).toHaveLength(1);
  });

  test('is silent about what waits for sign-off', () => {
    const plan = dueOn('2022-03-11', {
      actions: [makeAction({ forecastDue: '2022-03-11', stage: 'Done awaiting sign-off' })],
    });
    expect(remindersAt(plan, '2022-03-11')).toEqual([]);
  });
});

describe('the next moment', () => {
  const nextAfter = (plan: Plan, now: string) =>
    nextNoticeAt({ plans: [plan], now: at(now) })?.toString() ?? null;

  test('is a check-in’s opening, its closing, then the digest', () => {
    const plan = makePlan();
    expect(nextAfter(plan, '2022-01-20T09:00:00Z')).toBe('2022-01-21T09:00:00Z');
    expect(nextAfter(plan, '2022-01-21T09:00:00Z')).toBe('2022-01-25T17:00:00Z');
    expect(nextAfter(plan, '2022-01-25T17:00:00Z')).toBe('2022-01-26T09:00:00Z');
  });

  test('or a reminder or alert that comes before it', () => {
    expect(nextAfter(dueOn('2022-03-11'), '2022-02-20T12:00:00Z')).toBe('2022-02-25T09:00:00Z');
    expect(nextAfter(dueOn('2022-06-10'), '2022-05-20T12:00:00Z')).toBe('2022-05-27T08:00:00Z');
  });

  test('is none where nothing comes within 60 days', () => {
    expect(nextAfter(dueOn('2022-12-01'), '2022-05-20T12:00:00Z')).toBeNull();
    expect(nextAfter(makePlan({ groups: [] }), '2022-05-20T12:00:00Z')).toBeNull();
  });

  test('following it from one to the next misses nothing that becomes due', () => {
    const plan = makePlan({ recommendations: [makeRecommendation()], actions: [makeAction()] });
    const seen = new Set<string>();
    const everyHour = new Set<string>();
    const end = at('2022-04-05T00:00:00Z');
    for (
      let now: Temporal.Instant | null = at('2022-02-20T12:00:00Z');
      now && Temporal.Instant.compare(now, end) < 0;
      now = nextNoticeAt({ plans: [plan], now })
    ) {
      for (const name of namesAt(plan, now.toString())) seen.add(name);
    }
    for (
      let now = at('2022-02-20T12:00:00Z');
      Temporal.Instant.compare(now, end) < 0;
      now = now.add({ hours: 1 })
    ) {
      for (const name of namesAt(plan, now.toString())) everyHour.add(name);
    }
    expect([...seen].toSorted()).toEqual([...everyHour].toSorted());
    expect(seen.size).toBeGreaterThan(8);
  });
});
