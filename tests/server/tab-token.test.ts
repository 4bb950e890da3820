import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type CryptoKey, generateKeyPair } from 'jose';
import { createTabTokenVerifier, type TabTokenVerifier } from '../../server/http/verify-tab-token.ts';
import {
  type KeysAnswer,
  nowSeconds,
  PERSON,
  startTokenIssuer,
  type TokenIssuer,
} from './helpers/token-issuer.ts';

/** Short, so that a slow place of keys is no slow test. */
const KEYS_TIMEOUT_MS = 200;

let issuer: TokenIssuer;
let foreignKey: CryptoKey;
let verify: TabTokenVerifier;
beforeAll(async () => {
  issuer = await startTokenIssuer();
  foreignKey = (await generateKeyPair('RS256')).privateKey;
  verify = createTabTokenVerifier(issuer);
});
afterAll(() => issuer?.stop());

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const goodClaims = () => ({
  iss: `${issuer.authorityUrl}/${issuer.tenantId}/v2.0`,
  aud: issuer.tabAppId,
  exp: nowSeconds() + 3_600,
  tid: issuer.tenantId,
  oid: PERSON,
  scp: 'access_as_user',
});
const unsigned = (alg: string) => `Bearer ${part({ alg, kid: 'ours' })}.${part(goodClaims())}.`;
/** Signed with what everybody knows, in the hope that it is taken for a shared secret. */
const signedWithPublicKey = () => {
  const signed = `${part({ alg: 'HS256', kid: 'ours' })}.${part(goodClaims())}`;
  return `Bearer ${signed}.${createHmac('sha256', issuer.publicKey).update(signed).digest('base64url')}`;
};

test('a good token says who it is, by the directory’s own ids', async () => {
  const actor = { tenantId: issuer.tenantId, entraObjectId: PERSON, email: 'a@alp.example' };
  expect(await verify(await issuer.token())).toEqual(actor);
  expect(await verify(await issuer.token({ audience: `api://${issuer.tabAppId}` }))).toEqual(actor);
  expect(await verify(await issuer.token({ claims: { scp: 'openid access_as_user profile' } }))).toEqual(
    actor,
  );
  expect(await verify(await issuer.token({ claims: { preferred_username: undefined } }))).toEqual({
    ...actor,
    email: null,
  });
});

const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';
const REFUSED: readonly [string, () => Promise<string | undefined> | string | undefined][] = [
  ['none', () => undefined],
  ['an empty one', () => ''],
  ['one that is no token', () => 'Bearer nonsense'],
  ['one of another scheme', async () => (await issuer.token()).replace('Bearer', 'Basic')],
  ['one for another app', () => issuer.token({ audience: '00000003-0000-0000-c000-000000000000' })],
  [
    'one of another tenant’s issuer',
    () => issuer.token({ issuer: `${issuer.authorityUrl}/${OTHER_TENANT}/v2.0` }),
  ],
  [
    'one of the older version’s issuer',
    () => issuer.token({ issuer: `https://sts.windows.net/${issuer.tenantId}/` }),
  ],
  ['one of a guest of another tenant', () => issuer.token({ claims: { tid: OTHER_TENANT } })],
  ['one that has expired', () => issuer.token({ expiresIn: -120, notBeforeIn: -3_600 })],
  ['one that never expires', () => issuer.token({ expiresIn: null })],
  ['one that does not count yet', () => issuer.token({ notBeforeIn: 600 })],
  ['one without the scope', () => issuer.token({ claims: { scp: 'User.Read' } })],
  ['one whose scope only looks like it', () => issuer.token({ claims: { scp: 'access_as_user_too' } })],
  [
    'one of an app instead of a person',
    () => issuer.token({ claims: { scp: undefined, roles: ['access_as_user'], idtyp: 'app' } }),
  ],
  [
    'one to sign in with, which lacks the scope',
    () => issuer.token({ claims: { scp: undefined, nonce: 'n' } }),
  ],
  ['one without a person', () => issuer.token({ claims: { oid: undefined } })],
  ['one signed by somebody else', () => issuer.token({ signedWith: foreignKey })],
  ['one signed by a key nobody published', () => issuer.token({ signedWith: foreignKey, kid: 'theirs' })],
  ['one that is not signed', () => unsigned('none')],
  ['one whose signature was taken off', () => unsigned('RS256')],
  ['one signed with the public key as a secret', signedWithPublicKey],
  [
    'one whose claims were changed',
    async () => {
      const [head, , signature] = (await issuer.token()).split('.');
      return `${head}.${part({ ...goodClaims(), oid: OTHER_TENANT })}.${signature}`;
    },
  ],
];
test.each(REFUSED)('%s is refused as not signed in', async (_what, make) => {
  await expect(verify(await make())).rejects.toMatchObject({
    code: 'FORBIDDEN',
    details: { isSignIn: true },
    userMessage: 'You are not signed in. Close the tab and open it again.',
  });
});

describe('where the keys cannot be read', () => {
  const unavailable = {
    code: 'UNAVAILABLE',
    userMessage: 'Microsoft’s sign-in service does not answer just now. Try again in a minute.',
  };
  const FAILURES: readonly KeysAnswer[] = ['slow', 'cut', 'broken', 'nonsense', 'empty'];

  test.each(FAILURES)('(%s) it is not the token’s fault, and tried anew with the next', async (how) => {
    const anew = createTabTokenVerifier({ ...issuer, keysTimeoutMs: KEYS_TIMEOUT_MS });
    issuer.answerKeys(how);
    const refused = anew(await issuer.token());
    await expect(refused).rejects.toMatchObject(unavailable);
    issuer.answerKeys('well');
    expect(await anew(await issuer.token())).toMatchObject({ entraObjectId: PERSON });
  });

  test('nobody who is signed in notices: the keys are known for hours', async () => {
    const token = await issuer.token();
    await verify(token);
    issuer.answerKeys('cut');
    const inElevenHours = Date.now() + 11 * 60 * 60 * 1_000;
    const later = jest.spyOn(Date, 'now').mockReturnValue(inElevenHours);
    try {
      expect(await verify(token)).toMatchObject({ entraObjectId: PERSON });
    } finally {
      later.mockRestore();
      issuer.answerKeys('well');
    }
  });

  test('they are not asked for again with every token that names one that is not there', async () => {
    await verify(await issuer.token());
    const before = issuer.asked();
    for (const kid of ['one', 'two', 'three'])
      await expect(verify(await issuer.token({ signedWith: foreignKey, kid }))).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    expect(issuer.asked()).toBe(before);
  });
});
