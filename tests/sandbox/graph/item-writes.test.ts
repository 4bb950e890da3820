import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGraph, type TestGraph } from './start-graph.ts';

let graph: TestGraph;
let list = '';
beforeAll(async () => {
  graph = await startGraph();
  const groups = await graph.createList('Groups');
  await graph.createItem(groups, { Title: 'Data' });
  await graph.createItem(groups, { Title: 'Finance' });
  list = await graph.createList('Writes', [
    { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
    { name: 'Score', number: { minimum: 0, maximum: 100 } },
    { name: 'Flag', boolean: {}, defaultValue: { value: '1' } },
    { name: 'Stage', choice: { choices: ['Open', 'Done'] }, defaultValue: { value: 'Open' } },
    { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
    { name: 'Due', dateTime: { format: 'dateOnly' } },
    { name: 'At', dateTime: { format: 'dateTime' } },
    { name: 'Link', hyperlinkOrPicture: {} },
    { name: 'Group', lookup: { listId: 'Groups', columnName: 'Title' } },
    { name: 'Others', lookup: { listId: 'Groups', columnName: 'Title', allowMultipleValues: true } },
  ]);
});
afterAll(() => graph.stop());

const create = (fields: object) => graph.call('POST', `${list}/items`, { body: { fields } });
const patch = (id: string, fields: object, headers = {}) =>
  graph.call('PATCH', `${list}/items/${id}/fields`, { body: fields, headers });
const read = async (id: string) => (await graph.call('GET', `${list}/items/${id}?$expand=fields`)).body;

test('a new item has the defaults of its columns and the sandbox clock’s time', async () => {
  const before = graph.world.clock.now().epochMilliseconds - 1_000;
  const { status, body, headers } = await create({ Title: 'new' });
  expect(status).toBe(201);
  expect(body.fields).toMatchObject({ Title: 'new', Flag: true, Stage: 'Open', _UIVersionString: '1.0' });
  expect(headers.get('etag')).toBe(body.eTag);
  const createdMs = Temporal.Instant.from(body.createdDateTime).epochMilliseconds;
  expect(createdMs).toBeGreaterThanOrEqual(before);
  expect(createdMs).toBeLessThanOrEqual(graph.world.clock.now().epochMilliseconds);
  expect(body.createdBy).toMatchObject({ application: { id: graph.world.directory.setupAppId } });
});

test('PATCH fields answers the values only, and makes a new version', async () => {
  const id = await graph.createItem(list, { Title: 'v1' });
  const answer = await patch(id, { Title: 'v2' });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ id, Title: 'v2', _UIVersionString: '2.0' });
  for (const name of ['eTag', '@odata.etag', 'fields', 'lastModifiedDateTime'])
    expect(answer.body).not.toHaveProperty(name);
  expect(answer.headers.get('etag')).toBeNull();
  expect((await patch(id, { Title: 'v2' })).body._UIVersionString).toBe('3.0');
});

