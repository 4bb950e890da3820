import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DATA_CHANNEL,
  GROUPS_TEAM,
  openSandboxAndBot,
  readMessages,
  type SandboxAndBot,
} from '../teams/sandbox-and-bot.ts';

let both: SandboxAndBot;
let teamId: string;

beforeAll(async () => {
  both = await openSandboxAndBot();
  teamId = both.sandbox.world.directory.teams.find(({ threadId }) => threadId === GROUPS_TEAM)?.id ?? '';
});
afterAll(() => both.close());
beforeEach(() => {
  both.bot.received.length = 0;
});

const send = (conversationId: string, text = 'x') =>
  both.sandbox.connector('POST', `/v3/conversations/${encodeURIComponent(conversationId)}/activities`, {
    type: 'message',
    text,
  });
const chatOf = async (persona: string): Promise<string> =>
  (await both.sandbox.post('/sandbox/conversations', { persona })).body.id;
const app = (persona: string, action: string) =>
  both.sandbox.post(`/sandbox/personas/${persona}/app`, { action });
const channel = (action: string, name?: string) =>
  both.sandbox.post(`/sandbox/channels/${encodeURIComponent(DATA_CHANNEL)}`, { action, name });
const team = (action: string, name?: string) =>
  both.sandbox.post(`/sandbox/teams/${teamId}`, { action, name });
const refusalOf = async (conversationId: string) => {
  const { status, body } = await send(conversationId);
  return [status, body?.error?.code];
};
const heard = () =>
  both.bot.received.map(({ type, action, channelData }) => [type, action ?? channelData?.eventType]);

describe("a person's app", () => {
  test('is blocked in silence: the bot may not write, the person can’t, until it is unblocked', async () => {
    const chat = await chatOf('data-owner');
    expect((await app('data-owner', 'block')).body).toEqual({ installed: true, blocked: true });
    expect(await refusalOf(chat)).toEqual([403, 'ConversationBlockedByUser']);
    expect(both.bot.received).toEqual([]);
    const path = `/sandbox/conversations/${encodeURIComponent(chat)}/messages`;
    expect((await both.sandbox.post(path, { persona: 'data-owner', text: 'hello' })).status).toBe(409);
    expect((await app('data-owner', 'unblock')).body.blocked).toBe(false);
    expect((await send(chat)).status).toBe(201);
  });

  test('is removed and installed, of which the bot is told; what was written stays', async () => {
    const chat = await chatOf('data-owner');
    await send(chat, 'kept');
    expect((await app('data-owner', 'remove')).body).toEqual({ installed: false, blocked: false });
    expect(heard()).toEqual([
      ['installationUpdate', 'remove'],
      ['conversationUpdate', undefined],
    ]);
    expect(both.bot.received[1]?.membersRemoved?.[0]?.id).toBe(`28:${both.sandbox.world.directory.botAppId}`);
    expect(await refusalOf(chat)).toEqual([403, 'BotNotInConversationRoster']);
    expect((await readMessages(both.sandbox, chat)).at(-1).text).toBe('kept');
    expect((await app('data-owner', 'install')).body.installed).toBe(true);
    expect(heard()).toContainEqual(['installationUpdate', 'add']);
    expect((await send(chat)).status).toBe(201);
    expect((await both.sandbox.get('/sandbox/personas/data-owner/app')).body).toEqual({
      installed: true,
      blocked: false,
    });
  });

  test('knows its people and what can be done', async () => {
    expect((await app('nobody', 'block')).status).toBe(404);
    expect((await app('data-owner', 'explode')).body.error.expected).toEqual([
      'action: install, remove, block or unblock',
    ]);
  });
});

