import { describe, expect, test } from '@jest/globals';
import type { Plan } from '../../plan/plan.ts';
import type { Meeting } from '../../plan/rows.ts';
import { readRows } from '../../store/mirror.ts';
import { openCheckIn } from '../../workflow/meetings/open-check-in.ts';
import { runDue } from '../../workflow/run-due.ts';
import { makeGroup, makeMeeting, makeOwner, makePlan, makeRecommendation } from '../helpers/make-plan.ts';
import { actorOf, putRows } from './helpers/fill-mirror.ts';
import { meetingWrites } from './helpers/meeting-writes.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

/** SEND meets on Monday 10 January at 10:00 and every fortnight from then. */
const PLAN: Plan = makePlan({
  groups: [
    makeGroup(),
    makeGroup({ key: 'rested', itemId: 2, title: 'Rested', channelId: 'channel-2', active: false }),
    makeGroup({
      key: 'board',
      itemId: 3,
      title: 'Board',
      kind: 'Board',
      channelId: 'channel-3',
      chair: null,
    }),
    makeGroup({ key: 'no-rhythm', itemId: 4, title: 'New', channelId: 'channel-4', firstMeeting: null }),
  ],
  owners: [...makePlan().owners, makeOwner({ key: 'other', itemId: 3, groups: ['board', 'no-rhythm'] })],
  recommendations: [makeRecommendation({ number: 3 }), makeRecommendation({ number: 11, owner: 'chair' })],
});
const MEETING = 'send@2022-01-10';
const OPENS = '2022-01-07T09:00:00Z';
const CLOSES = '2022-01-11T17:00:00Z';
const OWNER = actorOf(PLAN, 'owner');

openOwnProcess(PLAN);

const runAt = async (...instants: readonly string[]) => {
  for (const instant of instants) {
    deps.setClock(instant);
    await runDue(deps);
  }
};
const meetings = async () =>
  (await readRows(database, 'plan-1', 'Meetings')).map(
    ({ key, row }) => ({ key, ...row }) as unknown as Meeting,
  );
const checkInsSent = () => deps.messenger.of('check-in').map(({ meetingKey, to }) => [meetingKey, to]);
const TO_SEND = expect.objectContaining({ kind: 'channel', channelId: 'channel-1', teamId: 'team-1' });

describe('by the calendar', () => {
  test('opens once, at its time, however often it is looked at, and tells the channel once', async () => {
    await runAt('2022-01-07T08:59:59Z');
    expect(await meetings()).toEqual([]);
    await runAt(OPENS, OPENS, '2022-01-07T09:01:00Z', '2022-01-10T09:00:00Z', '2022-01-11T16:59:59Z');
    expect(await meetings()).toEqual([
      expect.objectContaining({
        key: MEETING,
        title: 'SEND, 10 Jan 2022',
        group: 'send',
        startsAt: '2022-01-10T10:00:00Z',
        state: 'Open',
      }),
    ]);
    expect(checkInsSent()).toEqual([[MEETING, TO_SEND]]);
    expect(await meetingWrites(database)).toMatchObject([
      { list: 'Meetings', key: MEETING, kind: 'create', changes: { state: 'Open', group: 'send' } },
    ]);
  });

  test('closes once, at its time, and its card then says so', async () => {
    await runAt(OPENS, CLOSES, CLOSES, '2022-01-12T10:00:00Z');
    expect(await meetings()).toMatchObject([{ key: MEETING, state: 'Closed' }]);
    expect((await meetingWrites(database)).slice(1)).toMatchObject([
      {
        list: 'Meetings',
        key: MEETING,
        kind: 'update',
        changes: { state: 'Closed' },
        base: { state: 'Open' },
      },
    ]);
    expect(deps.messenger.updated).toMatchObject([
      { at: { conversationId: 'channel-1' }, content: { kind: 'check-in', state: 'closed' } },
    ]);
  });

  test('the next one opens in its turn, and those of each fortnight after it', async () => {
    await runAt(OPENS, CLOSES, '2022-01-21T09:00:00Z', '2022-01-25T17:00:00Z', '2022-02-04T09:00:00Z');
    expect((await meetings()).map(({ key, state }) => [key, state])).toEqual([
      ['send@2022-01-10', 'Closed'],
      ['send@2022-01-24', 'Closed'],
      ['send@2022-02-07', 'Open'],
    ]);
    expect(checkInsSent().map(([key]) => key)).toEqual([
      'send@2022-01-10',
      'send@2022-01-24',
      'send@2022-02-07',
    ]);
  });

  test('what was missed while Milepost was off stays missed', async () => {
    await runAt('2022-01-12T10:00:00Z');
    expect(await meetings()).toEqual([]);
    expect(checkInsSent()).toEqual([]);
  });

  test('a meeting that was cancelled by hand is not opened, one that was planned by hand is', async () => {
    const planned = { itemId: null, group: 'send', startsAt: '2022-01-13T10:00:00Z' } as const;
    await putRows(database, 'plan-1', 'Meetings', [
      makeMeeting({ key: MEETING, state: 'Cancelled', startsAt: '2022-01-10T10:00:00Z' }),
      makeMeeting({ ...planned, key: '17', itemId: 17, state: 'Planned' }),
    ]);
    await runAt(OPENS, '2022-01-10T09:00:00Z', '2022-01-13T09:00:00Z');
    expect((await meetings()).map(({ key, state }) => [key, state]).toSorted()).toEqual([
      ['17', 'Open'],
      [MEETING, 'Cancelled'],
    ]);
    expect(checkInsSent().map(([key]) => key)).toEqual(['17']);
    expect(await meetingWrites(database)).toMatchObject([
      { list: 'Meetings', key: '17', kind: 'update', changes: { state: 'Open' }, base: { state: 'Planned' } },
    ]);
  });
});

