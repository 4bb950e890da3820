import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Plan } from '../../plan/plan.ts';
import type { Group } from '../../plan/rows.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import type { SendOutcome } from '../../workflow/ports/messenger.ts';
import { seeConversation } from '../../workflow/see-conversation.ts';
import { makeGroup, makeOwner } from '../helpers/make-plan.ts';
import { letTimePass } from '../store/databases.ts';
import {
  PLAN as DUE_PLAN,
  ON_THE_DAY,
  readLedger,
  runAt as runDueAt,
  seenInChannel,
  sentBy,
} from './helpers/due-on-the-day.ts';
import { fillMirror, putRows } from './helpers/fill-mirror.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

const CHAIR = makeOwner({ key: 'chair', itemId: 2, roles: ['Chair'] });
const MANAGER = makeOwner({ key: 'manager', itemId: 3, roles: ['Plan manager'], groups: [] });
const OTHER_CHAIR = makeOwner({ key: 'other', itemId: 4, roles: ['Chair'], groups: ['data'] });
/** A second group in the same team; it has nothing due. */
const DATA = makeGroup({ key: 'data', itemId: 2, title: 'Data', chair: 'other', channelId: 'channel-2' });
const [SEND] = DUE_PLAN.groups as [Group];
const PLAN: Plan = {
  ...DUE_PLAN,
  recommendations: DUE_PLAN.recommendations.map((row) => ({ ...row, owner: 'chair' })),
  groups: [SEND, { ...DATA, firstMeeting: SEND.firstMeeting }],
  owners: [CHAIR, MANAGER, OTHER_CHAIR],
};
const GONE: SendOutcome = { status: 'permanent', code: 'ConversationNotFound', isGone: true };

openOwnProcess();

/** Rounds so many minutes after what is due fell due. */
const runAfter = (...minutes: readonly number[]) =>
  runDueAt(
    deps,
    ...minutes.map((after) => Temporal.Instant.from(ON_THE_DAY).add({ minutes: after }).toString()),
  );
const enter = async (changes: Partial<Group>) => {
  await putRows(database, PLAN.id, 'Groups', [{ ...SEND, ...changes }]);
  await raisePlanVersion(database, PLAN.id);
};
const answerChannelsWith = (outcome: SendOutcome | null) => {
  const sent: SendOutcome = { status: 'sent', conversationId: 'there', activityId: 'activity' };
  deps.messenger.answer = (message) =>
    'to' in message && message.to.kind === 'channel' ? (outcome ?? sent) : sent;
};
/** Addresses of the alert that is due for SEND, one for each time it was tried. */
const tried = () => sentBy(deps).flatMap(([kind, to]) => (kind === 'alert' ? [to] : []));
const alert = async () => (await readLedger(database)).find(({ kind }) => kind === 'alert');
/** In order of their names: who was told of channels so far, as what, and of which groups. */
const told = () =>
  deps.messenger
    .of('trouble')
    .flatMap(({ to, audience, troubles }) => {
      const ofChannels = troubles.filter(({ code }) => code.startsWith('CHANNEL'));
      const words = ofChannels.map(
        ({ code, message }) => `${code} of ${/the group “(.*?)”/.exec(message)?.[1]}`,
      );
      const person = PLAN.owners.find(
        (owner) => to.kind === 'person' && owner.entraObjectId === to.entraObjectId,
      );
      return words.length === 0 ? [] : [[person?.key, audience, ...words]];
    })
    .toSorted();

describe('a group without a channel', () => {
  beforeEach(async () => {
    await fillMirror(database, PLAN);
    await enter({ teamId: null, channelId: null });
  });

  test('gets nothing in its team or anywhere else; it waits', async () => {
    await runAfter(0, 1, 61, 120);
    expect(sentBy(deps).filter(([kind]) => kind !== 'trouble' && kind !== 'reminder')).toEqual([]);
    expect(await alert()).toMatchObject({ state: 'due', code: 'NoChannel' });
  });

  test('is told of after an hour, once, to its chair and the plan managers', async () => {
    await runAfter(0, 1, 59);
    expect(told()).toEqual([]);
    await runAfter(61, 62, 24 * 60, 48 * 60);
    expect(told()).toEqual([
      ['chair', 'chair', 'CHANNEL_MISSING of SEND'],
      ['manager', 'plan managers', 'CHANNEL_MISSING of SEND'],
    ]);
  });

  test('is told of on the day, whatever else was told that morning', async () => {
    const nobodys = DUE_PLAN.recommendations.map((row) => ({ ...row, owner: 'nobody' }));
    await putRows(database, PLAN.id, 'Recommendations', nobodys);
    await raisePlanVersion(database, PLAN.id);
    await runAfter(0, 1);
    expect(deps.messenger.of('trouble')).toMatchObject([{ troubles: [{ code: 'ROW' }] }]);
    await runAfter(61);
    expect(told()).toHaveLength(2);
  });

  test('is asked for what is still timely as soon as one is entered', async () => {
    await runAfter(0, 1);
    await enter({ channelId: 'channel-new' });
    await runAfter(2, 3);
    expect(tried()).toEqual(['channel-new']);
    await runAfter(120);
    expect(told()).toEqual([]);
  });

  test('gets nothing late', async () => {
    await runAfter(0);
    await enter({ channelId: 'channel-new' });
    await runAfter(4 * 24 * 60);
    expect(tried()).toEqual([]);
    expect(await alert()).toMatchObject({ state: 'expired' });
  });
});

