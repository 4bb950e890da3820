import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createTabTokenVerifier, type TabTokenVerifier } from '../../server/http/verify-tab-token.ts';

const TENANT = '5c922985-eef6-4a6d-899b-79583049aeef';
const TAB = 'b65e1e12-cbe2-4b7f-81bb-45ca2de3133b';
const PERSON = '633e8f7a-c82c-499d-95d7-e230147dd2a9';

let server: Server;
let authorityUrl: string;
let key: CryptoKey;
let foreignKey: CryptoKey;
let verify: TabTokenVerifier;
beforeAll(async () => {
  const ours = await generateKeyPair('RS256');
  key = ours.privateKey;
  foreignKey = (await generateKeyPair('RS256')).privateKey;
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: 'ours', alg: 'RS256', use: 'sig' };
  server = createServer((request, response) => {
    response.statusCode = request.url === `/${TENANT}/discovery/v2.0/keys` ? 200 : 404;
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  authorityUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  verify = createTabTokenVerifier({ authorityUrl, tenantId: TENANT, tabAppId: TAB });
});
afterAll(() => new Promise((resolve) => server?.close(resolve)));

const now = () => Math.floor(Date.now() / 1000);
const token = async ({
  signedWith = key,
  kid = 'ours',
  issuer = `${authorityUrl}/${TENANT}/v2.0`,
  audience = TAB,
  expiresIn = 3_600,
  notBeforeIn = 0,
  claims = {},
}: {
  signedWith?: CryptoKey;
  kid?: string;
  issuer?: string;
  audience?: string;
  expiresIn?: number;
  notBeforeIn?: number;
  claims?: JWTPayload;
} = {}) => {
  const person = { tid: TENANT, oid: PERSON, scp: 'access_as_user', preferred_username: 'a@alp.example' };
  const signed = await new SignJWT({ ...person, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setNotBefore(now() + notBeforeIn)
    .setExpirationTime(now() + expiresIn)
    .sign(signedWith);
  return `Bearer ${signed}`;
};
const unsigned = () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: `${authorityUrl}/${TENANT}/v2.0`,
    aud: TAB,
    exp: now() + 3_600,
    tid: TENANT,
    oid: PERSON,
    scp: 'access_as_user',
  };
  return `Bearer ${part({ alg: 'none' })}.${part(claims)}.`;
};

test('a good token says who it is, by the directory’s own ids', async () => {
  const actor = { tenantId: TENANT, entraObjectId: PERSON, email: 'a@alp.example' };
  expect(await verify(await token())).toEqual(actor);
  expect(await verify(await token({ audience: `api://${TAB}` }))).toEqual(actor);
  expect(await verify(await token({ claims: { scp: 'openid access_as_user profile' } }))).toEqual(actor);
  expect(await verify(await token({ claims: { preferred_username: undefined } }))).toEqual({
    ...actor,
    email: null,
  });
});

const REFUSED: readonly [string, () => Promise<string | undefined> | string | undefined][] = [
  ['none', () => undefined],
  ['an empty one', () => ''],
  ['one that is no token', () => 'Bearer nonsense'],
  ['one of another scheme', async () => (await token()).replace('Bearer', 'Basic')],
  ['one for another app', () => token({ audience: '00000003-0000-0000-c000-000000000000' })],
  ['one of another tenant’s issuer', () => token({ issuer: `${authorityUrl}/${PERSON}/v2.0` })],
  ['one of the older version’s issuer', () => token({ issuer: `https://sts.windows.net/${TENANT}/` })],
  ['one of a guest of another tenant', () => token({ claims: { tid: PERSON } })],
  ['one that has expired', () => token({ expiresIn: -120, notBeforeIn: -3_600 })],
  ['one that does not count yet', () => token({ notBeforeIn: 600 })],
  ['one without the scope', () => token({ claims: { scp: 'User.Read' } })],
  ['one whose scope only looks like it', () => token({ claims: { scp: 'access_as_user_too' } })],
  [
    'one of an app instead of a person',
    () => token({ claims: { scp: undefined, roles: ['access_as_user'] } }),
  ],
  ['one without a person', () => token({ claims: { oid: undefined } })],
  ['one signed by somebody else', () => token({ signedWith: foreignKey })],
  ['one signed by a key nobody published', () => token({ signedWith: foreignKey, kid: 'theirs' })],
  ['one that is not signed', unsigned],
  [
    'one whose claims were changed',
    async () => {
      const [head, , signature] = (await token()).split('.');
      return `${head}.${unsigned().split('.')[1]}.${signature}`;
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
