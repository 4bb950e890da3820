import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodingFor } from '../../server/http/encodings.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { makeOwner, makePlan, makeRecommendation } from '../helpers/make-plan.ts';
import { buildTabIfStale } from '../tabs/built-tab.ts';
import { putRows } from '../workflow/helpers/fill-mirror.ts';
import { type DashboardServer, startDashboardServer } from './helpers/dashboard-server.ts';

const director = makeOwner({ roles: ['Director'] });
const other = makeOwner({ key: 'other', itemId: 7, title: 'Somebody else' });
const recommendations = [1, 2, 3, 4].map((number) => makeRecommendation({ number }));
const plan = makePlan({ owners: [director, other], recommendations });
const OVERVIEW = `/plans/${plan.id}/overview`;
const AS_IT_STANDS = { 'accept-encoding': 'identity' };

let server: DashboardServer;
let authorization: string;
beforeAll(async () => {
  [server] = await Promise.all([startDashboardServer(plan), buildTabIfStale()]);
  authorization = await server.tokenOf(director);
});
afterAll(() => server?.stop());

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['GZIP;Q=1', 'gzip'],
  ['*', 'br'],
  ['*;q=0', null],
  ['identity', null],
  ['', null],
  [undefined, null],
] as const)('to whoever takes %s it is packed by %s', (taken, encoding) => {
  expect(encodingFor(taken)).toBe(encoding);
});

describe('answers of the API', () => {
  test.each(['br', 'gzip'])('are packed by %s where they are large, and say the same', async (encoding) => {
    const plain = await server.ask(OVERVIEW, { authorization, ...AS_IT_STANDS });
    const packed = await server.ask(OVERVIEW, { authorization, 'accept-encoding': encoding });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe(encoding);
    for (const { headers } of [plain, packed]) {
      expect(headers.get('vary')).toBe('accept-encoding');
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
    expect(await packed.json()).toEqual(await plain.json());
  });

  test('are left as they are where they are small', async () => {
    const answer = await server.ask('/plans', { authorization, 'accept-encoding': 'br' });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.json()).toEqual({ plans: [{ planId: plan.id, planName: plan.name }] });
  });

  test('say which build of the tab belongs to them, refusals too', async () => {
    const page = await (await fetch(`${server.url}/tab/`)).text();
    const build = /assets\/(index-[^"]+)\.js/.exec(page)?.[1];
    expect(build).toBeDefined();
    for (const headers of [{ authorization }, {} as Record<string, string>]) {
      const answer = await server.ask(OVERVIEW, headers);
      expect(answer.headers.get('x-milepost-build')).toBe(build);
    }
  });
});

test('an overview is of the days that were asked for', async () => {
  const answer = await server.ask(`${OVERVIEW}?on=2022-01-05&since=2022-01-03`, { authorization });
  expect(await answer.json()).toMatchObject({
    asAtWords: 'Wed 5 Jan 2022',
    today: '2022-01-05',
    isPast: true,
    since: { date: '2022-01-03' },
  });
});

describe('an overview that is known', () => {
  const markOf = async (token: string) =>
    (await server.ask(OVERVIEW, { authorization: token })).headers.get('etag') ?? '';

  test('is not sent again, only the moment it is shown for', async () => {
    const mark = await markOf(authorization);
    server.deps.setClock('2022-01-10T10:31:00Z');
    const answer = await server.ask(OVERVIEW, { authorization, 'if-none-match': mark });
    server.deps.setClock('2022-01-10T09:00:00Z');
    expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', mark]);
    expect(decodeURIComponent(answer.headers.get('x-milepost-as-at') ?? '')).toBe('Mon 10 Jan 2022, 10:31');
  });

  test('is another for somebody else, on another day, and once something has changed', async () => {
    const mark = await markOf(authorization);
    expect(await markOf(await server.tokenOf(other))).not.toBe(mark);
    server.deps.setClock('2022-01-11T09:00:00Z');
    expect(await markOf(authorization)).not.toBe(mark);
    server.deps.setClock('2022-01-10T09:00:00Z');
    expect(await markOf(authorization)).toBe(mark);
    await putRows(server.database, plan.id, 'Recommendations', [
      makeRecommendation({ number: 1, confidence: 'Red' }),
    ]);
    await raisePlanVersion(server.database, plan.id);
    const answer = await server.ask(OVERVIEW, { authorization, 'if-none-match': mark });
    expect(answer.status).toBe(200);
  });
});

test('the files of the tab are packed, and the same once unpacked', async () => {
  const page = await (await fetch(`${server.url}/tab/`)).text();
  const script = `${server.url}/tab/${/assets\/index-[^"]+\.js/.exec(page)?.[0]}`;
  const plain = await fetch(script, { headers: AS_IT_STANDS });
  const text = await plain.text();
  expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([
    null,
    'accept-encoding',
  ]);
  for (const encoding of ['br', 'gzip']) {
    const packed = await fetch(script, { headers: { 'accept-encoding': encoding } });
    expect(packed.headers.get('content-encoding')).toBe(encoding);
    expect(Number(packed.headers.get('content-length') ?? 0)).toBeLessThan(text.length / 2);
    expect(await packed.text()).toBe(text);
  }
});
