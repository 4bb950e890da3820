import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BOT_ID, inChannel } from './helpers/make-activity.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const GENERAL = '19:general@thread.tacv2';
const NAMED = '19:send@thread.tacv2';

/** Teams tells of a channel through the team’s first one, and names it beside. */
const event = (eventType: string, rest: object = {}) => ({
  ...inChannel,
  type: 'conversationUpdate',
  text: undefined,
  conversation: { ...(inChannel.conversation as object), id: GENERAL },
  channelData: { ...(inChannel.channelData as object), eventType },
  ...rest,
});

const ofChannel = { conversationId: NAMED, channelId: NAMED, wholeTeam: false };
const ofTeam = { conversationId: GENERAL, teamId: 'group-guid', wholeTeam: true };

test.each([
  ['a channel is deleted', event('channelDeleted'), { ...ofChannel, reachable: false }],
  ['a channel is restored', event('channelRestored'), { ...ofChannel, reachable: true }],
  ['a channel is made', event('channelCreated'), { ...ofChannel, reachable: true }],
  ['a team is archived', event('teamArchived'), { ...ofTeam, reachable: false }],
  ['a team is deleted', event('teamDeleted'), { ...ofTeam, reachable: false }],
  ['a team is opened again', event('teamUnarchived'), { ...ofTeam, reachable: true, wholeTeam: false }],
  [
    'the app is taken out of a team',
    event('teamMemberRemoved', { membersRemoved: [{ id: BOT_ID }] }),
    { ...ofTeam, reachable: false },
  ],
])('that %s is remembered in silence', async (_what, activity, seen) => {
  expect(await running.send(activity)).toMatchObject({ status: 200, text: '' });
  expect(running.useCases.calls).toMatchObject([{ name: 'seeConversation', ask: seen }]);
  expect(running.teams.requests).toEqual([]);
});
