import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ConversationParameters } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import {
  BOARD_CHANNEL,
  DATA_CHANNEL,
  GROUPS_TEAM,
  makeCard,
  makeCardActivity,
  openSandboxAndBot,
  readMessages,
  type SandboxAndBot,
} from './sandbox-and-bot.ts';

describe("the connector, through botbuilder's own client", () => {
  let both: SandboxAndBot;
  let client: ConnectorClient;

  beforeAll(async () => {
    both = await openSandboxAndBot();
    client = await both.bot.client();
  });
  afterAll(() => both.close());

  const startThread = (activity: object, channelId = DATA_CHANNEL) =>
    client.conversations.createConversation({
      isGroup: true,
      channelData: { channel: { id: channelId }, tenant: { id: both.sandbox.world.directory.tenantId } },
      activity,
    } as ConversationParameters);
  const personaOf = (id: string) => {
    const found = both.sandbox.world.directory.personas.find((persona) => persona.id === id);
    if (found === undefined) throw new Error(`no persona ${id}`);
    return found;
  };

  test('starts a thread in a channel, answers in it, and updates and deletes what it wrote', async () => {
    const thread = await startThread(makeCardActivity(makeCard('First')));
    expect(thread.id).toBe(`${DATA_CHANNEL};messageid=${thread.activityId}`);
    expect(thread.serviceUrl).toBe(both.sandbox.serviceUrl);
    const { id, activityId } = thread as { id: string; activityId: string };

    const reply = await client.conversations.replyToActivity(id, activityId, {
      type: 'message',
      text: 'An answer',
    });
    const sent = await client.conversations.sendToConversation(id, { type: 'message', text: 'Another' });
    await client.conversations.updateActivity(id, activityId, makeCardActivity(makeCard('Second')));
    await client.conversations.deleteActivity(id, String(sent.id));

    const [root, answer, gone] = await readMessages(both.sandbox);
    expect(root).toMatchObject({
      id: activityId,
      threadId: activityId,
      from: { kind: 'bot' },
      cards: [makeCard('Second')],
    });
    expect(root.editedAt).not.toBeNull();
    expect(root.at).toMatch(/^2022-01-10T09:/);
    expect(answer).toMatchObject({ id: reply.id, threadId: activityId, text: 'An answer', editedAt: null });
    expect(gone).toMatchObject({ id: sent.id, deleted: true, text: '', cards: [] });
  });

  test('opens the same chat with a person by object id and by Teams id', async () => {
    const { entraObjectId, teamsUserId } = personaOf('finance-owner');
    const channelData = { tenant: { id: both.sandbox.world.directory.tenantId } };
    const open = (id: string) =>
      client.conversations.createConversation({ members: [{ id }], channelData } as ConversationParameters);
    const first = await open(entraObjectId);
    const second = await open(teamsUserId);
    expect(second.id).toBe(first.id);
    await client.conversations.sendToConversation(String(first.id), { type: 'message', text: 'Hello' });
    const [message] = await readMessages(both.sandbox, first.id);
    expect(message).toMatchObject({ text: 'Hello', threadId: null });
    const members = await client.conversations.getConversationMembers(String(first.id));
    expect(members.map(({ aadObjectId }) => aadObjectId)).toEqual([entraObjectId]);
  });

  test('splits text with a card in two messages and tells no id', async () => {
    const chat = await client.conversations.createConversation({
      members: [{ id: personaOf('send-owner').teamsUserId }],
      tenantId: both.sandbox.world.directory.tenantId,
    } as ConversationParameters);
    const sent = await client.conversations.sendToConversation(String(chat.id), {
      ...makeCardActivity(makeCard('Card')),
      text: 'Words',
    });
    expect(sent.id).toBeUndefined();
    const messages = await readMessages(both.sandbox, chat.id);
    expect(
      messages.map(({ text, cards }: { text: string; cards: unknown[] }) => [text, cards.length]),
    ).toEqual([
      ['Words', 0],
      ['', 1],
    ]);
  });

  test('lists members of a channel, in pages too, and finds one by either id', async () => {
    const all = await client.conversations.getConversationMembers(GROUPS_TEAM);
    expect(all).toHaveLength(17);
    const first = await client.conversations.getConversationPagedMembers(DATA_CHANNEL, {
      pageSize: 10,
      continuationToken: '',
    });
    const { continuationToken } = first;
    const second = await client.conversations.getConversationPagedMembers(DATA_CHANNEL, {
      pageSize: 10,
      continuationToken,
    });
    expect([...first.members, ...second.members].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(second.continuationToken).toBeUndefined();

    const { entraObjectId, teamsUserId, email, name } = personaOf('data-chair');
    const path = `/v3/conversations/${encodeURIComponent(DATA_CHANNEL)}/members/${entraObjectId}`;
    expect((await both.sandbox.connector('GET', path)).body).toMatchObject({
      id: teamsUserId,
      aadObjectId: entraObjectId,
      name,
      email,
      userPrincipalName: email,
      tenantId: both.sandbox.world.directory.tenantId,
    });
    const stranger = personaOf('outsider').teamsUserId;
    await expect(client.conversations.getConversationMember(DATA_CHANNEL, stranger)).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  test('tells a team and its channels, General without a name', async () => {
    const team = encodeURIComponent(GROUPS_TEAM);
    expect((await both.sandbox.connector('GET', `/v3/teams/${team}`)).body).toMatchObject({
      id: GROUPS_TEAM,
      name: 'ALP improvement groups',
      aadGroupId: '0edb6255-372b-55be-9e72-67daccb7dff9',
    });
    const { conversations } = (await both.sandbox.connector('GET', `/v3/teams/${team}/conversations`)).body;
    expect(conversations).toHaveLength(7);
    expect(conversations[0]).toMatchObject({ id: GROUPS_TEAM, name: null });
    expect(conversations[1]).toMatchObject({ id: DATA_CHANNEL, name: 'Data' });
  });

  test('refuses what Teams refuses, with its codes', async () => {
    const { sandbox } = both;
    const channel = encodeURIComponent(BOARD_CHANNEL);
    const post = (id: string, body: unknown) =>
      sandbox.connector('POST', `/v3/conversations/${id}/activities`, body);
    const put = (id: string, activityId: string) =>
      sandbox.connector('PUT', `/v3/conversations/${id}/activities/${activityId}`, {
        type: 'message',
        text: 'x',
      });
    const words = { type: 'message', text: 'x' };
    const { directory } = sandbox.world;
    const tenant = { id: directory.tenantId };
    const create = (body: object) => sandbox.connector('POST', '/v3/conversations', body);

    expect(await post('19%3Anowhere%40thread.tacv2', words)).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    });
    expect((await post(`${channel}%3Bmessageid%3D12345`, words)).body.error.code).toBe(
      'ConversationNotFound',
    );
    expect(await post(channel, { type: 'message', text: 'a'.repeat(60_000) })).toMatchObject({
      status: 413,
      body: { error: { code: 'MessageSizeTooBig' } },
    });
    expect(await post(channel, { type: 'message' })).toMatchObject({
      status: 400,
      body: { error: { code: 'BadSyntax' } },
    });
    expect((await post(channel, '{')).status).toBe(400);
    expect((await put(channel, '12345')).status).toBe(404);
    expect(
      await create({ members: [{ id: personaOf('outsider').entraObjectId }], channelData: { tenant } }),
    ).toMatchObject({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    expect((await create({ members: [{ id: 'nobody' }], channelData: { tenant } })).status).toBe(400);
    expect((await create({ members: [{ id: personaOf('data-owner').entraObjectId }] })).status).toBe(400);
    expect(
      (await create({ members: [{ id: personaOf('data-owner').entraObjectId }], tenantId: 'another' }))
        .status,
    ).toBe(403);
    expect((await create({ channelData: { channel: { id: BOARD_CHANNEL } } })).status).toBe(400);
    await expect(readMessages(sandbox, BOARD_CHANNEL)).resolves.toEqual([]);
  });

  test('a bot may not change what a person wrote', async () => {
    const { sandbox } = both;
    const path = `/sandbox/conversations/${encodeURIComponent(BOARD_CHANNEL)}/messages`;
    const { body } = await sandbox.post(path, { persona: 'director', text: 'Mine' });
    const activity = `/v3/conversations/${encodeURIComponent(BOARD_CHANNEL)}/activities/${body.message.id}`;
    expect((await sandbox.connector('DELETE', activity)).status).toBe(403);
    expect(await readMessages(sandbox, BOARD_CHANNEL)).toMatchObject([{ text: 'Mine', deleted: false }]);
  });

  test('before the app is installed in a team, the bot is not part of it', async () => {
    const fresh = await openSandboxAndBot({ installed: false });
    try {
      const refusal = await fresh.sandbox.connector(
        'GET',
        `/v3/conversations/${encodeURIComponent(DATA_CHANNEL)}/members`,
      );
      expect(refusal).toMatchObject({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    } finally {
      await fresh.close();
    }
  });
});
