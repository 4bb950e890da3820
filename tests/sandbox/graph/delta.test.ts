import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startGraph, type TestGraph, type WireAnswer } from './start-graph.ts';

let graph: TestGraph;
let list = '';
let count = 0;
beforeAll(async () => {
  graph = await startGraph();
});
beforeEach(async () => {
  count += 1;
  list = await graph.createList(`Delta ${count}`);
});
afterAll(() => graph.stop());

const get = (address: string) => graph.call('GET', address);
const patch = (id: string, Title: string) =>
  graph.call('PATCH', `${list}/items/${id}/fields`, { body: { Title } });
const idsOf = ({ body }: WireAnswer) => body.value.map(({ id }: { id: string }) => id);

test('the first pages hold every item; later ones what changed, deletions without fields', async () => {
  for (const Title of ['a', 'b', 'c']) await graph.createItem(list, { Title });
  const first = await get(`${list}/items/delta?$top=2&$expand=fields`);
  expect(first.body.value).toMatchObject([{ fields: { Title: 'a' } }, { fields: { Title: 'b' } }]);
  const second = await get(first.body['@odata.nextLink']);
  expect(second.body.value).toMatchObject([{ id: '3', fields: { Title: 'c' } }]);
  await patch('1', 'changed');
  await graph.call('DELETE', `${list}/items/2`);
  const changes = await get(second.body['@odata.deltaLink']);
  expect(changes.body.value).toMatchObject([
    { id: '1', fields: { Title: 'changed' } },
    { id: '2', deleted: { state: 'deleted' }, parentReference: { siteId: graph.siteId } },
  ]);
  expect(changes.body.value[1]).not.toHaveProperty('fields');
  const nothing = await get(changes.body['@odata.deltaLink']);
  expect(nothing.body.value).toEqual([]);
});

test('fields come only when they are expanded', async () => {
  await graph.createItem(list, { Title: 'a' });
  expect((await get(`${list}/items/delta`)).body.value[0]).not.toHaveProperty('fields');
});

test('a change while the first pages are read is told afterwards', async () => {
  for (const Title of ['a', 'b']) await graph.createItem(list, { Title });
  const first = await get(`${list}/items/delta?$top=1`);
  await patch('1', 'meanwhile');
  const second = await get(first.body['@odata.nextLink']);
  expect(idsOf(second)).toEqual(['2']);
  expect(idsOf(await get(second.body['@odata.deltaLink']))).toEqual(['1']);
});

test('an item that changed twice may appear on two pages; the last is right', async () => {
  for (const Title of ['a', 'b']) await graph.createItem(list, { Title });
  const start = await get(`${list}/items/delta?token=latest&$expand=fields&$top=2`);
  await patch('1', 'one');
  await patch('2', 'two');
  await patch('1', 'three');
  const first = await get(start.body['@odata.deltaLink']);
  const second = await get(first.body['@odata.nextLink']);
  expect([idsOf(first), idsOf(second)]).toEqual([['1', '2'], ['1']]);
  expect(second.body.value[0].fields.Title).toBe('three');
});

test('token=latest answers no items and a link to what comes later', async () => {
  await graph.createItem(list, { Title: 'before' });
  const latest = await get(`${list}/items/delta?token=latest`);
  expect(latest.body.value).toEqual([]);
  await graph.createItem(list, { Title: 'after' });
  expect(idsOf(await get(latest.body['@odata.deltaLink']))).toEqual(['2']);
});

test('a malformed token, and one of another list, is a bad request', async () => {
  const other = await graph.createList(`Other ${count}`);
  const link: string = (await get(`${other}/items/delta`)).body['@odata.deltaLink'];
  const token = new URL(link).searchParams.get('token');
  for (const bad of ['abc', '', token].filter((text) => text !== ''))
    expect(await get(`${list}/items/delta?token=${bad}`)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalidRequest', message: 'Provided sync token is malformed' } },
    });
});

test.each(['$filter=fields/Title eq 1', '$orderby=fields/Title', '$count=true'])(
  'delta takes no %s',
  async (option) => {
    expect((await get(`${list}/items/delta?${option}`)).status).toBeGreaterThanOrEqual(400);
  },
);

test('a token older than the change log is gone, with the address of a new start', async () => {
  await graph.createItem(list, { Title: 'a' });
  const { body } = await get(`${list}/items/delta`);
  graph.world.clock.set(graph.world.clock.now().add({ hours: 24 * 61 }));
  const gone = await get(body['@odata.deltaLink']);
  expect(gone).toMatchObject({
    status: 410,
    body: { error: { code: 'resyncRequired', innerError: { code: 'resyncChangesApplyDifferences' } } },
  });
  expect(idsOf(await get(gone.headers.get('location') ?? ''))).toEqual(['1']);
});

test('a delta costs one resource unit with a token and two without', async () => {
  const { body } = await get(`${list}/items/delta`);
  await get(body['@odata.deltaLink']);
  const units = graph.world.requests.read().map(({ resourceUnits }) => resourceUnits);
  expect(units.slice(-2)).toEqual([2, 1]);
});

test('a token from before a reset is gone, even when the list is there again', async () => {
  const { body } = await get(`${list}/items/delta`);
  graph.world.reset();
  expect((await get(body['@odata.deltaLink'])).status).toBe(404);
  const again = await graph.createList('Delta again');
  const oldToken = JSON.parse(
    Buffer.from(new URL(body['@odata.deltaLink']).searchParams.get('token') ?? '', 'base64url').toString(),
  );
  const moved = Buffer.from(JSON.stringify({ ...oldToken, listId: again.split('/').at(-1) }));
  expect((await get(`${again}/items/delta?token=${moved.toString('base64url')}`)).status).toBe(410);
});