test('PATCH of the item answers the item with its new eTag', async () => {
  const id = await graph.createItem(list, { Title: 'v1' });
  const answer = await graph.call('PATCH', `${list}/items/${id}`, { body: { fields: { Title: 'v2' } } });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ id, eTag: expect.stringMatching(/,2"$/), fields: { Title: 'v2' } });
  expect((await read(id)).eTag).toBe(answer.body.eTag);
});

test('If-Match lets the read version pass, with or without quotes, and refuses another', async () => {
  const id = await graph.createItem(list, { Title: 'v1' });
  const { eTag } = await read(id);
  expect((await patch(id, { Title: 'v2' }, { 'If-Match': eTag.replaceAll('"', '') })).status).toBe(200);
  const stale = await patch(id, { Title: 'lost' }, { 'If-Match': eTag });
  expect(stale).toMatchObject({ status: 412, body: { error: { code: 'resourceModified' } } });
  expect((await graph.call('DELETE', `${list}/items/${id}`, { headers: { 'If-Match': eTag } })).status).toBe(
    412,
  );
  expect((await read(id)).fields.Title).toBe('v2');
  expect((await patch(id, { Title: 'v3' }, { 'If-Match': '*' })).status).toBe(200);
});

test('a deleted item is gone', async () => {
  const id = await graph.createItem(list, { Title: 'gone' });
  const answer = await graph.call('DELETE', `${list}/items/${id}`);
  expect([answer.status, answer.body, answer.headers.get('content-type')]).toEqual([204, undefined, null]);
  expect((await graph.call('GET', `${list}/items/${id}`)).body.error.code).toBe('itemNotFound');
  expect(await graph.createItem(list, { Title: 'next' })).not.toBe(id);
});

test('lists of choices and lookups need their annotation', async () => {
  const id = await graph.createItem(list, { Title: 'multi' });
  expect(await patch(id, { Tags: ['a'] })).toMatchObject({
    status: 400,
    body: { error: { code: 'generalException', message: 'General exception while processing' } },
  });
  expect((await patch(id, { OthersLookupId: [1] })).status).toBe(400);
  const written = await patch(id, {
    'Tags@odata.type': 'Collection(Edm.String)',
    Tags: ['a', 'b'],
    'OthersLookupId@odata.type': 'Collection(Edm.Int32)',
    OthersLookupId: [2, 1],
  });
  expect(written.body).toMatchObject({
    Tags: ['a', 'b'],
    Others: [
      { LookupId: 2, LookupValue: 'Finance' },
      { LookupId: 1, LookupValue: 'Data' },
    ],
  });
  const cleared = await patch(id, {
    'OthersLookupId@odata.type': 'Collection(Edm.Int32)',
    OthersLookupId: [],
  });
  expect(cleared.body).not.toHaveProperty('Others');
});

test('dates lose their milliseconds, date-only ones become the site’s midnight, and null empties', async () => {
  const id = await graph.createItem(list, {
    Title: 'dates',
    Due: '2022-03-27T12:00:00Z',
    At: '2022-03-27T12:34:56.789Z',
  });
  expect((await read(id)).fields).toMatchObject({ Due: '2022-03-27T00:00:00Z', At: '2022-03-27T12:34:56Z' });
  await patch(id, { Due: '2022-03-28T12:00:00Z', At: null });
  const { fields } = await read(id);
  expect(fields.Due).toBe('2022-03-27T23:00:00Z');
  expect(fields).not.toHaveProperty('At');
});

test.each([
  ['an unknown field', { None: 1 }, "Field 'None' is not recognized"],
  ['a system field', { Created: '2022-01-01T00:00:00Z' }, "Field 'Created' is read-only"],
  ['the id', { id: '5' }, "Field 'id' is read-only"],
  ['a lookup by its text', { Group: 'Data' }, "Field 'Group' is read-only"],
  ['a hyperlink', { Link: { Url: 'https://x.example', Description: 'x' } }, 'Invalid request'],
  ['text for a number', { Score: '5' }, expect.stringContaining('Edm.Double')],
  ['a number out of range', { Score: 101 }, expect.stringContaining('range')],
  ['text for a boolean', { Flag: 'yes' }, expect.stringContaining('Edm.Boolean')],
  ['a choice that is none', { Stage: 'Maybe' }, expect.stringContaining('choices')],
  ['a line of 256 characters', { Key: 'x'.repeat(256) }, expect.stringContaining('255')],
  ['no date', { Due: 'soon' }, expect.stringContaining('Edm.DateTimeOffset')],
  ['an item that is not there', { GroupLookupId: 99 }, expect.stringContaining('no such item')],
  [
    'an annotation alone',
    { 'Tags@odata.type': 'Collection(Edm.String)' },
    expect.stringContaining('annotation'),
  ],
])('%s is refused and nothing is written', async (_what, fields, message) => {
  const id = await graph.createItem(list, { Title: 'kept' });
  const answer = await patch(id, { Title: 'half', ...fields });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalidRequest', message } } });
  expect((await read(id)).fields).toMatchObject({ Title: 'kept', _UIVersionString: '1.0' });
});

test('a column with unique values takes each once, whatever its letter case', async () => {
  const id = await graph.createItem(list, { Title: 'a', Key: 'K1' });
  const duplicate = await create({ Title: 'b', Key: 'k1' });
  expect(duplicate).toMatchObject({
    status: 400,
    body: {
      error: {
        code: 'invalidRequest',
        message:
          'The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [Key].',
      },
    },
  });
  expect((await patch(id, { Key: 'K1', Title: 'same item' })).status).toBe(200);
  await patch(id, { Key: 'K2' });
  expect((await create({ Title: 'c', Key: 'K1' })).status).toBe(201);
});

test('turning on unique values fails while there are duplicates', async () => {
  const other = await graph.createList('Late unique', [{ name: 'Code', text: {}, indexed: true }]);
  await graph.createItem(other, { Code: 'x' });
  const second = await graph.createItem(other, { Code: 'X' });
  const turnOn = () => graph.call('PATCH', `${other}/columns/Code`, { body: { enforceUniqueValues: true } });
  expect((await turnOn()).status).toBe(400);
  await graph.call('PATCH', `${other}/items/${second}/fields`, { body: { Code: 'y' } });
  expect((await turnOn()).status).toBe(200);
  expect((await graph.call('POST', `${other}/items`, { body: { fields: { Code: 'Y' } } })).status).toBe(400);
});

test('a lookup whose item was deleted reads as empty', async () => {
  const groups = list.replace(/[^/]+$/, 'Groups');
  const spare = await graph.createItem(groups, { Title: 'Spare' });
  const id = await graph.createItem(list, { Title: 'points', GroupLookupId: spare });
  await graph.call('DELETE', `${groups}/items/${spare}`);
  expect((await read(id)).fields).not.toHaveProperty('GroupLookupId');
});

test('a person’s change is recorded as theirs', async () => {
  const id = await graph.createItem(list, { Title: 'app' });
  await graph.call('PATCH', `${list}/items/${id}/fields`, { body: { Title: 'hand' }, persona: 'data-owner' });
  const item = await read(id);
  expect(item.lastModifiedBy).toEqual({
    user: expect.objectContaining({ displayName: 'Data group owner', email: 'data-owner@alp.example' }),
  });
  expect(item.createdBy.application).toBeDefined();
  expect(item.fields.EditorLookupId).not.toBe(item.fields.AuthorLookupId);
});

test('versions are kept newest first, and an old one can be restored', async () => {
  const id = await graph.createItem(list, { Title: 'one' });
  await patch(id, { Title: 'two' });
  const versions = await graph.call('GET', `${list}/items/${id}/versions?$expand=fields`);
  expect(versions.body.value).toMatchObject([
    { id: '2.0', fields: { Title: 'two' } },
    { id: '1.0', fields: { Title: 'one' } },
  ]);
  const restored = await graph.call('POST', `${list}/items/${id}/versions/1.0/restoreVersion`);
  expect(restored.status).toBe(204);
  expect((await read(id)).fields).toMatchObject({ Title: 'one', _UIVersionString: '3.0' });
  expect((await graph.call('GET', `${list}/items/${id}/versions/9.0`)).status).toBe(404);
});

test('a conflict fault refuses the change and writes nothing', async () => {
  const id = await graph.createItem(list, { Title: 'kept' });
  graph.world.faults.set([{ kind: 'graph-conflict', rate: 1, seed: 1, times: 1 }]);
  expect(await patch(id, { Title: 'lost' })).toMatchObject({
    status: 409,
    body: { error: { code: 'resourceModified' } },
  });
  expect((await read(id)).fields.Title).toBe('kept');
  expect((await patch(id, { Title: 'won' })).status).toBe(200);
});

test('lists and items survive a restart', async () => {
  const id = await graph.createItem(list, { Title: 'durable', Key: 'durable' });
  const before = await read(id);
  const clockBefore = graph.world.clock.now();
  await graph.restart();
  const { eTag, fields, lastModifiedBy } = await read(id);
  expect({ eTag, fields, lastModifiedBy }).toEqual({
    eTag: before.eTag,
    fields: before.fields,
    lastModifiedBy: before.lastModifiedBy,
  });
  expect((await create({ Key: 'Durable' })).status).toBe(400);
  expect(Temporal.Instant.compare(graph.world.clock.now(), clockBefore)).toBeGreaterThanOrEqual(0);
});
