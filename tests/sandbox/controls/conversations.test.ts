import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openSandbox } from '../teams/open-sandbox.ts';
import {
  DATA_CHANNEL,
  GROUPS_TEAM,
  makeCard,
  openSandboxAndBot,
  postCard,
  readMessages,
  type SandboxAndBot,
} from '../teams/sandbox-and-bot.ts';

describe('installing, and writing as a person', () => {
  let both: SandboxAndBot;

  beforeEach(async () => {
    both = await openSandboxAndBot({ installed: false });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await both.close();
  });

  const write = (body: object, id = DATA_CHANNEL) =>
    both.sandbox.post(`/sandbox/conversations/${encodeURIComponent(id)}/messages`, body);

  test('tells the bot of every team and of every person of the plan, once', async () => {
    const first = await both.sandbox.post('/sandbox/install');
    const { personas, teams } = both.sandbox.world.directory;
    const people = personas.filter(({ roles }) => roles.length > 0);
    expect(first.body).toEqual({ installed: teams.length + people.length, already: 0, failed: [] });

    const { received } = both.bot;
    const added = received.filter(({ type }) => type === 'installationUpdate');
    expect(added.map(({ action }) => action)).toEqual(added.map(() => 'add'));
    expect(added.filter(({ conversation }) => conversation.conversationType === 'channel')).toMatchObject([
      { conversation: { id: GROUPS_TEAM }, channelData: { team: { name: 'ALP improvement groups' } } },
      { channelData: { team: { aadGroupId: 'bed7351d-b7e1-55e9-a3a5-9db6d49590d4' } } },
    ]);
    const chats = added.filter(({ conversation }) => conversation.conversationType === 'personal');
    expect(chats.map(({ from }) => from.aadObjectId)).toEqual(
      people.map(({ entraObjectId }) => entraObjectId),
    );
    const bot = { id: `28:${both.sandbox.world.directory.botAppId}` };
    expect(received.filter(({ type }) => type === 'conversationUpdate')).toHaveLength(added.length);
    expect(received[1]).toMatchObject({ type: 'conversationUpdate', membersAdded: [bot] });

    received.length = 0;
    const second = await both.sandbox.post('/sandbox/install');
    expect(second.body).toMatchObject({ installed: 0, already: teams.length + people.length });
    expect(received).toHaveLength(0);
    expect((await both.sandbox.post('/sandbox/install', { again: true })).body.installed).toBe(
      first.body.installed,
    );
  });

  test('what the bot did not accept is named, and tried again the next time', async () => {
    // botbuilder writes each failed turn to the console.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let isAway = true;
    both.bot.logic = ({ activity }) => {
      if (isAway && activity.from.name === 'Plan manager') throw new Error('not now');
      return undefined;
    };
    const { body } = await both.sandbox.post('/sandbox/install');
    // Both teams are installed by the plan manager.
    expect(body.failed.map(({ subject }: { subject: string }) => subject)).toEqual([
      'ALP improvement groups',
      'ALP boards',
      'plan-manager',
    ]);
    expect(body.failed[0].reason).toContain('500');
    isAway = false;
    expect((await both.sandbox.post('/sandbox/install')).body).toMatchObject({ installed: 3, failed: [] });
  });

  test('a message in a channel mentions the bot; an answer stays in its thread', async () => {
    await both.sandbox.post('/sandbox/install');
    both.bot.received.length = 0;
    const { body } = await write({ persona: 'data-owner', text: 'check in' });
    expect(body).toMatchObject({
      status: 200,
      message: {
        text: 'check in',
        from: { kind: 'person', personaId: 'data-owner', name: 'Data group owner' },
      },
    });
    const { id } = body.message;
    expect(both.bot.received[0]).toMatchObject({
      type: 'message',
      id,
      text: '<at>Milepost</at> check in',
      conversation: { id: `${DATA_CHANNEL};messageid=${id}` },
      entities: [{ type: 'mention', text: '<at>Milepost</at>' }, { type: 'clientInfo' }],
    });
    const answer = await write({ persona: 'data-chair', text: 'and I', threadId: id });
    expect(answer.body.message.threadId).toBe(id);
    expect(both.bot.received[1]?.conversation.id).toBe(`${DATA_CHANNEL};messageid=${id}`);
    expect((await write({ persona: 'data-chair', text: 'x', threadId: '123' })).status).toBe(404);
  });

  test('a chat is opened for anyone, which installs the app for them; only they may write in it', async () => {
    const opened = await both.sandbox.post('/sandbox/conversations', { persona: 'outsider' });
    expect(opened.body).toMatchObject({
      kind: 'personal',
      title: 'Officer outside the plan',
      teamId: null,
      personaIds: ['outsider'],
      messageCount: 0,
    });
    expect(both.bot.received.map(({ type }) => type)).toEqual(['installationUpdate', 'conversationUpdate']);
    const again = await both.sandbox.post('/sandbox/conversations', { persona: 'outsider' });
    expect(again.body.id).toBe(opened.body.id);
    expect(both.bot.received).toHaveLength(2);

    await write({ persona: 'outsider', text: 'help' }, opened.body.id);
    expect(both.bot.received[2]).toMatchObject({
      text: 'help',
      conversation: { conversationType: 'personal', isGroup: false },
    });
    expect((await write({ persona: 'data-owner', text: 'help' }, opened.body.id)).status).toBe(403);
    expect((await both.sandbox.post('/sandbox/conversations', { persona: 'nobody' })).status).toBe(404);
  });

  test('channels are seen and written in by members only', async () => {
    expect((await write({ persona: 'data-owner', text: 'too early' })).status).toBe(409);
    await both.sandbox.post('/sandbox/install');
    const refused = await write({ persona: 'parents-facilitator', text: 'x' });
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('is not a member of the team "ALP improvement groups"');
    const path = `/sandbox/conversations/${encodeURIComponent(DATA_CHANNEL)}/messages`;
    expect((await both.sandbox.get(`${path}?persona=outsider`)).status).toBe(403);
    expect((await both.sandbox.get('/sandbox/conversations/none/messages')).status).toBe(404);

    const seen = await both.sandbox.get('/sandbox/conversations?persona=outsider');
    expect(seen.body).toEqual([]);
    const owner = await both.sandbox.get('/sandbox/conversations?persona=data-owner');
    expect(owner.body.map(({ title }: { title: string }) => title)).toEqual([
      'General',
      'Data',
      'Finance',
      'SEND',
      'Schools',
      'Safeguarding',
      'Commissioning',
      'Data group owner',
    ]);
    expect(both.bot.received.filter(({ type }) => type === 'message')).toHaveLength(0);
  });

  test('a body that is not understood is answered with what is expected', async () => {
    const answer = await write({ persona: 'data-owner', txt: 'typing error' });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: 'BAD_INPUT' });
    expect(answer.body.error.expected.join()).toContain('Unrecognized key: "txt"');
    const empty = await write({ persona: 'data-owner', text: '', files: [] });
    expect(empty.status).toBe(400);
    expect(empty.body.error.expected.join()).toContain('text: text: what the person writes');
    expect((await both.sandbox.post('/sandbox/conversations', '{')).body.error.message).toContain(
      'is not JSON',
    );
  });

  test('messages, own views and chats are there after a restart', async () => {
    await both.sandbox.post('/sandbox/install');
    const id = await postCard(
      both.sandbox,
      makeCard('Shared', [{ type: 'Action.Execute', title: 'Go', verb: 'go' }]),
    );
    both.bot.logic = () => ({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: makeCard('Own') },
    });
    await both.sandbox.post(`/sandbox/messages/${id}/press`, { persona: 'data-owner', action: 'Go' });
    const messages = await readMessages(both.sandbox);
    const conversations = (await both.sandbox.get('/sandbox/conversations')).body;
    expect(messages[0].ownCards).toEqual({ 'data-owner': [makeCard('Own')] });
    await both.sandbox.close();

    const reopened = await openSandbox({ dataDir: both.dataDir, botUrl: both.bot.url });
    try {
      expect(await readMessages(reopened)).toEqual(messages);
      expect((await reopened.get('/sandbox/conversations')).body).toEqual(conversations);
      expect((await reopened.post('/sandbox/install')).body.installed).toBe(0);
      const later = await postCard(reopened, makeCard('Later'));
      expect(Number(later)).toBeGreaterThan(Number(id));
    } finally {
      await reopened.close();
      both.sandbox.close = () => Promise.resolve();
    }
  });
});
