import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeTempDir, type TempDir } from '../helpers/temp-dir.ts';
import { createTestPostgres, isRunOnPostgres, type TestPostgresDatabase } from '../helpers/test-database.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from '../workflow/helpers/sandbox-plan.ts';
import { type MainProcess, settingsFor, startInVain, startMain } from './helpers/start-main.ts';

let site: SandboxPlan;
let directory: TempDir;
/** `null`: PGlite, in the data directory. */
let postgres: TestPostgresDatabase | null;
let env: Record<string, string>;
let server: MainProcess;
beforeAll(async () => {
  [site, directory, postgres] = await Promise.all([
    startSandboxPlan(),
    makeTempDir(),
    isRunOnPostgres() ? createTestPostgres() : null,
  ]);
  const caFile = join(directory.path, 'sandbox.pem');
  await writeFile(caFile, site.sandbox.certificatePem);
  env = {
    ...settingsFor(site.sandbox, { dataDirectory: join(directory.path, 'data'), caFile }),
    DATABASE_URL: postgres?.url ?? '',
  };
  [server] = await Promise.all([startMain(env), site.importSample({ apply: true })]);
});
afterAll(async () => {
  await server?.stop();
  await site?.stop();
  await postgres?.drop();
  await directory?.remove();
});

const json = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, init).then(async (answer) => {
    const text = await answer.text();
    expect(text).not.toMatch(/node_modules|\.ts:\d|"stack"/);
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
  });
