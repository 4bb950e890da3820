import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Client } from '@microsoft/microsoft-graph-client';
import { type Receiver, startReceiver } from '../../helpers/notification-receiver.ts';
import { fillList } from './fill-list.ts';
import { startGraph, type TestGraph } from './start-graph.ts';

/** What a stand-in for Graph gets wrong first, ten rules, seen through Microsoft's own client where that matters. */

const PREFER = 'HonorNonIndexedQueriesWarningMayFailRandomly';
/** A list of more rows is past the list view threshold. */
const THRESHOLD = 5_000;

let graph: TestGraph;
let receiver: Receiver;
let list = '';
beforeAll(async () => {
  [graph, receiver] = await Promise.all([startGraph(), startReceiver()]);
  await graph.createList('Groups');
  list = await graph.createList('Plan', [
    { name: 'Rank', number: {}, indexed: true },
    { name: 'Note', text: {} },
    { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
    { name: 'Link', hyperlinkOrPicture: {} },
    { name: 'Checked', text: {}, validation: { formula: '=TRUE' } },
    { name: 'Group', lookup: { listId: 'Groups', columnName: 'Title' } },
    { name: 'Who', personOrGroup: {} },
  ]);
  await graph.createItem(`/sites/${graph.siteId}/lists/Groups`, { Title: 'Data' });
  for (const Rank of [1, 2, 3, 4, 5])
    await graph.createItem(list, { Title: `Row ${Rank}`, Rank, Note: 'n', GroupLookupId: '1' });
});
afterAll(async () => {
  await receiver?.stop();
  await graph?.stop();
});
beforeEach(() => graph.world.faults.set([]));

const read = (path: string) => graph.client.api(`${list}${path}`).get();
const refusal = async (path: string) => {
  const { status, body } = await graph.call('GET', `${list}${path}`);
  return `${status} ${body.error.code}`;
};

test('1. https on a bare host name: the client sends its token there and to every nextLink, and nowhere else', async () => {
  const titles: string[] = [];
  let next: string | undefined = `${list}/items?$expand=fields($select=Title)&$top=2`;
  while (next !== undefined) {
    const page = await graph.client.api(next).get();
    titles.push(...page.value.map(({ fields }: { fields: { Title: string } }) => fields.Title));
    next = page['@odata.nextLink'];
    if (next !== undefined) expect(next).toMatch(`${graph.origin}/v1.0/sites/`);
  }
  expect(titles).toEqual(['Row 1', 'Row 2', 'Row 3', 'Row 4', 'Row 5']);

  const stranger = Client.initWithMiddleware({
    authProvider: { getAccessToken: () => graph.world.identity.issueToken({ audience: 'graph' }) },
    baseUrl: `${graph.origin}/`,
    customHosts: new Set(['elsewhere']),
  });
  await expect(stranger.api('/sites/root').get()).rejects.toMatchObject({ statusCode: 401 });
});

test('2. items have no fields unless they are expanded; lookups are ids in text unless they are selected', async () => {
  expect((await read('/items/1')).fields).toBeUndefined();
  const { fields } = await read('/items/1?$expand=fields');
  expect([fields.GroupLookupId, fields.Group]).toEqual(['1', undefined]);
  const selected = await read('/items/1?$expand=fields($select=Group)');
  expect(selected.fields.Group).toBe('Data');
});

test('3. filters and orders need an index or the Prefer header, on every page; there is no $count and no $skip', async () => {
  expect(await refusal("/items?$filter=fields/Note eq 'n'")).toBe('400 invalidRequest');
  expect(await refusal('/items?$orderby=fields/Note')).toBe('400 invalidRequest');
  expect(await refusal('/items?$count=true')).toBe('400 invalidRequest');
  expect(await refusal('/items?$skip=1')).toBe('400 invalidRequest');
  expect((await read('/items?$filter=fields/Rank gt 4')).value).toHaveLength(1);

  const first = await graph.client
    .api(`${list}/items?$filter=fields/Note eq 'n'&$top=2`)
    .header('Prefer', PREFER)
    .get();
  const next = () => graph.client.api(first['@odata.nextLink']);
  await expect(next().get()).rejects.toMatchObject({ statusCode: 400, code: 'invalidRequest' });
  const second = await next().header('Prefer', PREFER).get();
  expect(second.value.map(({ id }: { id: string }) => id)).toEqual(['3', '4']);
});

test('4. a change of fields answers their values without an eTag, and each is a new version', async () => {
  const eTag = async () => (await read('/items/1')).eTag;
  const before = await eTag();
  const changed = await graph.client.api(`${list}/items/1/fields`).patch({ Rank: 1 });
  expect(changed.Rank).toBe(1);
  expect([changed.eTag, changed.createdBy]).toEqual([undefined, undefined]);
  expect(await eTag()).not.toBe(before);
  expect((await read('/items/1/versions')).value).toHaveLength(2);
});

test('5. several choices need their type, links can’t be written, a rule for values can’t be read', async () => {
  const write = async (fields: object) => {
    const { status, body } = await graph.call('PATCH', `${list}/items/2/fields`, { body: fields });
    return `${status} ${body.error?.code ?? ''}`;
  };
  expect(await write({ Tags: ['a', 'b'] })).toMatch(/^400 (invalidRequest|generalException)$/);
  expect(await write({ 'Tags@odata.type': 'Collection(Edm.String)', Tags: ['a', 'b'] })).toBe('200 ');
  expect(await write({ Link: { Url: 'https://example.com', Description: 'x' } })).toMatch(/^400 /);
  const { body } = await graph.call('GET', `${list}/columns/Checked`);
  expect([body.name, body.validation]).toEqual(['Checked', undefined]);
});

test('6. a delta tells of deletions without fields, may name a row twice, and forgets: 410 with where to begin', async () => {
  const { '@odata.deltaLink': link } = await read('/items/delta?token=latest');
  const id = await graph.createItem(list, { Title: 'Gone', Rank: 9 });
  await graph.call('PATCH', `${list}/items/5/fields`, { body: { Rank: 50 } });
  await graph.call('DELETE', `${list}/items/${id}`);
  graph.world.faults.set([{ kind: 'graph-duplicates', rate: 1, seed: 1 }]);
  const { value } = await graph.client.api(`${link}&$expand=fields`).get();
  const entries = (wanted: string) => value.filter((entry: { id: string }) => entry.id === wanted);
  expect(entries(id).at(-1)).toMatchObject({ deleted: { state: 'deleted' } });
  expect(entries(id).at(-1).fields).toBeUndefined();
  expect(entries('5').length).toBeGreaterThan(1);
  expect(entries('5').at(-1).fields.Rank).toBe(50);

  graph.world.faults.set([]);
  graph.world.clock.set(graph.world.clock.now().add({ hours: 24 * 61 }));
  const refused = await graph.client
    .api(link)
    .get()
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({ statusCode: 410, code: 'resyncRequired' });
  const anew = (refused as { headers: Headers }).headers.get('Location') ?? '';
  expect((await graph.client.api(anew).get()).value).toHaveLength(5);
});

test('7. a notification names no row; lists only tell of updates, for less than 30 days', async () => {
  const subscribe = (changes: object) => {
    const ends = graph.world.clock.now().add({ hours: 24 * 29 });
    const body = {
      changeType: 'updated',
      notificationUrl: receiver.url,
      resource: list,
      expirationDateTime: ends.toString(),
      ...changes,
    };
    return graph.client.api('/subscriptions').post(body);
  };
  const tooLong = graph.world.clock
    .now()
    .add({ hours: 24 * 30 })
    .toString();
  await expect(subscribe({ changeType: 'created' })).rejects.toMatchObject({ statusCode: 400 });
  await expect(subscribe({ expirationDateTime: tooLong })).rejects.toMatchObject({ statusCode: 400 });
  await subscribe({});
  const id = await graph.createItem(list, { Title: 'Told', Rank: 6 });
  await receiver.hasRequests(1);
  expect(receiver.entries).toHaveLength(1);
  expect(receiver.entries[0].resourceData).toEqual({ '@odata.type': '#Microsoft.Graph.ListItem' });
  await graph.call('DELETE', `${list}/items/${id}`);
});

test('8. throttled parts of a batch come inside a 200, and the client does not try them again', async () => {
  graph.world.faults.set([{ kind: 'graph-throttle', rate: 1, seed: 1, times: 1, retryAfterSeconds: 5 }]);
  const { responses } = await graph.client.api('/$batch').post({
    requests: [1, 2].map((id) => ({ id: String(id), method: 'GET', url: `${list}/items/${id}` })),
  });
  const part = (id: string) => responses.find((response: { id: string }) => response.id === id);
  expect(part('1')).toEqual({
    id: '1',
    status: 429,
    headers: { 'OData-Version': '4.0', 'Content-Type': 'application/json', 'Retry-After': '5' },
    body: { error: { code: 'activityLimitReached', message: 'Application has been throttled.' } },
  });
  expect(part('2')).toMatchObject({ status: 200, body: { id: '2' } });
});

test('9. what answers 201 without a body is not here, and says so', async () => {
  const install = graph.client.api('/users/x/teamwork/installedApps').post({});
  await expect(install).rejects.toMatchObject({ statusCode: 501, code: 'notImplemented' });
  await expect(install).rejects.toThrow('installedApps');
});

test('10. throttled answers ask to wait; a filter past the threshold asks for ever', async () => {
  const answers = async (fault: { kind: 'graph-throttle' | 'graph-busy'; retryAfterSeconds: number }) => {
    graph.world.faults.set([{ ...fault, rate: 1, seed: 1 }]);
    const { status, headers, body } = await graph.call('GET', `${list}/items/1`);
    graph.world.faults.set([]);
    return [status, body.error.code, headers.get('Retry-After')];
  };
  expect(await answers({ kind: 'graph-throttle', retryAfterSeconds: 2.128 })).toEqual([
    429,
    'activityLimitReached',
    '2.128',
  ]);
  expect(await answers({ kind: 'graph-busy', retryAfterSeconds: 7 })).toEqual([
    503,
    'serviceNotAvailable',
    '7',
  ]);

  const large = await graph.createList('Large', [{ name: 'Note', text: {} }]);
  fillList(graph, large, THRESHOLD + 1);
  const filtered = () =>
    graph.call('GET', `${large}/items?$filter=fields/Note eq 'x'`, { headers: { Prefer: PREFER } });
  for (const _again of [1, 2]) expect((await filtered()).status).toBe(429);
});
