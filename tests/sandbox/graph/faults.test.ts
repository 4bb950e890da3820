import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Fault } from '../../../sandbox/core/fault-kinds.ts';
import { startGraph, type TestGraph } from './start-graph.ts';

let graph: TestGraph;
let list = '';
beforeAll(async () => {
  graph = await startGraph();
  list = await graph.createList('Faulty');
  for (const Title of ['a', 'b']) await graph.createItem(list, { Title });
});
afterEach(() => graph.world.faults.set([]));
afterAll(() => graph.stop());

const get = (address: string) => graph.call('GET', address);
const patch = (id: string, Title: string) =>
  graph.call('PATCH', `${list}/items/${id}/fields`, { body: { Title } });
const titleOf = async (id: string) => (await get(`${list}/items/${id}/fields`)).body.Title;
const logged = () => graph.world.requests.read().at(-1);

function strike(fault: Partial<Fault> & Pick<Fault, 'kind'>): void {
  graph.world.faults.set([{ rate: 1, seed: 1, ...fault }]);
}

const batch = (requests: object[]) => graph.call('POST', '/$batch', { body: { requests } });
const change = (id: string, Title: string) => ({
  id,
  method: 'PATCH',
  url: `${list}/items/${id}/fields`,
  headers: { 'Content-Type': 'application/json', 'client-request-id': `change-${id}` },
  body: { Title },
});

test('a reset connection has done its write, and reads are spared', async () => {
  strike({ kind: 'graph-reset' });
  await expect(patch('1', 'cut off')).rejects.toThrow('fetch failed');
  expect(logged()).toMatchObject({ method: 'PATCH', status: 200, wasCut: true });
  expect(await titleOf('1')).toBe('cut off');
  expect((await patch('99', 'refused')).status).toBe(404);
});

test('a batch is reset as a whole once one of its writes took effect', async () => {
  strike({ kind: 'graph-reset', times: 1 });
  const reads = await batch([{ id: '1', method: 'GET', url: `${list}/items/1` }]);
  expect(reads.status).toBe(200);
  await expect(batch([change('1', 'one'), change('2', 'two')])).rejects.toThrow('fetch failed');
  expect([await titleOf('1'), await titleOf('2')]).toEqual(['one', 'two']);
});

test('a busy service does nothing, and asks to wait only when it was told to', async () => {
  strike({ kind: 'graph-busy', retryAfterSeconds: 7 });
  const asked = await batch([change('1', 'busy')]);
  expect(asked).toMatchObject({ status: 503, body: { error: { code: 'serviceNotAvailable' } } });
  expect(asked.headers.get('retry-after')).toBe('7');
  strike({ kind: 'graph-busy' });
  expect((await patch('1', 'busy')).headers.get('retry-after')).toBeNull();
  graph.world.faults.set([]);
  expect(await titleOf('1')).not.toBe('busy');
});

test('an outage ends when the clock has come to its end', async () => {
  strike({ kind: 'graph-outage', until: graph.world.clock.now().add({ minutes: 10 }) });
  expect((await get(`${list}/items/1`)).status).toBe(503);
  graph.world.clock.set(graph.world.clock.now().add({ minutes: 10 }));
  expect((await get(`${list}/items/1`)).status).toBe(200);
});

test('a throttled answer may give a date, which is never sooner than was meant', async () => {
  strike({ kind: 'graph-throttle', retryAfterSeconds: 3.2, asDate: true });
  const before = Date.now();
  const { headers } = await get(`${list}/items/1`);
  const at = Date.parse(headers.get('retry-after') ?? '');
  expect(headers.get('retry-after')).toMatch(/GMT$/);
  expect(at - before).toBeGreaterThanOrEqual(3_200);
  expect(logged()?.retryAfterSeconds).toBeGreaterThanOrEqual(3.2);
});

test('a delta that asks for changes must begin anew, told where or not', async () => {
  const { body } = await get(`${list}/items/delta`);
  strike({ kind: 'graph-resync' });
  const gone = await get(body['@odata.deltaLink']);
  expect(gone).toMatchObject({ status: 410, body: { error: { code: 'resyncRequired' } } });
  expect((await get(gone.headers.get('location') ?? '')).body.value).toHaveLength(2);
  strike({ kind: 'graph-resync', location: false });
  const lost = await get(body['@odata.deltaLink']);
  expect([lost.status, lost.headers.get('location')]).toEqual([410, null]);
});

test('a page lists its rows twice, first as they were before', async () => {
  await patch('1', 'before');
  const { body } = await get(`${list}/items/delta?token=latest&$expand=fields`);
  await patch('1', 'after');
  strike({ kind: 'graph-duplicates' });
  const page = await get(body['@odata.deltaLink']);
  expect(page.body.value).toMatchObject([{ fields: { Title: 'before' } }, { fields: { Title: 'after' } }]);
  expect(page.body.value[0].eTag).not.toBe(page.body.value[1].eTag);
});

test('a page holds an error among its rows', async () => {
  strike({ kind: 'graph-page-error', times: 1 });
  const { body } = await get(`${list}/items/delta`);
  expect(body.value).toHaveLength(3);
  expect(body.value[0]).toEqual({ error: { code: 'InternalServerError', message: expect.any(String) } });
});

test('the log tells when a call came, what the client called it, what it was asked, and that it came again', async () => {
  strike({ kind: 'graph-throttle', retryAfterSeconds: 4, times: 1 });
  const again = () =>
    graph.call('PATCH', `${list}/items/1/fields`, {
      body: { Title: 'again' },
      headers: { 'client-request-id': 'one-call' },
    });
  await again();
  const first = logged();
  await again();
  const second = logged();
  expect([first, second]).toMatchObject([
    { status: 429, retryAfterSeconds: 4, clientRequestId: 'one-call' },
    { status: 200, clientRequestId: 'one-call' },
  ]);
  expect(second?.fingerprint).toBe(first?.fingerprint);
  expect(second?.retryAfterSeconds).toBeUndefined();
  expect(second?.arrivedAtMs).toBeGreaterThanOrEqual(first?.answeredAtMs ?? Number.NaN);
  expect(Math.abs(Date.now() - (second?.arrivedAtMs ?? 0))).toBeLessThan(60_000);
  await patch('1', 'another');
  expect(logged()?.fingerprint).not.toBe(first?.fingerprint);
});

test('the log tells the same of each part of a batch', async () => {
  strike({ kind: 'graph-throttle', retryAfterSeconds: 4, times: 1 });
  await batch([change('1', 'part'), change('2', 'part')]);
  const [refused, done] = logged()?.parts ?? [];
  expect([refused, done]).toMatchObject([
    { id: '1', method: 'PATCH', status: 429, retryAfterSeconds: 4, clientRequestId: 'change-1' },
    { id: '2', method: 'PATCH', status: 200, path: `${list}/items/2/fields`, clientRequestId: 'change-2' },
  ]);
  await batch([change('1', 'part'), change('2', 'other')]);
  const [repeated, other] = logged()?.parts ?? [];
  expect(repeated?.fingerprint).toBe(refused?.fingerprint);
  expect(other?.fingerprint).not.toBe(done?.fingerprint);
});
