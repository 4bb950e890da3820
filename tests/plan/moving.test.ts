import { describe, expect, test } from '@jest/globals';
import { comingMeetings, findMeeting, meantMeeting, meetingAfter } from '../../plan/meetings/find-meeting.ts';
import { judgeMove } from '../../plan/meetings/moving.ts';
import { checkInToOpen, groupStarted, startedGroups } from '../../plan/meetings/started-meeting.ts';
import type { Plan } from '../../plan/plan.ts';
import { at, makeGroup, makeMeeting, makeOwner, makePlan } from '../helpers/make-plan.ts';

const NOW = at('2022-01-20T12:00:00Z');
const move = (on: string, time = '10:00', plan: Plan = makePlan({ meetings: [makeMeeting()] })) => {
  const meeting = plan.meetings.find(({ key }) => key === 'send@2022-01-24') ?? makeMeeting();
  return judgeMove({ plan, group: makeGroup(), meeting, on, time, now: NOW });
};

describe('where a meeting may move', () => {
  test('is any moment to come between its neighbours, at weekends too', () => {
    expect(move('2022-01-26', '14:30')).toEqual({ startsAt: '2022-01-26T14:30:00Z' });
    expect(move('2022-02-06', '9.30')).toEqual({ startsAt: '2022-02-06T09:30:00Z' });
    expect(move('2022-01-29')).toEqual({ startsAt: '2022-01-29T10:00:00Z' });
    expect(move('2022-01-20', '12:01')).toEqual({ startsAt: '2022-01-20T12:01:00Z' });
  });

  test('is a time by the plan’s clock, summer time or not', () => {
    const row = makeMeeting({ key: 'send@2022-04-04', startsAt: '2022-04-04T09:00:00Z' });
    const plan = makePlan({ meetings: [row] });
    expect(
      judgeMove({ plan, group: makeGroup(), meeting: row, on: '2022-04-06', time: '10:00', now: NOW }),
    ).toEqual({ startsAt: '2022-04-06T09:00:00Z' });
  });

  test.each([
    ['what is no day', '26 Jan', '10:00', /Choose the day/],
    ['what is no time', '2022-01-26', 'ten', /Choose the time/],
    ['a day that does not exist', '2022-02-31', '10:00', /Choose the day/],
    ['the past', '2022-01-20', '12:00', /Thu 20 Jan 2022, 12:00 has passed/],
    ['more than a year ahead', '2032-01-26', '10:00', /more than a year away/],
    ['the day of the next meeting', '2022-02-07', '09:00', /next meeting is Mon 7 Feb 2022, 10:00/],
    ['past the next meeting', '2022-02-09', '10:00', /next meeting is Mon 7 Feb 2022, 10:00/],
  ])('not onto %s', (_where, on, time, problem) => {
    expect(move(on, time).problem).toMatch(problem);
  });

  test('not onto a bank holiday, which is named, nor a day on which the plan is closed', () => {
    const row = makeMeeting({ key: 'send@2022-04-19', startsAt: '2022-04-19T09:00:00Z' });
    const plan = makePlan({ meetings: [row], closures: ['2022-04-20'] });
    const to = (on: string) =>
      judgeMove({ plan, group: makeGroup(), meeting: row, on, time: '10:00', now: NOW }).problem;
    expect(to('2022-04-18')).toBe('Mon 18 Apr 2022 is a bank holiday (Easter Monday). Choose another day.');
    expect(to('2022-04-20')).toMatch(/^Wed 20 Apr 2022 is a day on which everything is closed/);
    expect(to('2022-04-21')).toBeUndefined();
  });

  test('not onto the meeting before it', () => {
    const next = makeMeeting({ key: 'send@2022-02-07', startsAt: '2022-02-07T10:00:00Z', state: 'Planned' });
    const plan = makePlan({ meetings: [makeMeeting(), next] });
    const to = (on: string) =>
      judgeMove({ plan, group: makeGroup(), meeting: next, on, time: '10:00', now: NOW }).problem;
    expect(to('2022-01-24')).toMatch(/meeting before it is Mon 24 Jan 2022/);
    expect(to('2022-01-25')).toBeUndefined();
  });

  test('a cancelled neighbour is in nobody’s way', () => {
    const cancelled = makeMeeting({
      key: 'send@2022-02-07',
      startsAt: '2022-02-07T10:00:00Z',
      state: 'Cancelled',
    });
    expect(
      move('2022-02-09', '10:00', makePlan({ meetings: [makeMeeting(), cancelled] })).problem,
    ).toBeUndefined();
  });
});