const setClock = (now: string) =>
  json('/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  });
const tokens: string[] = [];
const tokenOf = async (persona: string, audience = 'tab') => {
  const answer = await fetch(`${site.sandbox.pageUrl}/sandbox/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona, audience }),
  });
  const { token } = (await answer.json()) as { token: string };
  tokens.push(token);
  return token;
};
const read = async (path: string, persona: string, audience?: string) =>
  json(`/api/v1${path}`, { headers: { authorization: `Bearer ${await tokenOf(persona, audience)}` } });

describe('before anybody has said what time it is', () => {
  test('runs, but is not ready', async () => {
    expect(await json('/healthz')).toMatchObject({ status: 200, body: { status: 'running' } });
    expect(await json('/readyz')).toMatchObject({
      status: 503,
      body: { status: 'not ready', missing: 'the lists have not been read yet' },
    });
  });
});

describe('once the clock is set', () => {
  beforeAll(async () => {
    expect(await setClock('2022-01-10T09:00:00Z')).toMatchObject({
      status: 200,
      body: { nextEventAt: expect.stringMatching(/^2022-01-1\d/) },
    });
  });

  test('has read the lists and done what was due, and is ready', async () => {
    expect(await json('/readyz')).toMatchObject({ status: 200 });
    expect(await site.rowsOf('Meetings')).toHaveLength(6);
    const figures = await (await fetch(`${server.url}/metrics`)).text();
    expect(Number(/milepost_graph_requests_total\{.*\} (\d+)/.exec(figures)?.[1])).toBeGreaterThan(2);
  });

  test('shows the plan to people in it, as it stands in the lists', async () => {
    expect((await read('/plans', 'director')).body).toEqual({
      plans: [{ planId: PLAN_ID, planName: expect.any(String) }],
    });
    const overview = await read(`/plans/${PLAN_ID}/overview`, 'director');
    expect(overview).toMatchObject({
      status: 200,
      body: { planId: PLAN_ID, today: '2022-01-10', counts: { complete: 9 } },
    });
    expect(overview.headers.get('cache-control')).toBe('no-store');
    const themes = overview.body.themes as { items: { ref: { key: string }; label: string }[] }[];
    const third = themes.flatMap(({ items }) => items).find(({ label }) => label === '3');
    expect(await read(`/plans/${PLAN_ID}/items/Recommendations/${third?.ref.key}`, 'director')).toMatchObject(
      {
        status: 200,
        body: { item: { label: '3' }, syncPending: false, history: [] },
      },
    );
  });

  test('shows nothing to people who are not in it, and does not tell them whether it is there', async () => {
    expect((await read('/plans', 'outsider')).body).toEqual({ plans: [] });
    const refused = await read(`/plans/${PLAN_ID}/overview`, 'outsider');
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } });
    expect((await read('/plans/no-such-plan/overview', 'outsider')).body).toEqual(refused.body);
    expect(await read('/plans/no-such-plan/overview', 'director')).toMatchObject({ status: 403 });
    expect(await read(`/plans/${PLAN_ID}/items/Recommendations/1`, 'outsider')).toMatchObject({
      status: 403,
    });
  });

  test('tells how the lists stand to plan managers alone', async () => {
    expect((await read(`/plans/${PLAN_ID}/lists`, 'plan-manager')).body).toMatchObject({
      lists: { planId: PLAN_ID, troubles: [], readAtWords: expect.stringContaining('2022') },
    });
    for (const persona of ['director', 'outsider'])
      expect(await read(`/plans/${PLAN_ID}/lists`, persona)).toMatchObject({
        status: 200,
        body: { lists: null },
      });
    expect((await read('/plans/no-such-plan/lists', 'plan-manager')).body).toEqual({ lists: null });
  });

  test('tells who was reached: of everything to plan managers, of the channels to everybody in the plan', async () => {
    const deliveries = (persona: string, query = '') => read(`/plans/${PLAN_ID}/deliveries${query}`, persona);
    for (const [persona, scope] of [
      ['plan-manager', 'all'],
      ['director', 'channels'],
    ] as const)
      expect(await deliveries(persona)).toMatchObject({
        status: 200,
        body: { deliveries: { kind: 'deliveries', planId: PLAN_ID, scope, page: 0, open: [] } },
      });
    expect((await deliveries('director', '?page=2')).body).toMatchObject({ deliveries: { page: 2 } });
    expect(await deliveries('director', '?page=-1')).toMatchObject({ status: 400 });
    expect(await deliveries('outsider')).toMatchObject({
      status: 403,
      body: { error: { code: 'FORBIDDEN' } },
    });
  });

  test('asks who it is before anything else', async () => {
    for (const path of [
      '/plans',
      `/plans/${PLAN_ID}/overview`,
      `/plans/${PLAN_ID}/export`,
      `/plans/${PLAN_ID}/lists`,
      `/plans/${PLAN_ID}/deliveries`,
      `/plans/${PLAN_ID}/items/Actions/1`,
    ]) {
      expect(await json(`/api/v1${path}`)).toMatchObject({ status: 401 });
      expect(await json(`/api/v1${path}`, { headers: { authorization: 'Bearer x.y.z' } })).toMatchObject({
        status: 401,
      });
      expect(await read(path, 'director', 'graph')).toMatchObject({ status: 401 });
    }
  });

  test('gives the plan as a file to people in it', async () => {
    const take = async (query: string, persona: string) =>
      fetch(`${server.url}/api/v1/plans/${PLAN_ID}/export${query}`, {
        headers: { authorization: `Bearer ${await tokenOf(persona)}` },
      });
    for (const [query, extension] of [
      ['', 'xlsx'],
      ['?format=xlsx', 'xlsx'],
      ['?format=csv', 'zip'],
    ]) {
      const answer = await take(query ?? '', 'director');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename\\*=UTF-8''[^ ]+\\.${extension}$`),
      );
      // Both are zip archives.
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    }
    expect((await take('?format=pdf', 'director')).status).toBe(400);
    expect((await take('', 'outsider')).status).toBe(403);
  });

  test('says what is not there', async () => {
    const items = `/plans/${PLAN_ID}/items`;
    expect(await read(`${items}/Recommendations/999`, 'director')).toMatchObject({ status: 404 });
    expect(await read(`${items}/Owners/1`, 'director')).toMatchObject({ status: 404 });
    expect(await read(`${items}/mirror_owners;--/1`, 'director')).toMatchObject({ status: 404 });
  });

  test('takes from Teams only what Teams sends', async () => {
    const send = (body: string) =>
      json('/api/messages', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(await send('{"hello":"world"}')).toMatchObject({ status: 400 });
    expect(await send('{"type":')).toMatchObject({ status: 400 });
    expect(await send('[]')).toMatchObject({ status: 400 });
    const activity = {
      type: 'message',
      id: '1',
      channelId: 'msteams',
      serviceUrl: `${site.sandbox.pageUrl}/connector/`,
      from: { id: '29:x' },
      recipient: { id: '28:bot' },
      conversation: { id: 'c', tenantId: site.sandbox.directory.tenantId },
      channelData: { tenant: { id: site.sandbox.directory.tenantId } },
      text: 'my actions',
    };
    expect(await send(JSON.stringify(activity))).toMatchObject({ status: 401 });
    expect(await json('/api/messages')).toMatchObject({ status: 405 });
  });
});

