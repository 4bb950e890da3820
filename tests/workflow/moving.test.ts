import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Group, Meeting } from '../../plan/rows.ts';
import type { Database } from '../../store/database.ts';
import { markDeleted, readRows } from '../../store/mirror.ts';
import { raisePlanVersion, readPlanVersion } from '../../store/plan-versions.ts';
import { answerItems } from '../../workflow/answers/answer-items.ts';
import { cancelMeeting } from '../../workflow/meetings/cancel-meeting.ts';
import { moveMeeting } from '../../workflow/meetings/move-meeting.ts';
import { openCheckIn } from '../../workflow/meetings/open-check-in.ts';
import { refreshCards } from '../../workflow/meetings/refresh-cards.ts';
import { viewNextMeeting } from '../../workflow/meetings/view-next-meeting.ts';
import { deliverNotices } from '../../workflow/notices/deliver-notices.ts';
import { runDue } from '../../workflow/run-due.ts';
import { makeGroup, makeMeeting, recommendation } from '../helpers/make-plan.ts';
import { letTimePass } from '../store/databases.ts';
import { actorOf, putRows } from './helpers/fill-mirror.ts';
import { FIRST, PLAN, SECOND } from './helpers/fortnight-plan.ts';
import { makeDeps } from './helpers/make-deps.ts';
import { meetingWrites } from './helpers/meeting-writes.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

const OPENS = '2022-01-07T09:00:00Z';

openOwnProcess(PLAN);

const runAt = async (...instants: readonly string[]) => {
  for (const instant of instants) {
    deps.setClock(instant);
    await runDue(deps);
  }
};
const rowOf = async (key: string) =>
  (await readRows(database, 'plan-1', 'Meetings')).find((row) => row.key === key)?.row as Meeting | undefined;
const ask = (meetingKey: string, by = 'chair') => ({
  actor: actorOf(PLAN, by),
  planId: 'plan-1',
  meetingKey,
});
const move = (meetingKey: string, on: string, time = '10:00', by = 'chair') =>
  moveMeeting(deps, { ...ask(meetingKey, by), on, time });
const checkInsSent = () => deps.messenger.of('check-in').map(({ meetingKey }) => meetingKey);
const editGroups = async (groups: readonly Group[]) => {
  await putRows(database, 'plan-1', 'Groups', groups);
  await raisePlanVersion(database, 'plan-1');
};
const editGroup = (changes: Partial<Group>) => editGroups([makeGroup(changes)]);
/** What somebody did to a meeting's row in SharePoint, as a reading brings it. */
const editByHand = async (key: string, changes: Partial<Meeting>) => {
  await putRows(database, 'plan-1', 'Meetings', [makeMeeting({ key, ...(await rowOf(key)), ...changes })]);
  await raisePlanVersion(database, 'plan-1');
};

