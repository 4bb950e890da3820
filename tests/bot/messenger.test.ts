import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isAllowedServiceUrl } from '../../bot/authentication/service-urls.ts';
import { createTokenSource, TokenUnavailableError } from '../../bot/authentication/token-source.ts';
import { outcomeOfRefusal } from '../../bot/connector/send-failure.ts';
import type { Recipient } from '../../workflow/ports/messenger.ts';
import { freePort } from '../helpers/free-port.ts';
import type { ConnectorAnswer } from './helpers/fake-teams.ts';
import {
  BOT_ID,
  CHANNEL_ID,
  inChannel,
  PERSON_ID,
  TEAMS_USER_ID,
  TENANT_ID,
} from './helpers/make-activity.ts';
import { makeAlert, makeCheckIn, makeReminder } from './helpers/make-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';

const channel: Recipient = { kind: 'channel', tenantId: TENANT_ID, teamId: null, channelId: CHANNEL_ID };
const person: Recipient = { kind: 'person', tenantId: TENANT_ID, entraObjectId: PERSON_ID };

let running: RunningBot;
beforeAll(async () => {
  running = await startBot({ sendTimeoutMs: 1_500 });
});
afterAll(() => running.stop());
beforeEach(() => {
  running.reset();
  running.known = { serviceUrl: running.teams.serviceUrl, botId: BOT_ID };
});

const sendAlert = () => running.bot.messenger.send({ to: channel, content: makeAlert() });

test('posts to a channel as a post of its own: one request, one card, a summary, no text', async () => {
  const outcome = await sendAlert();
  expect(outcome).toEqual({
    status: 'sent',
    conversationId: `${CHANNEL_ID};messageid=1`,
    activityId: 'activity-1',
  });
  expect(running.teams.requests).toHaveLength(1);
  const [request] = running.teams.requests;
  expect(request).toMatchObject({
    method: 'POST',
    path: '/connector/v3/conversations',
    authorization: 'Bearer out-1',
    body: {
      isGroup: true,
      tenantId: TENANT_ID,
      bot: { id: BOT_ID },
      channelData: { channel: { id: CHANNEL_ID } },
      activity: {
        type: 'message',
        summary: 'Finance group, Mon 24 Jan 2022: 1 missed, 1 slipped, 1 coming up, 1 no longer waiting',
        attachments: [
          { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } },
        ],
      },
    },
  });
  expect(request?.body.activity).not.toHaveProperty('text');
});

test('opens a person’s chat where none is known, then sends', async () => {
  const outcome = await running.bot.messenger.send({ to: person, content: makeReminder() });
  expect(outcome).toEqual({ status: 'sent', conversationId: 'chat-1', activityId: 'activity-2' });
  expect(running.teams.requests).toMatchObject([
    { path: '/connector/v3/conversations', body: { isGroup: false, members: [{ id: PERSON_ID }] } },
    { path: '/connector/v3/conversations/chat-1/activities', body: { type: 'message' } },
  ]);
});

test('sends to a known chat at once, and names people as Teams does where it can', async () => {
  const known = { serviceUrl: running.teams.serviceUrl, botId: BOT_ID, teamsUserId: TEAMS_USER_ID };
  running.known = { ...known, conversationId: 'a:chat' };
  await running.bot.messenger.send({ to: person, content: makeReminder() });
  running.known = known;
  await running.bot.messenger.send({ to: person, content: makeReminder() });
  expect(running.teams.requests.map(({ path }) => path)).toEqual([
    '/connector/v3/conversations/a%3Achat/activities',
    '/connector/v3/conversations',
    '/connector/v3/conversations/chat-2/activities',
  ]);
  expect(running.teams.requests[1]?.body.members).toMatchObject([{ id: TEAMS_USER_ID }]);
});

test('a fault while the chat is made is never ambiguous: nothing was sent', async () => {
  running.teams.answerNext('reset');
  const outcome = await running.bot.messenger.send({ to: person, content: makeReminder() });
  expect(outcome).toMatchObject({ status: 'throttled' });
  expect(running.teams.requests).toHaveLength(1);
});

