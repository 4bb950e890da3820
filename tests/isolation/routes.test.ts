import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createHttpServer, type HttpServer } from '../../server/http/create-http-server.ts';
import type { Route } from '../../server/http/route.ts';
import { createTabTokenVerifier } from '../../server/http/verify-tab-token.ts';
import type { LivePages } from '../../server/live/live-pages.ts';
import { apiRoutes } from '../../server/routes/api.ts';
import type { Database } from '../../store/database.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { makeLivePages } from '../server/helpers/live-pages.ts';
import { startTokenIssuer, type TokenIssuer } from '../server/helpers/token-issuer.ts';
import { openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { makeDeps, TENANT, type TestProcess } from '../workflow/helpers/make-deps.ts';
import { createIdleMetrics } from './helpers/metrics.ts';
import { actorIn, addRoles, ROLES, type Role } from './helpers/roles.ts';
import { ROUTE_CALLS, type RouteCall } from './helpers/route-calls.ts';
import { addThingsToSettle } from './helpers/things-to-settle.ts';
import { ACTORS, fillBoth, MARK, planIdOf } from './helpers/two-plans.ts';
import { type KeptDatabase, keepDatabase, readWhole, watchWrites } from './helpers/whole-database.ts';

const API = '/api/v1';
const NOWHERE = 'plan-nowhere';

const metrics = createIdleMetrics();
let opened: TestDatabase;
let database: Database;
let kept: KeptDatabase;
let deps: TestProcess;
let issuer: TokenIssuer;
/** Entra of another tenant: its tokens are good, there. */
let elsewhere: TokenIssuer;
let livePages: LivePages;
let routes: readonly Route[];
let server: HttpServer;
beforeAll(async () => {
  [opened, issuer, elsewhere] = await Promise.all([
    openTestDatabase(),
    startTokenIssuer(TENANT),
    startTokenIssuer('99999999-9999-4999-8999-999999999999'),
  ]);
  await fillBoth(opened.database);
  await addRoles(opened.database);
  await addThingsToSettle(opened.database);
  database = watchWrites(opened.database);
  kept = await keepDatabase(database);
  deps = makeDeps({ database });
  livePages = makeLivePages(deps);
  routes = apiRoutes({
    useCases: createUseCases(deps),
    verifyToken: createTabTokenVerifier(issuer),
    signIn: { ...issuer, signInUrl: issuer.authorityUrl },
    livePages,
    calendarLink: (secret) => `https://milepost.example/calendar/${secret}.ics`,
  });
  server = await createHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: deps.log,
    metrics,
    routes: [...routes],
  });
});
afterAll(async () => {
  livePages?.stop();
  await server?.close();
  await metrics.stop();
  await Promise.all([issuer?.stop(), elsewhere?.stop(), opened?.close()]);
});
afterEach(async () => {
  await kept.restore();
});

/** The token of somebody of plan A, or of somebody who is in none. */
const tokenOf = (who: Role | 'stranger') =>
  issuer.token({
    claims: { oid: who === 'stranger' ? ACTORS.outsider?.entraObjectId : actorIn(who).entraObjectId },
  });

const ask = async (name: string, planId: string, authorization: string | null) => {
  const { path, body, bytes, isEndless } = ROUTE_CALLS[name] as RouteCall;
  const answer = await fetch(`http://127.0.0.1:${server.port}${API}${path(planId)}`, {
    method: name.split(' ')[0],
    headers: {
      ...(authorization === null ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(bytes === undefined ? {} : { body: bytes }),
  });
  return { status: answer.status, text: isEndless ? await beginningOf(answer) : await answer.text() };
};

/** What comes first of an answer that goes on; the whole of a refusal. */
async function beginningOf(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}

/** Nothing of either plan stands in it, and nothing was done. */
const expectNothing = async (text: string) => {
  expect(text).not.toContain(MARK.a);
  expect(text).not.toContain(MARK.b);
  expect(await readWhole(database)).toBe(kept.text);
};

test('every address of the API has its line, and every line its address', () => {
  const names = routes.map(({ method, path }) => `${method} ${path.slice(API.length)}`);
  expect(names.toSorted()).toEqual(Object.keys(ROUTE_CALLS).toSorted());
});

test('every address below /api/v1 is among those that api.ts lists', () => {
  const directory = new URL('../../server/routes/', import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, directory), 'utf8');
  const unlisted = readdirSync(directory)
    .filter((name) => name !== 'api.ts' && /['`]\/api\/v1|routesOfPlan\(/.test(read(name)))
    .filter((name) => !read('api.ts').includes(`from './${name}'`));
  expect(unlisted).toEqual([]);
  expect(read('../start-server.ts')).not.toContain(API);
});

const NAMES = Object.keys(ROUTE_CALLS);
const ofKind = (...kinds: readonly RouteCall['about'][]) =>
  NAMES.filter((name) => kinds.includes((ROUTE_CALLS[name] as RouteCall).about));
const asked = (names: readonly string[]) => names.flatMap((name) => ROLES.map((role) => ({ name, role })));

test.each(asked(NAMES))('$name answers a $role as far as their part goes', async ({ name, role }) => {
  const { about, may, isToldTo = may, toThem = 200 } = ROUTE_CALLS[name] as RouteCall;
  const { status, text } = await ask(name, planIdOf('a'), await tokenOf(role));
  if (!may.includes(role)) {
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ error: { message: expect.stringMatching(/^[A-Z].+\.$/) } });
    return expectNothing(text);
  }
  expect(status).toBe(toThem);
  expect(text).not.toContain(MARK.b);
  expect(text.includes(MARK.a)).toBe(about !== 'anybody' && isToldTo.includes(role));
});

test.each(NAMES)('%s answers nobody without a token, unless it is for anybody', async (name) => {
  const { status, text } = await ask(name, planIdOf('a'), null);
  expect(status).toBe(ROUTE_CALLS[name]?.about === 'anybody' ? 200 : 401);
  await expectNothing(text);
});

test.each(ofKind('own', 'plan'))('to %s a person of another tenant is nobody', async (name) => {
  const { entraObjectId: oid } = actorIn('plan manager');
  const theirs = await elsewhere.token({ claims: { oid } });
  // Signed by ours, as if a guest's token named their home.
  const guests = await issuer.token({ claims: { oid, tid: elsewhere.tenantId } });
  for (const token of [theirs, guests]) {
    const { status, text } = await ask(name, planIdOf('a'), token);
    expect(status).toBe(401);
    await expectNothing(text);
  }
});

test.each(ofKind('own'))('%s tells a stranger of the tenant nothing', async (name) => {
  const { text } = await ask(name, planIdOf('a'), await tokenOf('stranger'));
  await expectNothing(text);
});

/** Whoever is not in a plan gets to the letter what there is to say of a plan that is not there. */
const expectUnknown = async (name: string, planId: string, who: Role | 'stranger') => {
  const token = await tokenOf(who);
  const answer = await ask(name, planId, token);
  expect(answer.status).toBe(ROUTE_CALLS[name]?.toStrangers ?? 403);
  expect(await ask(name, NOWHERE, token)).toEqual(answer);
  await expectNothing(answer.text);
};

test.each(ofKind('plan'))('to a stranger of the tenant, %s is of a plan that is not there', (name) =>
  expectUnknown(name, planIdOf('a'), 'stranger'),
);

test.each(asked(ofKind('plan')))('to a $role of another plan, $name is of a plan that is not there', (ask) =>
  expectUnknown(ask.name, planIdOf('b'), ask.role),
);