describe('another start', () => {
  if (isRunOnPostgres())
    test('on the same database runs beside the first', async () => {
      const other = await startMain(env);
      expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
      expect(await other.stop()).toBe(0);
    });
  else
    test('on the same data directory ends at once, in one line', async () => {
      const { code, said } = await startInVain(env);
      expect(code).toBe(1);
      expect(said).toBe(
        `The data directory ${env.MILEPOST_DATA_DIR}/milepost is open in another Milepost. Stop that one, or set MILEPOST_DATA_DIR to another folder.\n`,
      );
    });

  test('on the same port ends in one line', async () => {
    const { code, said } = await startInVain({
      ...env,
      MILEPOST_DATA_DIR: join(directory.path, 'other'),
      PORT: String(server.port),
    });
    expect(code).toBe(1);
    expect(said).toBe(
      `Port ${server.port} is in use. Stop the program that uses it, or set PORT to another one.\n`,
    );
  });

  test('with settings that do not work says all that is wrong, and does nothing', async () => {
    const { code, said } = await startInVain({ ...env, PORT: 'http', MILEPOST_SITES: '' });
    expect(code).toBe(1);
    expect(said.split('\n')).toEqual([
      'Milepost cannot start:',
      expect.stringContaining('PORT'),
      expect.stringContaining('MILEPOST_SITES'),
      '',
    ]);
  });

  test('with a certificate that is not there says which', async () => {
    const { code, said } = await startInVain({ ...env, MILEPOST_CA_FILE: '/nowhere/cert.pem' });
    expect([code, said.split('\n').length]).toEqual([1, 2]);
    expect(said).toContain('MILEPOST_CA_FILE: /nowhere/cert.pem');
  });
});

test('on its own clock, nobody else can move it, and it begins by itself', async () => {
  const other = await startMain({
    ...env,
    MILEPOST_DATA_DIR: join(directory.path, 'real'),
    MILEPOST_CLOCK: 'real',
    MILEPOST_CLOCK_URL: '',
  });
  try {
    const answer = await fetch(`${other.url}/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"now":"2022-01-10T09:00:00Z"}',
    });
    expect(answer.status).toBe(404);
    while (!(await fetch(`${other.url}/readyz`)).ok);
  } finally {
    expect(await other.stop()).toBe(0);
  }
});

test('stops when asked, having told its log nothing of people, and leaves its data to the next', async () => {
  expect(await server.stop()).toBe(0);
  const log = server.log();
  const { personas } = site.sandbox.directory;
  const told = [...personas.flatMap(({ name, email }) => [name, email]), ...tokens, 'Bearer '].filter(
    (secret) => log.includes(secret),
  );
  expect(told).toEqual([]);
  const again = await startMain(env);
  expect((await fetch(`${again.url}/healthz`)).status).toBe(200);
  expect(await again.stop()).toBe(0);
});