test('puts a new card in the place of one sent', async () => {
  const at = { conversationId: `${CHANNEL_ID};messageid=1`, activityId: 'activity-1' };
  const { serviceUrl } = running.teams;
  const outcome = await running.bot.messenger.update({ at, serviceUrl, content: makeCheckIn() });
  expect(outcome).toEqual({ status: 'sent', ...at });
  expect(running.teams.requests).toMatchObject([
    { method: 'PUT', path: expect.stringContaining('/activities/activity-1'), body: { id: 'activity-1' } },
  ]);
});

describe('makes one request and says what became of it', () => {
  const error = (code: string) => ({ error: { code, message: 'Somebody’s words' } });
  test.each<[string, ConnectorAnswer, object]>([
    [
      '429 with Retry-After',
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 'throttled', retryAfterMs: 7_000 },
    ],
    ['429 without', { status: 429 }, { status: 'throttled', retryAfterMs: 5_000, code: 'HTTP429' }],
    ['412', { status: 412 }, { status: 'throttled' }],
    [
      '403 blocked',
      { status: 403, body: error('MessageWritesBlocked') },
      { status: 'permanent', code: 'MessageWritesBlocked', isGone: true, isRefused: true },
    ],
    [
      '404',
      { status: 404, body: error('ConversationNotFound') },
      { status: 'permanent', code: 'ConversationNotFound', isGone: true },
    ],
    [
      '400 for a name that is no id',
      { status: 400, body: error('BadSyntax') },
      { status: 'permanent', code: 'BadSyntax', isGone: true },
    ],
    ['400', { status: 400 }, { status: 'permanent', code: 'HTTP400' }],
    [
      '413',
      { status: 413, body: error('MessageSizeTooBig') },
      { status: 'permanent', code: 'MessageSizeTooBig' },
    ],
    ['a redirect', { status: 302, headers: { location: 'https://evil.example/' } }, { status: 'permanent' }],
    ['500', { status: 500 }, { status: 'ambiguous', code: 'HTTP500' }],
    ['502', { status: 502 }, { status: 'ambiguous', code: 'HTTP502' }],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '0' } }, { status: 'ambiguous' }],
    ['504', { status: 504 }, { status: 'ambiguous', code: 'HTTP504' }],
    ['a broken connection', 'reset', { status: 'ambiguous' }],
    ['no answer in time', 'silence', { status: 'ambiguous', code: 'TimedOut' }],
  ])('%s', async (_name, answer, outcome) => {
    running.teams.answerNext(answer);
    expect(await sendAlert()).toMatchObject(outcome);
    expect(running.teams.requests).toHaveLength(1);
  });
});

test('a service nobody listens at was certainly not reached', async () => {
  running.known = { serviceUrl: `http://127.0.0.1:${await freePort()}/`, botId: BOT_ID };
  const other = await startBot({ channelServiceUrls: [running.known.serviceUrl] });
  try {
    other.known = running.known;
    expect(await other.bot.messenger.send({ to: channel, content: makeAlert() })).toMatchObject({
      status: 'throttled',
      code: 'ECONNREFUSED',
    });
  } finally {
    await other.stop();
  }
});

test('sends nothing to who never had the app, nor to an address that is not allowed', async () => {
  running.known = null;
  expect(await sendAlert()).toEqual({ status: 'permanent', code: 'NotInstalled' });
  running.known = { serviceUrl: 'https://evil.example/', botId: BOT_ID };
  expect(await sendAlert()).toEqual({ status: 'permanent', code: 'ServiceUrlNotAllowed' });
  expect(running.teams.requests).toEqual([]);
});

test('where Teams refuses the token, tries once more with a new one', async () => {
  await sendAlert();
  const before = running.tokenCount();
  await sendAlert();
  expect(running.tokenCount()).toBe(before);
  running.teams.answerNext({ status: 401 });
  expect(await sendAlert()).toMatchObject({ status: 'sent' });
  expect(running.tokenCount()).toBe(before + 1);
  expect(running.teams.requests.slice(-2).map(({ authorization }) => authorization)).toEqual([
    `Bearer out-${before}`,
    `Bearer out-${before + 1}`,
  ]);
});

test('where Teams refuses that too, says that it does not know us, and tries no more', async () => {
  running.teams.answerNext({ status: 401 }, { status: 401 });
  expect(await sendAlert()).toEqual({ status: 'unauthorised', code: 'HTTP401' });
  expect(running.teams.requests).toHaveLength(2);
});

