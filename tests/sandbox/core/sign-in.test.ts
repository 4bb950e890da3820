import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { type Served, serve } from '../../../sandbox/core/http.ts';
import { createCodes } from '../../../sandbox/core/sign-in/codes.ts';
import { signInRoutes } from '../../../sandbox/core/sign-in/routes.ts';
import type { World } from '../../../sandbox/core/world.ts';
import { makeTempDir, type TempDir } from '../../helpers/temp-dir.ts';
import { openTestWorld } from './open-test-world.ts';

const TAB = 'http://127.0.0.1:3978/tab/';
const VERIFIER = 'a-verifier-that-is-long-enough-for-anybody-who-asks';
const challenge = createHash('sha256').update(VERIFIER).digest('base64url');

let dir: TempDir;
let world: World;
let served: Served;
beforeAll(async () => {
  dir = await makeTempDir();
  world = await openTestWorld(dir.path);
  served = await serve({ routes: signInRoutes(world), port: 0 });
});
afterAll(async () => {
  await served?.close();
  world?.close();
  await dir?.remove();
});
afterEach(() => world.signInNeeds.clear());

type Fields = Readonly<Record<string, string>>;
const urlOf = (path: string, tenant = world.directory.tenantId) =>
  `http://127.0.0.1:${served.port}/${tenant}/oauth2/v2.0/${path}`;
const authorizeUrl = (changes: Fields = {}) =>
  `${urlOf('authorize')}?${new URLSearchParams({
    client_id: world.directory.tabAppId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: TAB,
    scope: `openid profile ${world.directory.tabAppId}/access_as_user`,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'state-1',
    nonce: 'nonce-1',
    ...changes,
  })}`;
/** Presses something on the page; `back`: what the tab is sent back with. */
const press = async (fields: Fields, changes: Fields = {}, headers: Fields = {}) => {
  const answer = await fetch(authorizeUrl(changes), {
    method: Object.keys(fields).length === 0 ? 'GET' : 'POST',
    redirect: 'manual',
    headers,
    ...(Object.keys(fields).length === 0 ? {} : { body: new URLSearchParams(fields) }),
  });
  const [address, back = ''] = (answer.headers.get('location') ?? '').split(/[#?]/);
  return {
    status: answer.status,
    page: await answer.text(),
    address,
    back: Object.fromEntries(new URLSearchParams(back)),
    cookie: answer.headers.get('set-cookie') ?? '',
  };
};
const redeem = async (fields: Fields, { origin = 'http://127.0.0.1:3978' as string | null } = {}) => {
  const answer = await fetch(urlOf('token'), {
    method: 'POST',
    headers: origin === null ? {} : { origin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: world.directory.tabAppId,
      redirect_uri: TAB,
      code_verifier: VERIFIER,
      ...fields,
    }),
  });
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const codeFor = async (persona: string) => (await press({ persona })).back.code ?? '';

test('whoever picks themselves comes back with a code, good once for tokens that say who they are', async () => {
  const shown = await press({});
  expect(shown).toMatchObject({ status: 200, page: expect.stringContaining('SEND group owner') });
  const { status, address, back } = await press({ persona: 'send-owner' });
  expect({ status, address, back }).toEqual({
    status: 303,
    address: TAB,
    back: { code: expect.any(String), state: 'state-1' },
  });
  const given = await redeem({ code: back.code ?? '' });
  expect(given).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3_600 } });
  const person = world.directory.personas.find(({ id }) => id === 'send-owner');
  const who = { aud: world.directory.tabAppId, oid: person?.entraObjectId, tid: world.directory.tenantId };
  const access = decodeJwt(String(given.body.access_token));
  expect(access).toMatchObject({ ...who, scp: 'access_as_user' });
  const id = decodeJwt(String(given.body.id_token));
  expect(id).toMatchObject({ ...who, name: person?.name, nonce: 'nonce-1' });
  expect(id).not.toHaveProperty('scp');
  expect(await redeem({ code: back.code ?? '' })).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant', error_description: expect.stringMatching(/^AADSTS54005:/) },
  });
});

describe('a code', () => {
  const REFUSED: readonly [string, Fields, { origin?: string | null }, string][] = [
    ['with another verifier', { code_verifier: 'another' }, {}, 'AADSTS501481'],
    ['for another address of the same page', { redirect_uri: 'http://127.0.0.1:3978/' }, {}, 'AADSTS500112'],
    ['by another app', { client_id: '00000003-0000-0000-c000-000000000000' }, {}, 'AADSTS700016'],
    ['by no page', {}, { origin: null }, 'AADSTS9002327'],
    ['by another page', {}, { origin: 'http://127.0.0.1:4000' }, 'AADSTS9002326'],
    ['that was made up', { code: 'made-up' }, {}, 'AADSTS9002313'],
    ['as something else', { grant_type: 'client_credentials' }, {}, 'AADSTS70003'],
  ];
  test.each(REFUSED)('redeemed %s is refused', async (_how, fields, options, code) => {
    const { status, body } = await redeem({ code: await codeFor('send-owner'), ...fields }, options);
    expect(status).toBe(400);
    expect(String(body.error_description).split(':')[0]).toBe(code);
  });

  test('lasts ten minutes', () => {
    let nowMs = 0;
    const codes = createCodes(() => nowMs);
    const grant = { persona: 'p', clientId: 'c', redirectUri: TAB, challenge, scope: 's', nonce: null };
    const given = { redirectUri: TAB, verifier: VERIFIER };
    const [first, second] = [codes.give(grant), codes.give(grant)];
    nowMs = 600_000;
    expect(codes.take(first, given)).toEqual(grant);
    nowMs += 1;
    expect(codes.take(second, given)).toMatchObject({ code: 70008 });
  });
});

