import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createBot } from '../../bot/create-bot.ts';
import type { TokenClaims } from './helpers/fake-teams.ts';
import { makeActivity, TENANT_ID } from './helpers/make-activity.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';

let running: RunningBot;
beforeAll(async () => {
  // The SDK prints its reasons to the console, whatever it is told.
  jest.spyOn(console, 'error').mockImplementation(() => {});
  running = await startBot();
});
afterAll(async () => {
  await running.stop();
  jest.restoreAllMocks();
});
beforeEach(() => running.reset());

const activity = (over: Record<string, unknown> = {}) =>
  makeActivity({ serviceUrl: running.teams.serviceUrl, ...over });

const expectNothingHappened = () => {
  expect(running.useCases.calls).toEqual([]);
  expect(running.teams.requests).toEqual([]);
};

test('lets Teams in and answers', async () => {
  const response = await running.post(activity());
  expect(response).toMatchObject({ status: 200, text: '' });
  expect(running.teams.requests).toHaveLength(1);
});

describe('turns away with a bare 401', () => {
  const attacks: Record<string, TokenClaims> = {
    'a token for another bot': { audience: 'another-app' },
    'a token of another issuer': { issuer: 'https://evil.example' },
    'a token of a Microsoft tenant, as emulators send': {
      issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
    },
    'a token that ran out': { expiresIn: '-1h' },
    'a token under an unknown key': { kid: 'other' },
    'a forged signature': { forged: true },
    'a token for another service': { serviceUrl: 'https://evil.example/' },
  };
  test.each(Object.entries(attacks))('%s', async (_name, claims) => {
    const response = await running.post(activity(), { token: await running.teams.tokenFor(claims) });
    expect(response).toMatchObject({ status: 401, text: '' });
    expectNothingHappened();
  });

  test.each([
    null,
    'nonsense',
    'a.b.c',
    'eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2FwaS5ib3RmcmFtZXdvcmsuY29tIn0.',
  ])('no token, or what is none: %s', async (token) => {
    expect(await running.post(activity(), { token })).toMatchObject({ status: 401, text: '' });
    expectNothingHappened();
  });

  test.each(['directline', 'webchat', 'emulator', 'AseChannel', undefined])(
    'an activity of the channel %s',
    async (channelId) => {
      expect(await running.post(activity({ channelId }))).toMatchObject({ status: 401, text: '' });
      expectNothingHappened();
    },
  );
});

describe('turns away with a bare 403, though the token is good', () => {
  const foreign = 'ffffffff-0000-4000-8000-000000000000';
  test.each<[string, () => Record<string, unknown>]>([
    ['an activity with no service address', () => ({ serviceUrl: undefined })],
    ['a conversation of another tenant', () => ({ conversation: { id: 'a:chat', tenantId: foreign } })],
    ['channel data of another tenant', () => ({ channelData: { tenant: { id: foreign } } })],
    ['no tenant at all', () => ({ conversation: { id: 'a:chat' }, channelData: {} })],
    ['no conversation', () => ({ conversation: undefined })],
  ])('%s', async (_name, over) => {
    expect(await running.post(activity(over()))).toMatchObject({ status: 403, text: '' });
    expectNothingHappened();
  });

  test('a service address that is not allowed, though the token names it too', async () => {
    const serviceUrl = `${new URL(running.teams.serviceUrl).origin}/elsewhere/`;
    const token = await running.teams.tokenFor({ serviceUrl });
    expect(await running.post(activity({ serviceUrl }), { token })).toMatchObject({ status: 403, text: '' });
    expectNothingHappened();
  });
});

describe('answers 400 without a reason for what is no activity', () => {
  test.each(['', 'not json', '[]', '"text"', '{}', '{"type":7}', '{"type":"message","from":"me"}'])(
    '%j',
    async (body) => {
      expect(await running.post(body)).toMatchObject({ status: 400, text: '' });
      expectNothingHappened();
    },
  );
});

test('answers 405 to anything but POST', async () => {
  expect(await running.post(undefined, { method: 'GET' })).toMatchObject({ status: 405, text: '' });
});

test('logs no token, name or text of what it turned away', async () => {
  const token = await running.teams.tokenFor({ forged: true });
  await running.post(activity({ text: 'a secret note' }), { token });
  expect(running.logLines).toHaveLength(1);
  expect(running.logLines.join()).not.toMatch(new RegExp(`${token}|secret note|Somebody`));
});

test('answers 503 while the keys can’t be had, so that Teams tries again', async () => {
  const other = await startBot();
  const broken = await startBot({ openIdMetadataUrl: `${new URL(other.teams.serviceUrl).origin}/v3/none` });
  other.teams.answerNext({ status: 500 });
  try {
    const body = makeActivity({ serviceUrl: broken.teams.serviceUrl });
    expect(await broken.post(body)).toMatchObject({ status: 503, text: '' });
    expect(broken.useCases.calls).toEqual([]);
  } finally {
    await Promise.all([other.stop(), broken.stop()]);
  }
});

describe('without authentication, for a playground on this machine', () => {
  let open: RunningBot;
  beforeAll(async () => {
    open = await startBot({
      authentication: 'anonymous',
      appId: '',
      credential: null,
      channelServiceUrls: [],
    });
  });
  afterAll(() => open.stop());

  test('answers a service on this machine, sending no token', async () => {
    const body = makeActivity({ serviceUrl: open.teams.serviceUrl });
    expect(await open.post(body, { token: null })).toMatchObject({ status: 200 });
    expect(open.teams.requests).toMatchObject([{ method: 'POST', authorization: undefined }]);
  });

  test('takes the tenant that a playground makes up for the configured one', async () => {
    const body = makeActivity({
      serviceUrl: open.teams.serviceUrl,
      conversation: { id: 'a:made-up', conversationType: 'personal', tenantId: 'made-up' },
      channelData: { tenant: { id: 'made-up' } },
    });
    expect(await open.post(body, { token: null })).toMatchObject({ status: 200 });
    expect(open.useCases.called('seeConversation').at(-1)).toMatchObject({
      tenantId: TENANT_ID,
      conversationId: 'a:made-up',
    });
  });

  test('turns away a service anywhere else', async () => {
    const body = makeActivity({ serviceUrl: 'https://smba.trafficmanager.net/uk/' });
    expect(await open.post(body, { token: null })).toMatchObject({ status: 403, text: '' });
  });
});

test.each([
  [{ appId: '' }, 'application id'],
  [{ credential: null }, 'credential'],
  [{ allowedTenantIds: [] }, 'tenant'],
  [{ channelServiceUrls: [] }, 'address'],
])('refuses to start with %j', (over, words) => {
  const parts = {
    settings: {
      appId: 'app',
      tenantId: TENANT_ID,
      allowedTenantIds: [TENANT_ID],
      authentication: 'entra' as const,
      channelServiceUrls: ['https://smba.trafficmanager.net/'],
      fileUrls: ['https://*.sharepoint.com/'],
      credential: { getToken: async () => null },
      sendTimeoutMs: 1_000,
      newKey: () => 'key-00000001',
      ...over,
    },
    useCases: running.useCases,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    tabLink: () => '',
    calendarLink: () => '',
    conversations: { serviceUrlFor: async () => null, countSend: async () => {} },
  };
  expect(() => createBot(parts)).toThrow(
    expect.objectContaining({ code: 'BAD_CONFIG', message: expect.stringContaining(words) }),
  );
});
