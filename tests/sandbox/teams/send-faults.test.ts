import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { REFUSALS } from '../../../sandbox/core/fault-kinds.ts';
import {
  BOARD_CHANNEL,
  DATA_CHANNEL,
  openSandboxAndBot,
  readMessages,
  type SandboxAndBot,
} from './sandbox-and-bot.ts';

let both: SandboxAndBot;

beforeAll(async () => {
  both = await openSandboxAndBot();
});
afterAll(() => both.close());

const activities = (id: string) => `/v3/conversations/${encodeURIComponent(id)}/activities`;
const send = (id = DATA_CHANNEL) =>
  both.sandbox.connector('POST', activities(id), { type: 'message', text: 'x' });
const setFaults = (...faults: object[]) => both.sandbox.post('/sandbox/faults', faults);
const lastCall = async () => (await both.sandbox.get('/sandbox/log')).body.at(-1);

describe('faults of sending', () => {
  test.each(Object.entries(REFUSALS))(
    '%s is refused with %i, and nothing is posted',
    async (code, status) => {
      await setFaults({ kind: 'teams-refuse', code, times: 1 });
      const before = (await readMessages(both.sandbox)).length;
      const { status: answered, body } = await send();
      expect([answered, body.error.code]).toEqual([status, code]);
      expect(await readMessages(both.sandbox)).toHaveLength(before);
    },
  );

  test('strike one person, or one channel, and nobody else', async () => {
    await setFaults(
      { kind: 'teams-refuse', persona: 'data-owner', code: 'BotDisabledByAdmin' },
      { kind: 'teams-throttle', conversation: BOARD_CHANNEL, retryAfterSeconds: 0 },
    );
    const { directory } = both.sandbox.world;
    const create = (persona: string) =>
      both.sandbox.connector('POST', '/v3/conversations', {
        members: [{ id: directory.personas.find(({ id }) => id === persona)?.teamsUserId }],
        channelData: { tenant: { id: directory.tenantId } },
      });
    expect((await create('data-owner')).body.error.code).toBe('BotDisabledByAdmin');
    expect((await create('data-chair')).status).toBe(201);
    const throttled = await send(BOARD_CHANNEL);
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, null]);
    expect((await send()).status).toBe(201);
    expect((await setFaults({ kind: 'teams-refuse', persona: 'nobody' })).status).toBe(404);
    expect((await setFaults({ kind: 'teams-refuse', code: 'Tired' })).status).toBe(400);
  });

  test('an answer is lost after the message was stored', async () => {
    await setFaults({ kind: 'teams-reset', times: 1 });
    const before = (await readMessages(both.sandbox)).length;
    await expect(send()).rejects.toThrow('fetch failed');
    expect(await readMessages(both.sandbox)).toHaveLength(before + 1);
    expect(await lastCall()).toMatchObject({ status: 201, wasCut: true, connector: { kind: 'send' } });
  });

  test('an answer comes later than the caller waits, and the message is there', async () => {
    await setFaults({ kind: 'teams-slow', times: 1 });
    const before = (await readMessages(both.sandbox)).length;
    const late = fetch(`${both.sandbox.serviceUrl}${activities(DATA_CHANNEL).slice(1)}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await both.sandbox.world.identity.issueToken({ audience: 'connector' })}`,
      },
      body: JSON.stringify({ type: 'message', text: 'x' }),
      signal: AbortSignal.timeout(500),
    });
    await expect(late).rejects.toThrow('timeout');
    expect(await readMessages(both.sandbox)).toHaveLength(before + 1);
  });

  test('a limit that is reached may be told without how long to wait', async () => {
    await setFaults({ kind: 'teams-no-retry-after' });
    const { body: chat } = await both.sandbox.post('/sandbox/conversations', { persona: 'data-chair' });
    const answers = await Promise.all(Array.from({ length: 9 }, () => send(chat.id)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ headers }) => headers.get('retry-after') === null)).toBe(true);
  });
});

test('the log tells of each call what it did, where, and when', async () => {
  await setFaults();
  const { body: sent } = await both.sandbox.connector('POST', '/v3/conversations', {
    channelData: { channel: { id: BOARD_CHANNEL } },
    activity: { type: 'message', text: 'x' },
  });
  expect(await lastCall()).toMatchObject({
    status: 201,
    connector: { kind: 'create-conversation', conversationId: BOARD_CHANNEL },
  });
  const thread = `${BOARD_CHANNEL};messageid=${sent.activityId}`;
  await both.sandbox.connector('PUT', `${activities(thread)}/${sent.activityId}`, {
    type: 'message',
    text: 'y',
  });
  const update = await lastCall();
  expect(update).toMatchObject({ status: 200, connector: { kind: 'update', conversationId: BOARD_CHANNEL } });
  expect(update.connector.atMs).toBeGreaterThanOrEqual(update.arrivedAtMs);
  expect(update.connector.atMs).toBeLessThanOrEqual(update.answeredAtMs);
  await both.sandbox.connector('GET', `/v3/conversations/${encodeURIComponent(BOARD_CHANNEL)}/members`);
  expect((await lastCall()).connector.kind).toBe('read');
  await both.sandbox.connector('DELETE', `${activities(thread)}/${sent.activityId}`);
  expect((await lastCall()).connector.kind).toBe('delete');
});
