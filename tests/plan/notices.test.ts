import { describe, expect, test } from '@jest/globals';
import { dueNotices } from '../../plan/notices/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { at, makeAction, makeGroup, makeMeeting, makePlan } from '../helpers/make-plan.ts';

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
const _dueOn = (forecastDue: string, overrides: Partial<Plan> = {}) =>
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

  test('that come late wait until people are at work: a start before dawn wakes nobody', () => {
    expect(only(opened, 'check-in', '2022-01-24T08:59:59Z')).toEqual([]);
    expect(only(opened, 'check-in', '2022-01-24T09:00:00Z')).toEqual(['check-in send 2022-01-24']);
    expect(only(opened, 'check-in', '2022-01-24T17:00:00Z')).toEqual([]);
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

  test('follow the closing by a working day, late ones in working hours, and are dropped after three days', () => {
    const plan = makePlan({ meetings: [closed('2022-01-24')] });
    expect(only(plan, 'digest', '2022-01-26T08:59:59Z')).toEqual([]);
    expect(only(plan, 'digest', '2022-01-26T09:00:00Z')).toEqual(['digest send 2022-01-24']);
    expect(only(plan, 'digest', '2022-01-26T17:00:00Z')).toEqual([]);
    expect(only(plan, 'digest', '2022-01-28T16:59:59Z')).toEqual(['digest send 2022-01-24']);
    expect(only(plan, 'digest', '2022-01-29T08:59:59Z')).toEqual([]);
    expect(only(plan, 'digest', '2022-01-31T09:00:00Z')).toEqual([]);
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