test.each([
  ['the chair is away', { ...CHAIR, awayFrom: '2022-02-01' }, ['manager']],
  ['Teams does not know the chair', { ...CHAIR, entraObjectId: null }, ['manager']],
  ['the chair manages the plan too', { ...CHAIR, roles: ['Plan manager'] }, ['chair', 'manager']],
] as const)('where %s, who is told of a missing channel', async (_name, chair, expected) => {
  await fillMirror(database, { ...PLAN, owners: [chair, MANAGER, OTHER_CHAIR] });
  await enter({ channelId: null });
  await runAfter(0, 61);
  expect(told()).toEqual(expected.map((key) => [key, 'plan managers', 'CHANNEL_MISSING of SEND']));
});

test('a group that is not active, and one that is only asked for its opinion, need no channel', async () => {
  const rest = { ...SEND, channelId: null, firstMeeting: null };
  const groups: Group[] = [
    { ...rest, active: false },
    { ...rest, key: 'parents', itemId: 2, kind: 'Reference' },
    { ...rest, key: 'board', itemId: 3, title: 'Board', kind: 'Board', chair: 'other' },
  ];
  await fillMirror(database, { ...PLAN, groups });
  await runAfter(0, 61);
  expect(told()).toEqual([
    ['manager', 'plan managers', 'CHANNEL_MISSING of Board'],
    ['other', 'chair', 'CHANNEL_MISSING of Board'],
  ]);
});

describe('a channel that is not there', () => {
  beforeEach(async () => {
    await fillMirror(database, PLAN);
    answerChannelsWith(GONE);
    await runAfter(0);
  });

  test('is tried again, and nothing goes to another', async () => {
    await letTimePass(database, { seconds: 500 });
    await runAfter(9);
    expect(tried()).toEqual(['channel-1']);
    await letTimePass(database, { seconds: 101 });
    await runAfter(10);
    expect(tried()).toEqual(['channel-1', 'channel-1']);
    expect(await alert()).toMatchObject({ state: 'due', code: 'ChannelGone' });
  });

  test('is told of after an hour, once, to the chair of its group and the plan managers', async () => {
    await runAfter(1, 50, 62, 63, 24 * 60);
    expect(told()).toEqual([
      ['chair', 'chair', 'CHANNEL_GONE of SEND'],
      ['manager', 'plan managers', 'CHANNEL_GONE of SEND'],
    ]);
  });

  test('that answers again gets what waited, and nobody is told', async () => {
    answerChannelsWith(null);
    await letTimePass(database, { seconds: 601 });
    await runAfter(11, 62, 63);
    expect(tried()).toEqual(['channel-1', 'channel-1']);
    expect(await alert()).toMatchObject({ state: 'sent' });
    expect(told()).toEqual([]);
  });

  test('that something comes from gets it at once', async () => {
    answerChannelsWith(null);
    await seeConversation(deps, seenInChannel());
    await runAfter(1);
    expect(tried()).toEqual(['channel-1', 'channel-1']);
  });

  test('is done with when another is entered', async () => {
    answerChannelsWith(null);
    await enter({ channelId: 'channel-new' });
    await runAfter(1, 62, 63);
    expect(tried()).toEqual(['channel-1', 'channel-new']);
    expect(told()).toEqual([]);
  });
});

test('a team that has not the app is told of too, and gets what waited once it has', async () => {
  await fillMirror(database, PLAN);
  answerChannelsWith({ status: 'permanent', code: 'NotInstalled' });
  await runAfter(0, 1, 62);
  expect(told().map(([, , what]) => what)).toEqual(['CHANNEL_GONE of SEND', 'CHANNEL_GONE of SEND']);
  answerChannelsWith(null);
  await seeConversation(deps, seenInChannel({ conversationId: 'general', channelId: 'general' }));
  await runAfter(63);
  expect(tried()).toEqual(['channel-1', 'channel-1']);
  expect(await database.query('SELECT * FROM lost_channel')).toEqual([]);
});

describe('what Teams tells of channels', () => {
  beforeEach(async () => {
    await fillMirror(database, PLAN);
    await seeConversation(deps, seenInChannel());
  });

  const WEEK = 7 * 24 * 60;
  const THE_WEEK_BEFORE = [0 - WEEK, 1 - WEEK, 61 - WEEK];

  test('a deleted channel is told of before anything is due, and its group alone', async () => {
    await seeConversation(deps, seenInChannel({ reachable: false }));
    await runAfter(...THE_WEEK_BEFORE);
    expect(told().map(([who, , ...what]) => [who, ...what])).toEqual([
      ['chair', 'CHANNEL_GONE of SEND'],
      ['manager', 'CHANNEL_GONE of SEND'],
    ]);
  });

  test('a team that is archived loses all its channels, and has them back with the first sign of it', async () => {
    const general = { conversationId: 'general', channelId: 'general', wholeTeam: true };
    await seeConversation(deps, seenInChannel({ ...general, reachable: false }));
    await runAfter(...THE_WEEK_BEFORE);
    expect(told().map(([who, , ...what]) => [who, ...what])).toEqual([
      ['chair', 'CHANNEL_GONE of SEND'],
      ['manager', 'CHANNEL_GONE of Data', 'CHANNEL_GONE of SEND'],
      ['other', 'CHANNEL_GONE of Data'],
    ]);
    await seeConversation(deps, seenInChannel(general));
    await runAfter(90 - WEEK);
    expect(await database.query('SELECT code FROM trouble')).toEqual([{ code: 'UNREADABLE' }]);
  });

  test('of another tenant counts for nothing', async () => {
    await seeConversation(deps, seenInChannel({ reachable: false, tenantId: 'another' }));
    expect(await database.query('SELECT * FROM lost_channel')).toEqual([]);
  });
});
