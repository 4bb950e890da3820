import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fillList } from './fill-list.ts';
import { startGraph, type TestGraph, type WireAnswer } from './start-graph.ts';

const PREFER = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };

let graph: TestGraph;
let groups = '';
let list = '';
beforeAll(async () => {
  graph = await startGraph();
  groups = await graph.createList('Groups');
  for (const Title of ['Data', 'Finance']) await graph.createItem(groups, { Title });
  list = await graph.createList('Recommendations', [
    { name: 'Number', number: {}, indexed: true },
    { name: 'Note', text: { allowMultipleLines: true } },
    { name: 'Stage', choice: { choices: ['Open', 'Done'] }, indexed: true },
    { name: 'Due', dateTime: { format: 'dateOnly' }, indexed: true },
    { name: 'Active', boolean: {}, indexed: true },
    { name: 'Group', lookup: { listId: groups.split('/').at(-1), columnName: 'Title' }, indexed: true },
    { name: 'Others', lookup: { listId: 'Groups', columnName: 'Title', allowMultipleValues: true } },
  ]);
  await graph.createItem(list, {
    Title: "It's first",
    Number: 3,
    Stage: 'Open',
    Due: '2022-07-01T12:00:00Z',
    Active: true,
    GroupLookupId: '2',
    'OthersLookupId@odata.type': 'Collection(Edm.Int32)',
    OthersLookupId: [1, 2],
    Note: 'same',
  });
  await graph.createItem(list, { Title: 'second', Number: 1, Stage: 'Done', Active: false, Note: 'same' });
  await graph.createItem(list, { Title: 'third', Number: 2, Due: '2022-12-01T12:00:00Z', GroupLookupId: 1 });
});
afterAll(() => graph.stop());

const get = (query: string, headers = {}) => graph.call('GET', `${list}/items?${query}`, { headers });
const find = (filter: string, headers = {}) => get(`$filter=${encodeURIComponent(filter)}`, headers);
const idsOf = ({ body }: WireAnswer) => body.value?.map(({ id }: { id: string }) => id) ?? body.error;

test('items come without fields unless these are expanded', async () => {
  const bare = await get('$top=1');
  expect(bare.body.value[0]).toMatchObject({
    id: '1',
    contentType: { name: 'Item' },
    parentReference: { siteId: graph.siteId },
  });
  expect(bare.body.value[0].fields).toBeUndefined();
  const expanded = await get('$top=1&$expand=fields');
  expect(expanded.body.value[0].fields).toMatchObject({
    id: '1',
    Title: "It's first",
    Number: 3,
    Active: true,
  });
});

test('lookups come as XLookupId text, and by their own name when that is selected', async () => {
  const plain = (await get('$expand=fields')).body.value[0].fields;
  expect(plain.GroupLookupId).toBe('2');
  expect(plain.Group).toBeUndefined();
  expect(plain.Others).toEqual([
    { LookupId: 1, LookupValue: 'Data' },
    { LookupId: 2, LookupValue: 'Finance' },
  ]);
  const named = (await get('$expand=fields($select=Group,Title)')).body.value[0].fields;
  expect(named).toEqual({ '@odata.etag': expect.any(String), Title: "It's first", Group: 'Finance' });
});

test('empty fields are left out', async () => {
  const second = (await get('$expand=fields')).body.value[1].fields;
  expect(second.Active).toBe(false);
  for (const name of ['Due', 'GroupLookupId', 'Others']) expect(second).not.toHaveProperty(name);
});

test('a date-only value reads back as midnight of the site in UTC: the day before, in summer', async () => {
  const [first, , third] = (await get('$expand=fields($select=Due)')).body.value;
  expect(first.fields.Due).toBe('2022-06-30T23:00:00Z');
  expect(third.fields.Due).toBe('2022-12-01T00:00:00Z');
});

