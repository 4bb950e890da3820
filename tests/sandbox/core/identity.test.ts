import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { type Served, serve } from '../../../sandbox/core/http.ts';
import { connectorKeyRoutes, entraRoutes } from '../../../sandbox/core/identity-routes.ts';
import type { World } from '../../../sandbox/core/world.ts';
import { makeTempDir, type TempDir } from '../../helpers/temp-dir.ts';
import { openTestWorld } from './open-test-world.ts';

let dir: TempDir;
let world: World;
let served: Served;
beforeAll(async () => {
  dir = await makeTempDir();
  world = await openTestWorld(dir.path);
  served = await serve({ routes: [...connectorKeyRoutes(world), ...entraRoutes(world)], port: 0 });
  world.config.port = served.port;
});
afterAll(async () => {
  await served.close();
  world.close();
  await dir.remove();
});

test('a tab token says who signed in, and is good under the published keys', async () => {
  const { tenantId, tabAppId, personas } = world.directory;
  const [person] = personas;
  const token = await world.identity.issueToken({ audience: 'tab', persona: person?.id });
  const keys = await (await fetch(`http://127.0.0.1:${served.port}/${tenantId}/discovery/v2.0/keys`)).json();
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
    issuer: `https://localhost:3980/${tenantId}/v2.0`,
    audience: tabAppId,
  });
  expect(payload).toMatchObject({
    tid: tenantId,
    oid: person?.entraObjectId,
    name: person?.name,
    preferred_username: person?.email,
    scp: 'access_as_user',
    ver: '2.0',
  });
});

test('botbuilder’s own check accepts what the sandbox signs for Teams', async () => {
  const { botAppId } = world.directory;
  const token = await world.identity.issueToken({ audience: 'bot' });
  const extractor = new JwtTokenExtractor(
    { issuer: ['https://api.botframework.com'], audience: botAppId, clockTolerance: 300 },
    `http://127.0.0.1:${served.port}/openid/.well-known/openidconfiguration`,
    ['RS256'],
  );
  const identity = await extractor.getIdentityFromAuthHeader(`Bearer ${token}`, 'msteams', ['msteams']);
  expect(identity?.getClaimValue('serviceurl')).toBe(`http://127.0.0.1:${served.port}/connector`);
});

test('a token is good for its own audience only', async () => {
  const { identity } = world;
  const header = `Bearer ${await identity.issueToken({ audience: 'connector' })}`;
  await expect(identity.verifyToken(header, 'connector')).resolves.toMatchObject({
    aud: 'https://api.botframework.com',
  });
  await expect(identity.verifyToken(header, 'graph')).rejects.toMatchObject({ reason: 'invalid' });
  await expect(identity.verifyToken(undefined, 'graph')).rejects.toMatchObject({ reason: 'missing' });
  const old = `Bearer ${await identity.issueToken({ audience: 'graph', lifetimeSeconds: -1 })}`;
  await expect(identity.verifyToken(old, 'graph')).rejects.toMatchObject({ reason: 'expired' });
});

test('an unknown persona is refused with the ones there are', async () => {
  await expect(world.identity.issueToken({ audience: 'tab', persona: 'nobody' })).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('data-owner'),
  });
});

test.each([
  ['another tenant', 'contoso', {}, 400, 'invalid_tenant'],
  ['another grant', undefined, { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ['an unknown app', undefined, { client_id: 'x' }, 400, 'unauthorized_client'],
  ['a wrong secret', undefined, { client_secret: 'x' }, 401, 'invalid_client'],
  ['an unknown scope', undefined, { scope: 'https://example/.default' }, 400, 'invalid_scope'],
  ['nothing wrong', undefined, {}, 200, undefined],
])('sign-in with %s', async (_what, tenant, changes, status, error) => {
  const { tenantId, botAppId, clientSecret } = world.directory;
  const response = await fetch(`http://127.0.0.1:${served.port}/${tenant ?? tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: botAppId,
      client_secret: clientSecret,
      scope: 'https://api.botframework.com/.default',
      ...changes,
    }),
  });
  expect(response.status).toBe(status);
  expect((await response.json()).error).toBe(error);
});