describe('a meeting that is moved', () => {
  test('before it has a row gets one, keeps its name, and opens and closes in its new time, once', async () => {
    deps.setClock('2022-01-12T12:00:00Z');
    expect(await move(SECOND, '2022-01-27', '14:00')).toMatchObject({
      state: 'Planned',
      meetingWords: 'Thu 27 Jan 2022, 14:00',
    });
    expect(await rowOf(SECOND)).toMatchObject({
      startsAt: '2022-01-27T14:00:00Z',
      title: 'SEND, 27 Jan 2022',
    });
    await runAt('2022-01-21T09:00:00Z');
    expect(checkInsSent()).toEqual([]);
    await runAt('2022-01-24T09:00:00Z', '2022-01-27T09:00:00Z', '2022-01-28T17:00:00Z');
    expect(checkInsSent()).toEqual([SECOND]);
    expect(await rowOf(SECOND)).toMatchObject({ state: 'Closed' });
    expect(deps.messenger.of('summary')).toHaveLength(1);
  });

  test('to a day whose check-in would be open already gets its card in the next round', async () => {
    deps.setClock('2022-01-18T12:00:00Z');
    await move(SECOND, '2022-01-20');
    await deliverNotices(deps);
    await runAt('2022-01-18T12:01:00Z', '2022-01-18T12:02:00Z');
    expect(await rowOf(SECOND)).toMatchObject({ state: 'Open' });
    expect(checkInsSent()).toEqual([SECOND]);
  });

  test('in the minute in which check-ins open keeps nobody’s card away', async () => {
    await editGroups([makeGroup({ key: 'data', itemId: 3, title: 'Data', channelId: 'channel-3' })]);
    deps.setClock('2022-01-07T09:00:20Z');
    await move(SECOND, '2022-01-26');
    await deliverNotices(deps);
    await runAt('2022-01-07T09:01:00Z');
    expect(checkInsSent().toSorted()).toEqual(['data@2022-01-10', FIRST]);
  });

  test('while its check-in is open keeps it open until the new closing, and its card says when', async () => {
    await runAt(OPENS);
    await move(FIRST, '2022-01-13', '09:30');
    await refreshCards(deps);
    expect(deps.messenger.updated.at(-1)?.content).toMatchObject({
      state: 'open',
      meetingWords: 'Thu 13 Jan 2022, 09:30',
    });
    await runAt('2022-01-11T17:00:00Z', '2022-01-14T16:59:59Z');
    expect(await rowOf(FIRST)).toMatchObject({ state: 'Open' });
    await runAt('2022-01-14T17:00:00Z');
    expect(await rowOf(FIRST)).toMatchObject({ state: 'Closed' });
    expect(checkInsSent()).toEqual([FIRST]);
  });

  test('is written to SharePoint with what stood there, in the name of who moved it', async () => {
    await runAt(OPENS);
    await move(FIRST, '2022-01-13');
    expect((await meetingWrites(database)).at(-1)).toMatchObject({
      kind: 'update',
      changes: { startsAt: '2022-01-13T10:00:00Z', title: 'SEND, 13 Jan 2022' },
      base: { startsAt: '2022-01-10T10:00:00Z', title: 'SEND, 10 Jan 2022' },
      saidBy: 'chair',
    });
  });

  test('twice to the same moment is moved once', async () => {
    await runAt(OPENS);
    await move(FIRST, '2022-01-13');
    const before = await meetingWrites(database);
    expect(await move(FIRST, '2022-01-13')).toMatchObject({ meetingWords: 'Thu 13 Jan 2022, 10:00' });
    expect(await meetingWrites(database)).toEqual(before);
  });

  test.each([
    ['by somebody who is not its chair', ['2022-01-13', '10:00', 'owner'], 'FORBIDDEN', /Only the chair/],
    ['into the past', ['2022-01-06', '10:00', 'chair'], 'BAD_INPUT', /has passed/],
    ['onto the next meeting', ['2022-01-24', '10:00', 'chair'], 'BAD_INPUT', /next meeting is Mon 24 Jan/],
  ] as const)('is refused %s', async (_how, [on, time, by], code, words) => {
    await runAt(OPENS);
    await expect(move(FIRST, on, time, by)).rejects.toMatchObject({
      code,
      userMessage: expect.stringMatching(words),
    });
    expect(await rowOf(FIRST)).toMatchObject({ startsAt: '2022-01-10T10:00:00Z' });
  });

  test('is refused once it is closed or cancelled, and where there is none', async () => {
    await runAt(OPENS, '2022-01-11T17:00:00Z');
    await expect(move(FIRST, '2022-01-13')).rejects.toMatchObject({ code: 'STALE' });
    await cancelMeeting(deps, ask(SECOND));
    await expect(move(SECOND, '2022-01-26')).rejects.toMatchObject({ code: 'STALE' });
    await expect(move('send@2022-01-25', '2022-01-26')).rejects.toMatchObject({ code: 'STALE' });
  });

  test('by hand in SharePoint moves its check-in in the same way', async () => {
    await runAt(OPENS);
    await putRows(database, 'plan-1', 'Meetings', [
      makeMeeting({ key: FIRST, startsAt: '2022-01-13T10:00:00Z', state: 'Open' }),
    ]);
    await raisePlanVersion(database, 'plan-1');
    await runAt('2022-01-11T17:00:00Z');
    expect(await rowOf(FIRST)).toMatchObject({ state: 'Open' });
    await runAt('2022-01-14T17:00:00Z');
    expect(await rowOf(FIRST)).toMatchObject({ state: 'Closed' });
    expect(checkInsSent()).toEqual([FIRST]);
  });
});