describe('a request', () => {
  test.each([
    ['of another app', { client_id: 'other' }, 'AADSTS700016'],
    ['to be sent elsewhere', { redirect_uri: 'https://evil.example/tab/' }, 'AADSTS50011'],
    ['to be sent somewhere below', { redirect_uri: `${TAB}else` }, 'AADSTS50011'],
  ])('%s is not sent back at all', async (_what, changes, code) => {
    for (const fields of [{}, { persona: 'send-owner' }] as readonly Fields[])
      expect(await press(fields, changes)).toMatchObject({
        status: 400,
        address: '',
        page: expect.stringContaining(code),
      });
  });

  test.each([
    ['without proof of who redeems it', { code_challenge: '' }, 'invalid_request'],
    ['with a plain proof', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['for a token at once', { response_type: 'token' }, 'unsupported_response_type'],
    ['for another API', { scope: 'https://graph.microsoft.com/User.Read' }, 'invalid_scope'],
  ])('%s is sent back refused', async (_what, changes, error) => {
    expect(await press({ persona: 'send-owner' }, changes)).toMatchObject({
      address: TAB,
      back: { error, state: 'state-1' },
    });
  });

  test('for the tab’s API may name it by its address too', async () => {
    const { tabAppId } = world.directory;
    for (const scope of [`api://${tabAppId}/access_as_user`, `api://a.example/${tabAppId}/access_as_user`])
      expect((await press({ persona: 'send-owner' }, { scope })).back.code).toBeDefined();
  });
});

test('whoever signed in is not asked again, until they sign out, ask to choose, or somebody else is meant', async () => {
  const silent = { prompt: 'none' };
  expect((await press({}, silent)).back.error).toBe('login_required');
  const cookie = (await press({ persona: 'send-owner' })).cookie.split(';')[0] ?? '';
  expect((await press({}, silent, { cookie })).back.code).toBeDefined();
  expect((await press({}, {}, { cookie })).back.code).toBeDefined();
  expect((await press({}, { prompt: 'select_account' }, { cookie })).status).toBe(200);
  expect((await press({}, { ...silent, login_hint: 'director@alp.example' }, { cookie })).back.error).toBe(
    'login_required',
  );
  const out = await fetch(`${urlOf('logout')}?post_logout_redirect_uri=${encodeURIComponent(TAB)}`, {
    redirect: 'manual',
  });
  expect([out.status, out.headers.get('location')]).toEqual([302, TAB]);
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
  const astray = await fetch(`${urlOf('logout')}?post_logout_redirect_uri=https://evil.example/`);
  expect([astray.status, await astray.text()]).toEqual([200, expect.stringContaining('You signed out')]);
});

describe('where something must be done in person', () => {
  test.each([
    ['consent', 'consent_required', 'AADSTS65001'],
    ['mfa', 'interaction_required', 'AADSTS50076'],
  ] as const)('%s is asked for, and no more once it is done', async (need, error, code) => {
    world.signInNeeds.set('send-owner', need);
    const { cookie } = await press({ persona: 'director' });
    world.signInNeeds.set('director', need);
    const session = { cookie: cookie.split(';')[0] ?? '' };
    const silent = await press({}, { prompt: 'none' }, session);
    expect(silent.back).toMatchObject({ error, error_description: expect.stringMatching(`^${code}:`) });
    expect(await press({ persona: 'director' })).toMatchObject({ status: 200, back: {} });
    expect((await press({ persona: 'director', need })).back.code).toBeDefined();
    expect((await press({}, { prompt: 'none' }, session)).back.code).toBeDefined();
    expect(world.signInNeeds.of('send-owner')).toBe(need);
  });

  test('what only an administrator can grant nobody grants themselves', async () => {
    world.signInNeeds.set('director', 'approval');
    expect(await press({ persona: 'director', need: 'approval' })).toMatchObject({
      status: 200,
      page: expect.stringContaining('Need admin approval'),
    });
    expect((await press({ cancel: 'yes', persona: 'director' })).back).toMatchObject({
      error: 'access_denied',
      error_description: expect.stringMatching(/^AADSTS65004:/),
    });
  });
});
