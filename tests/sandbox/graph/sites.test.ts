import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGraph, type TestGraph } from './start-graph.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

const COLUMNS = [{ name: 'Due', dateTime: { format: 'dateOnly' } }];

async function createIn(path: string): Promise<string> {
  const site = await graph.call('GET', `/sites/example.sharepoint.com:${path}`);
  const created = await graph.call('POST', `/sites/${site.body.id}/lists`, {
    body: { displayName: 'Actions', columns: COLUMNS },
  });
  expect(created.status).toBe(201);
  return `/sites/${site.body.id}/lists/Actions`;
}

test('every site has lists and items of its own, under the same names and numbers', async () => {
  const [first, second] = [await createIn('/sites/alp-improvement'), await createIn('/sites/travel-plan')];
  await graph.createItem(first, { Title: 'first' });
  await graph.createItem(second, { Title: 'second' });
  const titleOf = async (list: string) => (await graph.call('GET', `${list}/items/1/fields`)).body.Title;
  expect([await titleOf(first), await titleOf(second)]).toEqual(['first', 'second']);
  const { body } = await graph.call('GET', `${first}/items`);
  expect(body.value).toHaveLength(1);
});

test('a list is not to be had through another site', async () => {
  const list = await createIn('/sites/utc-plan');
  const { body } = await graph.call('GET', list);
  expect((await graph.call('GET', `/sites/${graph.siteId}/lists/${body.id}`)).status).toBe(404);
});

test.each([
  ['/sites/alp-improvement', '2022-06-30T23:00:00Z', '2022-12-01T00:00:00Z'],
  ['/sites/utc-plan', '2022-07-01T00:00:00Z', '2022-12-01T00:00:00Z'],
  ['/sites/new-york-plan', '2022-07-01T04:00:00Z', '2022-12-01T05:00:00Z'],
])('a day of %s is midnight there, in summer and in winter', async (path, summer, winter) => {
  const site = await graph.call('GET', `/sites/example.sharepoint.com:${path}`);
  const address = `/sites/${site.body.id}/lists`;
  await graph.call('POST', address, { body: { displayName: 'Days', columns: COLUMNS } });
  await graph.createItem(`${address}/Days`, { Due: '2022-07-01T12:00:00Z' });
  await graph.createItem(`${address}/Days`, { Due: '2022-12-01T12:00:00Z' });
  const { body } = await graph.call('GET', `${address}/Days/items?$expand=fields`);
  expect(body.value.map(({ fields }: { fields: { Due: string } }) => fields.Due)).toEqual([summer, winter]);
});