test('one item has its eTag in the header and twice in the body, quotes included', async () => {
  const answer = await graph.call('GET', `${list}/items/1?$expand=fields($select=Title)`);
  expect(answer.body.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
  expect(answer.headers.get('etag')).toBe(answer.body.eTag);
  expect(answer.body['@odata.etag']).toBe(answer.body.eTag);
  expect(answer.body.webUrl).toBe('http://127.0.0.1:3979/sites/alp-improvement/Lists/Recommendations/1_.000');
});

test('indexed fields can be filtered in every way the service has', async () => {
  expect(idsOf(await find('fields/Number eq 3'))).toEqual(['1']);
  expect(idsOf(await find('fields/Number ne 3'))).toEqual(['2', '3']);
  expect(idsOf(await find('fields/Number lt 3 and fields/Number gt 1'))).toEqual(['3']);
  expect(idsOf(await find('fields/Number le 1 or fields/Number ge 3'))).toEqual(['1', '2']);
  expect(idsOf(await find("startswith(fields/Stage,'do')"))).toEqual(['2']);
  expect(idsOf(await find("(fields/Number eq 1 or fields/Number eq 2) and fields/Stage eq 'Done'"))).toEqual([
    '2',
  ]);
  expect(idsOf(await find('fields/Active eq true'))).toEqual(['1']);
  expect(idsOf(await find('fields/Active eq 1'))).toEqual(['1']);
  expect(idsOf(await find('fields/GroupLookupId eq 1'))).toEqual(['3']);
  expect(idsOf(await find("fields/Due ge '2022-07-02T00:00:00Z'"))).toEqual(['3']);
  expect(idsOf(await find('fields/Due lt 2022-07-02T00:00:00Z'))).toEqual(['1']);
});

test('a field without an index is refused unless the Prefer header allows it', async () => {
  const refused = await find("fields/Note eq 'same'");
  expect(refused).toMatchObject({
    status: 400,
    body: {
      error: {
        code: 'invalidRequest',
        message:
          "Field 'Note' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.",
      },
    },
  });
  expect((await get('$orderby=fields/Title')).status).toBe(400);
  expect(idsOf(await find("fields/Note eq 'same'", PREFER))).toEqual(['1', '2']);
  expect(idsOf(await find("fields/Title eq 'It''s first'", PREFER))).toEqual(['1']);
});

test('items are ordered, with empty ones first', async () => {
  expect(idsOf(await get('$orderby=fields/Number'))).toEqual(['2', '3', '1']);
  expect(idsOf(await get('$orderby=fields/Number%20desc'))).toEqual(['1', '3', '2']);
  expect(idsOf(await get('$orderby=fields/Stage'))).toEqual(['3', '2', '1']);
});

test.each([
  ['$count=true', 400, 'invalidRequest'],
  ['$skip=1', 400, 'invalidRequest'],
  ['expand=fields', 400, 'badArgument'],
  ['$top=0', 400, 'invalidRequest'],
  ['$top=many', 400, 'invalidRequest'],
  ['$skiptoken=abc', 400, 'invalidRequest'],
  ['$search=x', 501, 'notImplemented'],
  ['$expand=driveItem', 501, 'notImplemented'],
  ['$filter=id%20gt%205', 500, 'generalException'],
  ['$filter=fields/ID%20gt%205', 400, 'invalidRequest'],
  ['$filter=fields/None%20eq%201', 400, 'invalidRequest'],
  ['$filter=fields/Number%20eq%20%27x%27', 400, 'invalidRequest'],
  ['$filter=contains(fields/Stage,%27x%27)', 400, 'invalidRequest'],
  ['$filter=not%20fields/Number%20eq%201', 400, 'invalidRequest'],
  ['$filter=fields/Number%20eq', 400, 'invalidRequest'],
  ['$filter=createdDateTime%20gt%202022-01-01', 400, 'invalidRequest'],
])('%s is refused with %i %s', async (query, status, code) => {
  const answer = await get(query);
  expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
});

test('pages hold 200 items unless more are asked for, and follow each other by nextLink', async () => {
  const many = await graph.createList('Many', [{ name: 'Rank', number: {}, indexed: true }]);
  for (let first = 0; first < 205; first += 20)
    await graph.call('POST', '/$batch', {
      body: {
        requests: Array.from({ length: Math.min(20, 205 - first) }, (_, n) => ({
          id: String(n),
          method: 'POST',
          url: `${many}/items`,
          headers: { 'Content-Type': 'application/json' },
          body: { fields: { Rank: first + n } },
        })),
      },
    });
  const first = await graph.call('GET', `${many}/items`);
  expect(first.body.value).toHaveLength(200);
  const second = await graph.call('GET', first.body['@odata.nextLink']);
  expect(second.body.value).toHaveLength(5);
  expect(second.body['@odata.nextLink']).toBeUndefined();
  const clamped = await graph.call('GET', `${many}/items?$top=99999`);
  expect(clamped.body.value).toHaveLength(205);
  const ordered = await graph.call(
    'GET',
    `${many}/items?$top=150&$orderby=fields/Rank desc&$expand=fields($select=Rank)`,
  );
  const rest = await graph.call('GET', ordered.body['@odata.nextLink']);
  const ranks = [...ordered.body.value, ...rest.body.value].map((item) => item.fields.Rank);
  expect(ranks).toEqual(Array.from({ length: 205 }, (_, n) => 204 - n));
});

test('a query that touches more than 5,000 rows is throttled for ever, whatever the headers', async () => {
  const large = await graph.createList('Large', [
    { name: 'Rank', number: {}, indexed: true },
    { name: 'Note', text: {} },
  ]);
  fillList(graph, large, 5_001);
  const ask = (filter: string) =>
    graph.call('GET', `${large}/items?$top=1&$filter=${encodeURIComponent(filter)}`, { headers: PREFER });
  for (let attempt = 0; attempt < 2; attempt += 1)
    expect(await ask("fields/Note eq 'n'")).toMatchObject({
      status: 429,
      body: { error: { code: 'activityLimitReached' } },
    });
  expect((await ask("fields/Rank lt 100 and fields/Note eq 'n'")).status).toBe(200);
  expect((await ask('fields/Rank ge 0')).status).toBe(429);
});

test('a unique value is found like any other, also after it was changed or its item deleted', async () => {
  const unique = await graph.createList('Answers', [
    { name: 'AnswerId', text: {}, indexed: true, enforceUniqueValues: true },
    { name: 'Stage', choice: { choices: ['Open', 'Done'] }, indexed: true },
  ]);
  for (const AnswerId of ["it's A-1", 'a-2', 'a-3'])
    await graph.createItem(unique, { AnswerId, Stage: 'Open' });
  const findIds = async (filter: string) =>
    idsOf(await graph.call('GET', `${unique}/items?$filter=${encodeURIComponent(filter)}`));
  expect(await findIds("fields/AnswerId eq 'IT''S a-1'")).toEqual(['1']);
  expect(await findIds("fields/Stage eq 'Done' and fields/AnswerId eq 'a-2'")).toEqual([]);
  expect(await findIds("fields/Stage eq 'Open' or fields/AnswerId eq 'a-2'")).toEqual(['1', '2', '3']);
  await graph.call('PATCH', `${unique}/items/2/fields`, { body: { AnswerId: 'b-2' } });
  await graph.call('DELETE', `${unique}/items/3`);
  expect(await findIds("fields/AnswerId eq 'a-2'")).toEqual([]);
  expect(await findIds("fields/AnswerId eq 'b-2'")).toEqual(['2']);
  expect(await findIds("fields/AnswerId eq 'a-3'")).toEqual([]);
});