describe('a meeting that is cancelled', () => {
  test('before it has a row is skipped, and the next one stands', async () => {
    deps.setClock('2022-01-12T12:00:00Z');
    expect(await cancelMeeting(deps, ask(SECOND))).toMatchObject({ state: 'Cancelled' });
    await runAt('2022-01-21T09:00:00Z', '2022-01-24T09:00:00Z', '2022-02-04T09:00:00Z');
    expect(checkInsSent()).toEqual(['send@2022-02-07']);
    expect(await rowOf(SECOND)).toMatchObject({ state: 'Cancelled', startsAt: '2022-01-24T10:00:00Z' });
  });

  test('while its check-in is open says so on its card, takes no answers, is not summed up, and loses none', async () => {
    await runAt(OPENS);
    const answer = (submissionKey: string) =>
      answerItems(deps, {
        ...ask(FIRST, 'owner'),
        submissionKey,
        answers: [{ ref: recommendation(3), note: 'Said', reason: 'Because' }],
      });
    await answer('card-0001');
    await cancelMeeting(deps, ask(FIRST));
    await refreshCards(deps);
    expect(deps.messenger.updated.at(-1)?.content).toMatchObject({ state: 'cancelled' });
    await expect(answer('card-0002')).rejects.toMatchObject({ code: 'STALE' });
    await runAt('2022-01-11T17:00:00Z', '2022-01-12T09:00:00Z');
    expect(deps.messenger.of('summary')).toEqual([]);
    expect(deps.messenger.of('digest')).toEqual([]);
    expect(await readRows(database, 'plan-1', 'Updates')).toHaveLength(1);
  });

  test('twice is cancelled once; closed, no more; by a member, not at all', async () => {
    await runAt(OPENS);
    await expect(cancelMeeting(deps, ask(FIRST, 'owner'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await cancelMeeting(deps, ask(FIRST));
    const before = await meetingWrites(database);
    expect(await cancelMeeting(deps, ask(FIRST))).toMatchObject({ state: 'Cancelled' });
    expect(await meetingWrites(database)).toEqual(before);
    await runAt('2022-01-21T09:00:00Z', '2022-01-25T17:00:00Z');
    await expect(cancelMeeting(deps, ask(SECOND))).rejects.toMatchObject({ code: 'STALE' });
  });

  test.each([
    ['by the calendar', () => runAt('2022-01-07T11:00:00Z')],
    [
      'by a message',
      async () => {
        await openCheckIn(deps, { actor: actorOf(PLAN, 'owner'), channelId: 'channel-1' });
        await runAt('2022-01-07T11:00:00Z');
      },
    ],
  ])('before its card went out, and planned again by hand, is opened %s, once', async (how, open) => {
    await editGroup({ channelId: null });
    await runAt(OPENS);
    await cancelMeeting(deps, ask(FIRST));
    await editGroup({});
    await letTimePass(database, { seconds: 3600 });
    await runAt('2022-01-07T10:00:00Z');
    expect(checkInsSent()).toEqual([]);
    await editByHand(FIRST, { state: 'Planned' });
    await open();
    expect(checkInsSent()).toEqual(how === 'by a message' ? [] : [FIRST]);
    await runAt('2022-01-10T09:00:00Z');
    expect(checkInsSent()).toEqual(how === 'by a message' ? [] : [FIRST]);
  });

  test('in two processes at once, while one of them opens it, is cancelled and asks nobody', async () => {
    const other = makeDeps({ database, messenger: deps.messenger });
    for (const process of [deps, other]) process.setClock('2022-01-07T08:59:00Z');
    await Promise.all([cancelMeeting(deps, ask(FIRST)), cancelMeeting(other, ask(FIRST))]);
    for (const process of [deps, other]) process.setClock(OPENS);
    await Promise.all([runDue(deps), runDue(other)]);
    expect(checkInsSent()).toEqual([]);
    expect(await meetingWrites(database)).toHaveLength(1);
  });
});

describe('a meeting whose row was deleted in SharePoint', () => {
  beforeEach(async () => {
    await runAt(OPENS);
    await editByHand(FIRST, { itemId: 9 } as Partial<Meeting>);
    await markDeleted(database, 'plan-1', 'Meetings', [9]);
    await raisePlanVersion(database, 'plan-1');
  });

  test('is not held, the next one is, and nothing is done about it again and again', async () => {
    const version = await readPlanVersion(database, 'plan-1');
    await runAt('2022-01-07T09:01:00Z', '2022-01-10T09:00:00Z');
    expect(await readPlanVersion(database, 'plan-1')).toBe(version);
    expect(await rowOf(FIRST)).toBeUndefined();
    const checkIn = await openCheckIn(deps, { actor: actorOf(PLAN, 'owner'), channelId: 'channel-1' });
    expect(checkIn).toMatchObject({ meetingKey: SECOND, state: 'open' });
    expect(checkInsSent()).toEqual([FIRST]);
  });

  test('can be neither moved nor cancelled, and nobody is told that it was', async () => {
    const gone = { code: 'STALE', userMessage: expect.stringContaining('no longer in the plan') };
    await expect(move(FIRST, '2022-01-13')).rejects.toMatchObject(gone);
    await expect(cancelMeeting(deps, ask(FIRST))).rejects.toMatchObject(gone);
    expect((await viewNextMeeting(deps, { ...ask(FIRST), channelId: 'channel-1' })).meeting.meetingKey).toBe(
      SECOND,
    );
  });

  test('while it was being moved is refused in the same words', async () => {
    await editByHand(SECOND, { itemId: 10 } as Partial<Meeting>);
    const transaction: Database['transaction'] = async (inside) => {
      await markDeleted(database, 'plan-1', 'Meetings', [10]);
      return database.transaction(inside);
    };
    const later = { ...deps, database: { ...database, transaction } };
    await expect(cancelMeeting(later, ask(SECOND))).rejects.toMatchObject({
      code: 'STALE',
      userMessage: expect.stringContaining('no longer in the plan'),
    });
  });
});

describe('the next meeting of a channel', () => {
  const view = (more: object = {}, by = 'owner') =>
    viewNextMeeting(deps, { actor: actorOf(PLAN, by), channelId: 'channel-1', ...more });

  test('is named with the one after it', async () => {
    expect(await view()).toMatchObject({
      meeting: { meetingKey: FIRST, on: '2022-01-10', time: '10:00', mayManage: false },
      following: { on: '2022-01-24', words: 'Mon 24 Jan 2022, 10:00' },
    });
    await cancelMeeting(deps, ask(FIRST));
    expect((await view()).meeting).toMatchObject({ meetingKey: FIRST, state: 'Cancelled' });
    expect((await view({ held: true }, 'chair')).meeting).toMatchObject({
      meetingKey: SECOND,
      mayManage: true,
    });
    expect((await view({ on: '2022-02-07' })).meeting).toMatchObject({ meetingKey: 'send@2022-02-07' });
  });

  test('is nobody else’s to see, and may not be there', async () => {
    await expect(view({}, 'other')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(view({ on: '2022-01-11' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('when a group’s first meeting is changed while a check-in is open', () => {
  test('the old one is cancelled by itself, its card says so, and the new one gets its check-in', async () => {
    await runAt(OPENS);
    await editGroup({ firstMeeting: '2022-01-12' });
    await runAt('2022-01-07T10:00:00Z', '2022-01-10T09:00:00Z');
    expect(await rowOf(FIRST)).toMatchObject({ state: 'Cancelled' });
    expect(checkInsSent()).toEqual([FIRST, 'send@2022-01-12']);
    expect(deps.messenger.updated.map(({ content }) => content)).toContainEqual(
      expect.objectContaining({ meetingKey: FIRST, state: 'cancelled' }),
    );
  });

  test('an answered one stays, and the new rhythm goes on after it', async () => {
    await runAt(OPENS);
    await answerItems(deps, {
      ...ask(FIRST, 'owner'),
      submissionKey: 'card-0001',
      answers: [{ ref: recommendation(3), note: 'Said', reason: 'Because' }],
    });
    await editGroup({ firstMeeting: '2022-01-18' });
    await runAt('2022-01-07T10:00:00Z', '2022-01-11T17:00:00Z', '2022-01-14T09:00:00Z');
    expect(await rowOf(FIRST)).toMatchObject({ state: 'Closed' });
    expect(checkInsSent()).toEqual([FIRST, 'send@2022-01-18']);
  });
});