describe('the meeting somebody means', () => {
  const keyOf = (plan: Plan, ask: Parameters<typeof meantMeeting>[3] = {}, now = NOW) =>
    meantMeeting(plan, makeGroup(), now, ask)?.key ?? null;
  const cancelled = makePlan({ meetings: [makeMeeting({ state: 'Cancelled' })] });

  test('is the next one, with or without a row, cancelled or not', () => {
    expect(keyOf(makePlan())).toBe('send@2022-01-24');
    expect(keyOf(makePlan({ meetings: [makeMeeting()] }))).toBe('send@2022-01-24');
    expect(keyOf(cancelled)).toBe('send@2022-01-24');
    expect(keyOf(cancelled, { held: true })).toBe('send@2022-02-07');
  });

  test('is today’s until the day is over, though its check-in is open longer', () => {
    const plan = makePlan({ meetings: [makeMeeting()] });
    expect(keyOf(plan, {}, at('2022-01-24T18:00:00Z'))).toBe('send@2022-01-24');
    expect(keyOf(plan, {}, at('2022-01-25T09:00:00Z'))).toBe('send@2022-02-07');
    expect(keyOf(plan, { on: '2022-01-24' }, at('2022-01-25T09:00:00Z'))).toBe('send@2022-01-24');
  });

  test('is never one that is closed', () => {
    expect(keyOf(makePlan({ meetings: [makeMeeting({ state: 'Closed' })] }))).toBe('send@2022-02-07');
  });

  test('on a given day is the one held then', () => {
    const moved = makePlan({ meetings: [makeMeeting({ startsAt: '2022-01-26T10:00:00Z' })] });
    expect(keyOf(moved, { on: '2022-01-26' })).toBe('send@2022-01-24');
    expect(keyOf(moved, { on: '2022-01-24' })).toBeNull();
  });

  test('has one after it, or none', () => {
    expect(meetingAfter(cancelled, makeGroup(), makeMeeting())?.on).toBe('2022-02-07');
    const quiet = makeGroup({ everyWeeks: null });
    expect(meetingAfter(makePlan({ groups: [quiet] }), quiet, makeMeeting())).toBeNull();
    expect(comingMeetings(makePlan({ groups: [quiet] }), quiet, NOW)).toEqual([]);
  });

  test('is found by its key with or without a row, and only where there is one', () => {
    expect(findMeeting(makePlan(), 'send@2022-01-24')?.meeting).toMatchObject({
      state: 'Planned',
      startsAt: '2022-01-24T10:00:00Z',
      title: 'SEND, 24 Jan 2022',
      itemId: null,
    });
    for (const key of ['send@2022-01-25', 'other@2022-01-24', 'send@', '37', ''])
      expect(findMeeting(makePlan(), key)).toBeNull();
    expect(findMeeting(makePlan({ meetings: [makeMeeting({ key: '37' })] }), '37')?.meeting.key).toBe('37');
  });
});

describe('a meeting that starts in Teams', () => {
  const owner = makeOwner({ groups: ['send', 'data'] });
  const data = makeGroup({ key: 'data', title: 'Data', chair: null, channelId: 'channel-2' });
  const others = makeGroup({ key: 'others', title: 'Schools', chair: null, channelId: 'channel-3' });
  const startOf = (groups: Plan['groups'], title: string | null, instant: string) => {
    const plan = makePlan({ groups, owners: [owner, makeOwner({ key: 'chair', groups: [] })] });
    return groupStarted(startedGroups(plan, { owner, title, now: at(instant) }))?.group.key ?? null;
  };
  const IN_TIME = '2022-01-24T10:05:00Z';
  const later = { meetingTime: '15:00' };

  test('is that of the one group of the person’s that meets about now', () => {
    expect(startOf([makeGroup(), others], null, IN_TIME)).toBe('send');
    expect(startOf([makeGroup(), others], null, '2022-01-24T08:00:00Z')).toBe('send');
    expect(startOf([makeGroup(), others], null, '2022-01-24T07:59:00Z')).toBeNull();
    expect(startOf([others], null, IN_TIME)).toBeNull();
  });

  test('is told by its title where several meet, and nobody’s where it can’t be told', () => {
    expect(startOf([makeGroup(), data], null, IN_TIME)).toBeNull();
    expect(startOf([makeGroup(), data], 'Data group fortnightly', IN_TIME)).toBe('data');
    expect(startOf([makeGroup(), data], 'SEND and Data', IN_TIME)).toBeNull();
    expect(startOf([makeGroup(), { ...data, ...later }], 'Data', IN_TIME)).toBeNull();
    expect(startOf([{ ...data, ...later }], 'Data', IN_TIME)).toBe('data');
    expect(startOf([{ ...data, ...later }], 'Database review', IN_TIME)).toBeNull();
  });

  test('opens today’s check-in where it has not been, and no other', () => {
    const opensWith = (plan: Plan, instant = IN_TIME) =>
      checkInToOpen(plan, makeGroup(), at(instant))?.key ?? null;
    expect(opensWith(makePlan())).toBe('send@2022-01-24');
    expect(opensWith(makePlan({ meetings: [makeMeeting({ state: 'Planned' })] }))).toBe('send@2022-01-24');
    for (const state of ['Open', 'Closed', 'Cancelled'] as const)
      expect(opensWith(makePlan({ meetings: [makeMeeting({ state })] }))).toBeNull();
    expect(opensWith(makePlan(), '2022-01-25T10:00:00Z')).toBeNull();
    expect(opensWith(makePlan(), '2022-01-23T10:00:00Z')).toBeNull();
  });
});
