import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { withTempDir } from '../../helpers/temp-dir.ts';
import { openSandbox } from './open-sandbox.ts';
import { openSandboxAndBot, type SandboxAndBot } from './sandbox-and-bot.ts';

describe('tokens between Teams and the bot', () => {
  let both: SandboxAndBot;
  let token: string;
  let activity: Record<string, unknown>;

  beforeAll(async () => {
    both = await openSandboxAndBot();
    const { sandbox } = both;
    token = await sandbox.world.identity.issueToken({ audience: 'bot', serviceUrl: sandbox.serviceUrl });
    await sandbox.post('/sandbox/install', { again: true });
    activity = (await sandbox.get('/sandbox/activities')).body.at(-1).activity;
    // botbuilder writes each refusal to the console.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await both.close();
  });

  const deliver = async (authorization: string, body: object = activity) => {
    const response = await fetch(`${both.bot.url}/api/messages`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.status;
  };

  test('botbuilder lets through what the sandbox signed', async () => {
    await expect(deliver(`Bearer ${token}`)).resolves.toBe(200);
    expect(both.bot.received.at(-1)?.id).toBe(activity.id);
  });

  test('botbuilder refuses a token whose signature, audience or lifetime is wrong, or whose serviceUrl is another', async () => {
    const { identity } = both.sandbox.world;
    const [head, claims, signature = ''] = token.split('.');
    const tampered = `${head}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    const before = both.bot.received.length;
    const statuses = [
      await deliver(`Bearer ${tampered}`),
      await deliver(`Bearer ${await identity.issueToken({ audience: 'tab', persona: 'data-owner' })}`),
      await deliver(`Bearer ${await identity.issueToken({ audience: 'bot', lifetimeSeconds: -3_600 })}`),
      await deliver(
        `Bearer ${await identity.issueToken({ audience: 'bot', serviceUrl: 'http://elsewhere/' })}`,
      ),
      await deliver(''),
    ];
    // A forged signature makes botbuilder fail rather than refuse; the bot's own server turns that into a 401.
    expect(statuses).toEqual([500, 401, 401, 401, 401]);
    expect(both.bot.received.length).toBe(before);
  });

  test('the connector refuses calls without a token of the bot', async () => {
    const { sandbox } = both;
    const path = `/v3/teams/${encodeURIComponent('19:980f515f757454fb93b9f0d96d13e528@thread.tacv2')}`;
    const wrong = await sandbox.world.identity.issueToken({ audience: 'graph' });
    const noToken = await sandbox.connector('GET', path, undefined, 'Basic x');
    expect(noToken).toMatchObject({ status: 401, body: { error: { code: 'Unauthorized' } } });
    expect((await sandbox.connector('GET', path, undefined, `Bearer ${wrong}`)).status).toBe(401);
    expect((await sandbox.connector('GET', path)).status).toBe(200);
  });

  test('a sandbox told so takes calls without a token, for a bot without authentication', async () => {
    await withTempDir(async (dataDir) => {
      const open = await openSandbox({ dataDir, connectorAuth: 'off' });
      try {
        const answer = await open.connector('GET', '/v3/teams/none', undefined, 'none');
        expect(answer.body.error.code).toBe('ConversationNotFound');
      } finally {
        await open.close();
      }
    });
  });
});