describe('by a message', () => {
  const checkIn = (by = OWNER, channelId = 'channel-1') => openCheckIn(deps, { actor: by, channelId });

  test('opens the next check-in early, and the calendar posts no second card for it', async () => {
    deps.setClock('2022-01-04T12:00:00Z');
    expect(await checkIn()).toMatchObject({ meetingKey: MEETING, state: 'open', groupName: 'SEND' });
    expect(deps.nudges()).toBe(1);
    await runAt('2022-01-04T12:01:00Z', OPENS, '2022-01-10T09:00:00Z');
    expect(checkInsSent()).toEqual([]);
    await runAt(CLOSES, '2022-01-21T09:00:00Z');
    expect(checkInsSent().map(([key]) => key)).toEqual(['send@2022-01-24']);
  });

  test('finds the one that is open, and opens no other', async () => {
    await runAt(OPENS);
    const before = await meetingWrites(database);
    expect(await checkIn()).toMatchObject({ meetingKey: MEETING });
    expect(await checkIn()).toMatchObject({ meetingKey: MEETING });
    expect(await meetingWrites(database)).toEqual(before);
    await runAt('2022-01-10T09:00:00Z');
    expect(checkInsSent()).toHaveLength(1);
  });

  test('after one has closed, opens the one after it', async () => {
    await runAt(OPENS, CLOSES);
    expect(await checkIn()).toMatchObject({ meetingKey: 'send@2022-01-24' });
  });

  test.each([
    ['somebody of another group', 'other', 'channel-1', 'FORBIDDEN'],
    ['a channel of no group', 'owner', 'channel-9', 'NOT_FOUND'],
    ['a group that is not active', 'owner', 'channel-2', 'NOT_FOUND'],
    ['a board', 'other', 'channel-3', 'BAD_INPUT'],
    ['a group with no meeting ahead', 'other', 'channel-4', 'NOT_FOUND'],
  ])('is refused to %s', async (_whom, by, channelId, code) => {
    await expect(checkIn(actorOf(PLAN, by), channelId)).rejects.toMatchObject({
      code,
      userMessage: expect.any(String),
    });
    expect(await meetings()).toEqual([]);
    expect(await database.query('SELECT 1 FROM notice')).toEqual([]);
  });

  test('is refused to somebody whom no plan knows', async () => {
    await expect(checkIn({ ...OWNER, entraObjectId: 'nobody', email: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
