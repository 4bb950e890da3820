import { describe, expect, test } from '@jest/globals';
import { meetingSteps } from '../../plan/meetings/meeting-steps.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Group, Meeting } from '../../plan/rows.ts';
import { at, makeAction, makeGroup, makeMeeting, makePlan, makeUpdate } from '../helpers/make-plan.ts';

/** `open send@2022-01-24`, `cancel send@2022-01-24`: what is due. */
const stepsAt = (plan: Plan, instant: string) =>
  meetingSteps(plan, at(instant)).map(
    (one) => `${one.step} ${one.step === 'open' ? one.planned.key : one.meeting.key}`,
  );
const planWith = (row: Partial<Meeting>, group: Partial<Group> = {}, rest: Partial<Plan> = {}) =>
  makePlan({ groups: [makeGroup(group)], meetings: [makeMeeting(row)], ...rest });

describe('a check-in', () => {
  test('opens from its moment until it would close, where it has not been', () => {
    expect(stepsAt(makePlan(), '2022-01-21T08:59:59Z')).toEqual([]);
    expect(stepsAt(makePlan(), '2022-01-21T09:00:00Z')).toEqual(['open send@2022-01-24']);
    expect(stepsAt(planWith({ state: 'Planned' }), '2022-01-21T09:00:00Z')).toEqual(['open send@2022-01-24']);
    for (const state of ['Open', 'Closed', 'Cancelled'] as const)
      expect(stepsAt(planWith({ state, closedAt: '2022-01-21T09:00:00Z' }), '2022-01-21T09:00:00Z')).toEqual(
        [],
      );
  });

  test('closes when its time is over', () => {
    expect(stepsAt(planWith({}), '2022-01-25T16:59:59Z')).toEqual([]);
    expect(stepsAt(planWith({}), '2022-01-25T17:00:00Z')).toEqual(['close send@2022-01-24']);
  });

  test('of a meeting moved by hand opens and closes with it', () => {
    const moved = { startsAt: '2022-01-27T10:00:00Z' };
    expect(stepsAt(planWith({ ...moved, state: 'Planned' }), '2022-01-21T09:00:00Z')).toEqual([]);
    expect(stepsAt(planWith({ ...moved, state: 'Planned' }), '2022-01-24T09:00:00Z')).toEqual([
      'open send@2022-01-24',
    ]);
    expect(stepsAt(planWith(moved), '2022-01-25T17:00:00Z')).toEqual([]);
    expect(stepsAt(planWith(moved), '2022-01-28T17:00:00Z')).toEqual(['close send@2022-01-24']);
  });

  test('of a group that does not check in, or not any more, never opens', () => {
    for (const group of [{ kind: 'Board' }, { active: false }] as const)
      expect(stepsAt(makePlan({ groups: [makeGroup(group)] }), '2022-01-21T09:00:00Z')).toEqual([]);
  });
});

describe('a check-in that somebody closed in SharePoint', () => {
  const closed = { state: 'Closed' } as const;

  test('has its closing noted, once', () => {
    expect(stepsAt(planWith(closed), '2022-01-24T12:00:00Z')).toEqual(['note closing send@2022-01-24']);
    const noted = { ...closed, closedAt: '2022-01-24T12:00:00Z' };
    expect(stepsAt(planWith(noted), '2022-01-24T12:01:00Z')).toEqual([]);
  });

  test('but not long after, and not before it was opened unless something was said in it', () => {
    expect(stepsAt(planWith(closed), '2022-01-28T17:00:00Z')).toEqual([]);
    expect(stepsAt(planWith(closed), '2022-01-20T12:00:00Z')).toEqual([]);
    const answered = { updates: [makeUpdate({ meeting: 'send@2022-01-24' })] };
    expect(stepsAt(planWith(closed, {}, answered), '2022-01-20T12:00:00Z')).toEqual([
      'note closing send@2022-01-24',
    ]);
  });
});

describe('when a group’s rhythm is changed while a check-in is open', () => {
  const now = '2022-01-21T10:00:00Z';
  // It met on Mondays from 10 January; now on Wednesdays from 2 February.
  const wednesdays = { firstMeeting: '2022-02-02' };

  test('the meeting it no longer names is cancelled, and the one in its place is opened in its time', () => {
    expect(stepsAt(planWith({}, wednesdays), now)).toEqual(['cancel send@2022-01-24']);
    const cancelled = planWith({ state: 'Cancelled' }, wednesdays);
    expect(stepsAt(cancelled, '2022-01-21T10:01:00Z')).toEqual([]);
    expect(stepsAt(cancelled, '2022-01-28T09:00:00Z')).toEqual(['open send@2022-02-02']);
  });

  test('what takes its place opens at once where its time has come', () => {
    expect(stepsAt(planWith({}, { firstMeeting: '2022-01-25' }), '2022-01-24T09:30:00Z')).toEqual([
      'cancel send@2022-01-24',
      'open send@2022-01-25',
    ]);
  });

  test('other weeks, and another say on bank holidays, do the same', () => {
    const third = { key: 'send@2022-02-07', startsAt: '2022-02-07T10:00:00Z' };
    expect(stepsAt(planWith(third, { everyWeeks: 3 }), '2022-02-04T09:30:00Z')).toEqual([
      'cancel send@2022-02-07',
    ]);
    const afterEaster = { key: 'send@2022-04-19', startsAt: '2022-04-19T09:00:00Z' };
    expect(stepsAt(planWith(afterEaster, { onBankHoliday: 'Skip' }), '2022-04-14T09:30:00Z')).toEqual([
      'cancel send@2022-04-19',
    ]);
  });

  test.each([
    ['answered', {}, { updates: [makeUpdate({ meeting: 'send@2022-01-24' })] }],
    ['one in which an action was raised', {}, { actions: [makeAction({ raisedAt: 'send@2022-01-24' })] }],
    ['one with a decision', { decisions: 'Agreed' }, {}],
    ['one that was attended', { attendees: ['chair'] }, {}],
    ['moved by hand', { startsAt: '2022-01-25T10:00:00Z' }, {}],
    ['added by hand', { key: '37' }, {}],
  ])('a meeting that is %s stays', (_which, row, rest) => {
    expect(stepsAt(planWith(row, wednesdays, rest), now)).toEqual([]);
  });

  test('one that is being held stays, and so do all where the rhythm can’t be read', () => {
    expect(stepsAt(planWith({}, wednesdays), '2022-01-24T10:00:00Z')).not.toContain('cancel send@2022-01-24');
    expect(stepsAt(planWith({}, { firstMeeting: null }), now)).toEqual([]);
    expect(stepsAt(planWith({}, { everyWeeks: null }), now)).toEqual([]);
  });

  test('the meetings of the new rhythm before an answered one get no check-in beside it', () => {
    const answered = { updates: [makeUpdate({ meeting: 'send@2022-01-24' })] };
    const tuesdays = { firstMeeting: '2022-01-18' };
    expect(stepsAt(planWith({}, tuesdays, answered), '2022-01-18T09:00:00Z')).toEqual([]);
    expect(stepsAt(planWith({}, tuesdays), '2022-01-18T09:00:00Z')).toEqual([
      'cancel send@2022-01-24',
      'open send@2022-01-18',
    ]);
  });
});
