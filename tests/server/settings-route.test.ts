import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHttpServer, type HttpServer } from '../../server/http/create-http-server.ts';
import { createTabTokenVerifier } from '../../server/http/verify-tab-token.ts';
import { settingsRoutes } from '../../server/routes/settings.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { makeOwner, makePlan } from '../helpers/make-plan.ts';
import { createIdleMetrics } from '../isolation/helpers/metrics.ts';
import { openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { fillMirror } from '../workflow/helpers/fill-mirror.ts';
import { makeDeps, TENANT } from '../workflow/helpers/make-deps.ts';
import { startTokenIssuer, type TokenIssuer } from './helpers/token-issuer.ts';

const PLAN = makePlan({
  owners: [...makePlan().owners, makeOwner({ key: 'pat', itemId: 3, title: 'Pat', roles: ['Plan manager'] })],
});
const idOf = (key: string) => PLAN.owners.find((owner) => owner.key === key)?.entraObjectId;

const metrics = createIdleMetrics();
let opened: TestDatabase;
let issuer: TokenIssuer;
let server: HttpServer;
beforeAll(async () => {
  [opened, issuer] = await Promise.all([openTestDatabase(), startTokenIssuer(TENANT)]);
  await fillMirror(opened.database, PLAN);
  const deps = makeDeps({ database: opened.database });
  const routes = settingsRoutes(createUseCases(deps), createTabTokenVerifier(issuer));
  server = await createHttpServer({ host: '127.0.0.1', port: 0, log: deps.log, metrics, routes });
});
afterAll(async () => {
  await server?.close();
  await metrics.stop();
  await Promise.all([issuer?.stop(), opened?.close()]);
});

const ask = async (path: string, body?: unknown, person = 'pat') => {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/plans/plan-1/settings${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: await issuer.token({ claims: { oid: idOf(person) } }),
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const form = (values: object, base: object | null) => ({
  submissionKey: `form-${Math.random()}`,
  values,
  base,
});

test('settings are read, and each kind of form is taken where it is sent', async () => {
  expect(await ask('')).toMatchObject({ status: 200, body: { planId: 'plan-1', planName: 'Sample plan' } });
  expect(await ask('/plan', form({ planName: 'Better places' }, { planName: '' }))).toMatchObject({
    status: 200,
    body: { problems: [], settings: { planName: 'Better places' } },
  });
  const added = await ask('/groups', form({ title: 'Data & finance', kind: 'Operational' }, null));
  const { key } = added.body as { key: string };
  const changed = await ask(`/groups/${encodeURIComponent(key)}`, form({ chair: 'pat' }, { chair: '' }));
  expect(changed).toMatchObject({ status: 200, body: { key, problems: [] } });
  const person = await ask('/owners', form({ title: 'Sam', email: 'sam@alp.example' }, null));
  expect(person).toMatchObject({ status: 200, body: { problems: [] } });
  const away = form({ awayFrom: '2022-02-14' }, { awayFrom: '' });
  expect(await ask('/owners/owner', away)).toMatchObject({
    status: 200,
    body: { key: 'owner', problems: [] },
  });
});

test('what can’t be taken is told: in words for each field, or with the status of its kind', async () => {
  expect(await ask('/plan', form({ opensAt: 'dawn' }, { opensAt: '09:00' }))).toMatchObject({
    status: 200,
    body: { words: '', problems: [{ field: 'opensAt', message: 'This must be a time such as 09:00.' }] },
  });
  const gone = await ask('/groups/no-such-group', form({ title: 'X' }, { title: 'Y' }));
  expect(gone).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringContaining('Groups list') } },
  });
  const refused = await ask('/plan', form({ planName: 'Mine' }, { planName: '' }), 'owner');
  expect(refused).toMatchObject({
    status: 403,
    body: { error: { code: 'FORBIDDEN', message: expect.stringContaining('Only plan managers') } },
  });
});

test.each<[string, unknown]>([
  ['no form at all', {}],
  ['no key', { values: {}, base: {} }],
  ['a key of another kind', { submissionKey: 'x', values: {}, base: {} }],
  ['values that are no fields', { submissionKey: 'form-00001', values: 'all', base: {} }],
  ['a value that is a number', { submissionKey: 'form-00001', values: { toleranceDays: 7 }, base: {} }],
  ['a value without end', { submissionKey: 'form-00001', values: { planName: 'x'.repeat(2_001) }, base: {} }],
])('a request with %s is refused in words and changes nothing', async (_what, body) => {
  const before = await ask('');
  expect(await ask('/plan', body)).toMatchObject({
    status: 400,
    body: { error: { code: 'BAD_INPUT', message: expect.stringMatching(/could not be read/) } },
  });
  expect(await ask('')).toEqual(before);
});

test('fields that no form has are left out', async () => {
  const sent = form({ timeZone: 'UTC', constructor: 'x' }, { timeZone: '', constructor: '' });
  expect(await ask('/plan', sent)).toMatchObject({
    status: 200,
    body: { words: expect.stringMatching(/^Nothing/) },
  });
  const owner = form({ key: 'pat', itemId: '9', title: 'SEND lead' }, { title: 'SEND group owner' });
  expect(await ask('/owners/owner', owner)).toMatchObject({
    status: 200,
    body: { key: 'owner', problems: [] },
  });
});
