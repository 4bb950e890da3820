import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGraph, type TestGraph } from './start-graph.ts';

let graph: TestGraph;
let list = '';
beforeAll(async () => {
  graph = await startGraph();
  list = await graph.createList('Batch');
  for (const Title of ['a', 'b', 'c']) await graph.createItem(list, { Title });
});
afterAll(() => graph.stop());

const JSON_HEADERS = { 'Content-Type': 'application/json' };
const send = (requests: unknown) => graph.call('POST', '/$batch', { body: { requests } });
const read = (id: string, item = id) => ({ id, method: 'GET', url: `${list}/items/${item}` });

test('parts are answered by id, in another order than they were asked', async () => {
  const { status, body } = await send([read('1'), read('2'), read('3')]);
  expect(status).toBe(200);
  const ids = body.responses.map(({ id }: { id: string }) => id);
  expect(ids).not.toEqual(['1', '2', '3']);
  expect([...ids].sort()).toEqual(['1', '2', '3']);
  for (const part of body.responses) {
    expect(part).toMatchObject({ status: 200, body: { id: part.id } });
    expect(part.headers.ETag).toBe(part.body.eTag);
  }
});

test('a part may fail inside an answer of 200; the others are done', async () => {
  const { status, body } = await send([
    {
      id: '1',
      method: 'PATCH',
      url: `${list}/items/1/fields`,
      headers: JSON_HEADERS,
      body: { Title: 'done' },
    },
    { id: '2', method: 'PATCH', url: `${list}/items/2/fields`, headers: JSON_HEADERS, body: { None: 1 } },
    {
      id: '3',
      method: 'PATCH',
      url: `${list}/items/3/fields`,
      headers: { ...JSON_HEADERS, 'If-Match': '"other,1"' },
      body: { Title: 'lost' },
    },
  ]);
  expect(status).toBe(200);
  const statuses = Object.fromEntries(
    body.responses.map((part: { id: string; status: number }) => [part.id, part.status]),
  );
  expect(statuses).toEqual({ 1: 200, 2: 400, 3: 412 });
  const first = await graph.call('GET', `${list}/items/1/fields`);
  expect(first.body.Title).toBe('done');
});

test('a part of a failed part is not tried and fails with 424', async () => {
  const { body } = await send([
    { ...read('2', '1'), dependsOn: ['1'] },
    {
      id: '1',
      method: 'PATCH',
      url: `${list}/items/999/fields`,
      headers: JSON_HEADERS,
      body: { Title: 'x' },
    },
    { ...read('3', '1'), dependsOn: ['2'] },
  ]);
  const statuses = Object.fromEntries(
    body.responses.map((part: { id: string; status: number }) => [part.id, part.status]),
  );
  expect(statuses).toEqual({ 1: 404, 2: 424, 3: 424 });
});

test('a part without content has neither body nor headers', async () => {
  const id = await graph.createItem(list, { Title: 'gone' });
  const { body } = await send([{ id: 'x', method: 'DELETE', url: `${list}/items/${id}` }]);
  expect(body.responses).toEqual([{ id: 'x', status: 204 }]);
});

test.each([
  ['no parts', []],
  ['something else than parts', 'x'],
  ['21 parts', Array.from({ length: 21 }, (_, n) => ({ id: String(n), method: 'GET', url: '/sites/root' }))],
  [
    'the same id twice, in another letter case',
    [
      { id: 'a', method: 'GET', url: '/sites/root' },
      { id: 'A', method: 'GET', url: '/sites/root' },
    ],
  ],
  ['an id that is a number', [{ id: 1, method: 'GET', url: '/sites/root' }]],
  ['an absolute address', [{ id: '1', method: 'GET', url: 'https://localhost/v1.0/sites/root' }]],
  ['an address with the version', [{ id: '1', method: 'GET', url: '/v1.0/sites/root' }]],
  ['a body without content type', [{ id: '1', method: 'POST', url: '/sites/root/lists', body: {} }]],
  ['a dependency that is not there', [{ id: '1', method: 'GET', url: '/sites/root', dependsOn: ['9'] }]],
  [
    'a circle',
    [
      { id: '1', method: 'GET', url: '/sites/root', dependsOn: ['2'] },
      { id: '2', method: 'GET', url: '/sites/root', dependsOn: ['1'] },
    ],
  ],
])('a batch with %s is refused as a whole', async (_what, requests) => {
  expect(await send(requests)).toMatchObject({ status: 400, body: { error: { code: 'BadRequest' } } });
});

test('every part is charged, also those that fail', async () => {
  await send([read('1'), read('2', '999'), { id: '3', method: 'GET', url: `${list}/items` }]);
  const logged = graph.world.requests.read().at(-1);
  expect(logged).toMatchObject({ area: 'graph', method: 'POST', status: 200, resourceUnits: 4 });
  expect(logged?.parts?.map(({ status, resourceUnits }) => [status, resourceUnits])).toEqual([
    [200, 1],
    [404, 1],
    [200, 2],
  ]);
});

test('thousands of writes take little', async () => {
  const parts = (round: number) =>
    Array.from({ length: 20 }, (_, n) => ({
      id: String(n),
      method: 'POST',
      url: `${list}/items`,
      headers: JSON_HEADERS,
      body: { fields: { Title: `${round}-${n}` } },
    }));
  for (let round = 0; round < 25; round += 1) expect((await send(parts(round))).status).toBe(200);
  const page = await graph.call('GET', `${list}/items?$top=5000`);
  expect(page.body.value.length).toBeGreaterThanOrEqual(500);
});