test('without a token nothing is sent', async () => {
  const broken = await startBot({
    credential: { getToken: () => Promise.reject(new Error('secret expired')) },
  });
  try {
    broken.known = { serviceUrl: broken.teams.serviceUrl, botId: BOT_ID };
    const outcome = await broken.bot.messenger.send({ to: channel, content: makeAlert() });
    expect(outcome).toEqual({ status: 'unauthorised', code: 'TokenUnavailable' });
    expect(broken.teams.requests).toEqual([]);
  } finally {
    await broken.stop();
  }
});

test('what is sent in answer to somebody is counted, where it was sent; what a notice is not', async () => {
  await running.send({ text: 'help' });
  expect(running.counted).toEqual(
    [running.teams.requests.at(-1)?.path.match(/conversations\/(.*?)\//)?.[1]].map((id) =>
      decodeURIComponent(id ?? ''),
    ),
  );
  await running.send({ ...inChannel, text: 'check in' });
  expect(running.counted[1]).toMatch(/^19:/);
  await sendAlert();
  expect(running.counted).toHaveLength(2);
});

describe('the source of tokens', () => {
  test('asks once for many at the same time', async () => {
    let asked = 0;
    const tokens = createTokenSource({
      timeoutMs: 1_000,
      credential: {
        async getToken(scope) {
          asked += 1;
          return { token: `${scope}-${asked}`, expiresOnTimestamp: Date.now() + 3_600_000 };
        },
      },
    });
    const many = await Promise.all(Array.from({ length: 20 }, () => tokens.getToken('a')));
    expect(new Set(many)).toEqual(new Set(['a-1']));
    expect(await tokens.getToken('b')).toBe('b-2');
  });

  test('goes on with a token that still holds when a new one can’t be had, and says when none can', async () => {
    let isUp = true;
    const tokens = createTokenSource({
      timeoutMs: 1_000,
      credential: {
        async getToken() {
          if (!isUp) throw new Error('down');
          return { token: 'soon gone', expiresOnTimestamp: Date.now() + 60_000 };
        },
      },
    });
    expect(await tokens.getToken('a')).toBe('soon gone');
    isUp = false;
    expect(await tokens.getToken('a')).toBe('soon gone');
    tokens.forget();
    await expect(tokens.getToken('a')).rejects.toBeInstanceOf(TokenUnavailableError);
  });
});

test('reads Retry-After as seconds or as a date, and takes no code that might be somebody’s words', () => {
  const nowMs = Date.parse('2022-01-24T09:00:00Z');
  const refusal = { status: 429, body: '{"code":"Not a code, a note"}', nowMs };
  expect(outcomeOfRefusal({ ...refusal, retryAfter: 'Mon, 24 Jan 2022 09:00:30 GMT' })).toEqual({
    status: 'throttled',
    retryAfterMs: 30_000,
    code: 'HTTP429',
  });
  expect(outcomeOfRefusal({ ...refusal, retryAfter: '0.5' })).toMatchObject({ retryAfterMs: 500 });
  expect(outcomeOfRefusal({ ...refusal, retryAfter: 'soon' })).toMatchObject({ retryAfterMs: 5_000 });
});

describe('allowed service addresses', () => {
  const rules = {
    authentication: 'entra',
    channelServiceUrls: ['https://smba.trafficmanager.net/uk'],
  } as const;
  test.each([
    ['https://smba.trafficmanager.net/uk/', true],
    ['https://smba.trafficmanager.net/uk', true],
    ['https://smba.trafficmanager.net/uk/tenant/', true],
    ['https://smba.trafficmanager.net/ukraine/', false],
    ['https://smba.trafficmanager.net/', false],
    ['http://smba.trafficmanager.net/uk/', false],
    ['https://smba.trafficmanager.net.evil.example/uk/', false],
    ['https://smba.trafficmanager.net@evil.example/uk/', false],
    ['https://me@smba.trafficmanager.net/uk/', false],
    ['https://smba.trafficmanager.net/uk/../us/', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%s: %s', (serviceUrl, isAllowed) => {
    expect(isAllowedServiceUrl(serviceUrl, rules)).toBe(isAllowed);
  });
});