describe('a channel', () => {
  test('that is renamed has its new name everywhere, and Teams tells of it through the first channel', async () => {
    expect((await channel('rename')).status).toBe(400);
    expect((await channel('rename', 'Figures')).body).toEqual({ status: 200 });
    expect(both.bot.received[0]).toMatchObject({
      type: 'conversationUpdate',
      conversation: { id: GROUPS_TEAM },
      channelData: {
        eventType: 'channelRenamed',
        channel: { id: DATA_CHANNEL, name: 'Figures' },
        team: { id: GROUPS_TEAM, aadGroupId: teamId },
      },
    });
    const { body } = await both.sandbox.get('/sandbox/conversations');
    expect(body).toContainEqual(expect.objectContaining({ id: DATA_CHANNEL, title: 'Figures' }));
    const info = await both.sandbox.connector(
      'GET',
      `/v3/teams/${encodeURIComponent(GROUPS_TEAM)}/conversations`,
    );
    expect(info.body.conversations).toContainEqual(
      expect.objectContaining({ id: DATA_CHANNEL, name: 'Figures' }),
    );
    expect((await send(DATA_CHANNEL)).status).toBe(201);
  });

  test('that is deleted is not found, and is as it was once it is restored', async () => {
    await send(DATA_CHANNEL, 'before');
    await channel('delete');
    expect(await refusalOf(DATA_CHANNEL)).toEqual([404, 'ConversationNotFound']);
    expect((await both.sandbox.get('/sandbox/conversations')).body).not.toContainEqual(
      expect.objectContaining({ id: DATA_CHANNEL }),
    );
    expect((await channel('delete')).status).toBe(409);
    await channel('restore');
    expect(heard()).toEqual([
      ['conversationUpdate', 'channelDeleted'],
      ['conversationUpdate', 'channelRestored'],
    ]);
    expect((await readMessages(both.sandbox)).at(-1).text).toBe('before');
    expect((await send(DATA_CHANNEL)).status).toBe(201);
    expect((await both.sandbox.post('/sandbox/channels/19%3Anone', { action: 'delete' })).status).toBe(404);
    const first = await both.sandbox.post(`/sandbox/channels/${encodeURIComponent(GROUPS_TEAM)}`, {
      action: 'delete',
    });
    expect(first.status).toBe(409);
  });
});

describe('a team', () => {
  test('that is archived can be read and not written in', async () => {
    await team('archive');
    expect(both.bot.received[0]?.channelData).toEqual({
      eventType: 'teamArchived',
      tenant: { id: both.sandbox.world.directory.tenantId },
      team: expect.objectContaining({ aadGroupId: teamId }),
      teamsTeamId: GROUPS_TEAM,
    });
    expect(await refusalOf(DATA_CHANNEL)).toEqual([403, 'MessageWritesBlocked']);
    const path = `/sandbox/conversations/${encodeURIComponent(DATA_CHANNEL)}/messages`;
    expect((await both.sandbox.post(path, { persona: 'data-owner', text: 'hello' })).status).toBe(409);
    expect((await both.sandbox.get(path)).status).toBe(200);
    await team('unarchive');
    expect((await send(DATA_CHANNEL)).status).toBe(201);
  });

  test('that is deleted has no channels until it is restored; its new name stays', async () => {
    await team('rename', 'Groups of 2022');
    await team('delete');
    expect(await refusalOf(DATA_CHANNEL)).toEqual([404, 'ConversationNotFound']);
    expect((await team('archive')).status).toBe(409);
    await team('restore');
    expect(heard().map(([, event]) => event)).toEqual(['teamRenamed', 'teamDeleted', 'teamRestored']);
    expect(both.bot.received.map(({ channelData }) => channelData.team.name)).toEqual([
      'Groups of 2022',
      'Groups of 2022',
      'Groups of 2022',
    ]);
    expect((await both.sandbox.post('/sandbox/teams/none', { action: 'delete' })).status).toBe(404);
  });

  test('that the app is taken out of tells it nothing more, until it is installed again', async () => {
    await team('remove');
    expect(heard()).toEqual([
      ['installationUpdate', 'remove'],
      ['conversationUpdate', 'teamMemberRemoved'],
    ]);
    expect(await refusalOf(DATA_CHANNEL)).toEqual([403, 'BotNotInConversationRoster']);
    expect((await team('archive')).body).toEqual({ status: null });
    await team('unarchive');
    await team('install');
    expect((await send(DATA_CHANNEL)).status).toBe(201);
  });
});

test('Teams names another address, and the one before goes on working', async () => {
  const { body } = await both.sandbox.post('/sandbox/service-address', { region: 'emea' });
  expect(body.serviceUrl).toBe(`${both.sandbox.serviceUrl}emea/`);
  await channel('rename', 'Data');
  expect(both.bot.received[0]?.serviceUrl).toBe(body.serviceUrl);
  const path = `/v3/conversations/${encodeURIComponent(DATA_CHANNEL)}/activities`;
  for (const prefix of ['', '/emea'])
    expect(
      (await both.sandbox.connector('POST', `${prefix}${path}`, { type: 'message', text: 'x' })).status,
    ).toBe(201);
  expect((await both.sandbox.post('/sandbox/service-address', { region: 'E M' })).status).toBe(400);
  expect((await both.sandbox.post('/sandbox/service-address', { region: null })).body.serviceUrl).toBe(
    both.sandbox.serviceUrl,
  );
});
