import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGraph, type TestGraph } from './start-graph.ts';

let graph: TestGraph;
let site = '';
beforeAll(async () => {
  graph = await startGraph();
  site = `/sites/${graph.siteId}`;
});
afterAll(() => graph.stop());

const create = (body: object) => graph.call('POST', `${site}/lists`, { body });
const addColumn = (list: string, body: object) => graph.call('POST', `${list}/columns`, { body });

test('a new list is read by id and by title, and always has a Title column', async () => {
  const made = await create({ displayName: 'Board reports', list: { template: 'genericList' } });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    displayName: 'Board reports',
    webUrl: 'http://127.0.0.1:3979/sites/alp-improvement/Lists/Board%20reports',
    createdBy: { application: { id: graph.world.directory.setupAppId } },
    list: { template: 'genericList', hidden: false },
  });
  const byId = await graph.call('GET', `${site}/lists/${made.body.id}`);
  const byTitle = await graph.call('GET', `${site}/lists/board%20reports?$expand=columns`);
  expect(byId.body.id).toBe(made.body.id);
  expect(byTitle.body.id).toBe(made.body.id);
  const title = byTitle.body.columns.find((column: { name: string }) => column.name === 'Title');
  expect(title).toMatchObject({ readOnly: false, text: { maxLength: 255 } });
});

test('an unknown list is not found; a title is taken once', async () => {
  expect((await graph.call('GET', `${site}/lists/none`)).body.error.code).toBe('itemNotFound');
  await graph.createList('Twice');
  expect(await create({ displayName: 'twice' })).toMatchObject({
    status: 409,
    body: { error: { code: 'nameAlreadyExists' } },
  });
});

test('a list is not given its name', async () => {
  const answer = await create({ name: 'X', displayName: 'X' });
  expect(answer).toMatchObject({
    status: 400,
    body: {
      error: {
        code: 'invalidRequest',
        message:
          "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
      },
    },
  });
});

test('a list whose columns are refused is not made', async () => {
  const answer = await create({ displayName: 'Half', columns: [{ name: 'A', text: {} }, { name: 'B' }] });
  expect(answer.status).toBe(400);
  expect((await graph.call('GET', `${site}/lists/Half`)).status).toBe(404);
});

test('lists are filtered by display name and nothing else', async () => {
  await graph.createList("Owner's");
  const filter = (text: string) => graph.call('GET', `${site}/lists?$filter=${encodeURIComponent(text)}`);
  const found = await filter("displayName eq 'Owner''s'");
  expect(found.body.value.map(({ name }: { name: string }) => name)).toEqual(["Owner's"]);
  expect(await filter("name eq 'x'")).toMatchObject({
    status: 400,
    body: { error: { message: 'The provided filter statement is not supported' } },
  });
});

test('a list comes with its items and their fields when that is asked for', async () => {
  const list = await graph.createList('Expanded');
  await graph.createItem(list, { Title: 'one' });
  const answer = await graph.call('GET', `${list}?$expand=columns,items($expand=fields($select=Title))`);
  expect(answer.body.items).toMatchObject([{ id: '1', fields: { Title: 'one' } }]);
});

test('facets come back with their defaults, and exactly one is taken', async () => {
  const list = await graph.createList('Facets');
  const made = await addColumn(list, { name: 'Due date', dateTime: { format: 'dateOnly' } });
  expect(made).toMatchObject({
    status: 201,
    body: {
      name: 'Due_x0020_date',
      displayName: 'Due date',
      indexed: false,
      dateTime: { format: 'dateOnly', displayAs: 'default' },
    },
  });
  const refused = [
    { name: 'Two', text: {}, number: {} },
    { name: 'None' },
    { name: 'Odd', text: { length: 3 } },
    { name: 'NullValidation', text: {}, validation: null },
    { name: 'Note', text: { allowMultipleLines: true }, indexed: true },
    { name: 'Unique', text: {}, enforceUniqueValues: true },
    { name: 'Nowhere', lookup: { listId: 'none', columnName: 'Title' } },
  ];
  for (const body of refused) expect((await addColumn(list, body)).status).toBe(400);
  expect((await addColumn(list, { name: 'Due_x0020_date', text: {} })).status).toBe(409);
  expect((await addColumn(list, { name: 'Price', currency: {} })).status).toBe(501);
});

test('validation and the hyperlink facet are taken and never shown', async () => {
  const list = await graph.createList('Hidden parts');
  const link = await addColumn(list, {
    name: 'Link',
    hyperlinkOrPicture: { isPicture: false },
    validation: { formula: '=TRUE' },
    isDeletable: true,
  });
  expect(link.status).toBe(201);
  const shown = await graph.call('GET', `${list}/columns/${link.body.id}`);
  expect(Object.keys(shown.body)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/validation|hyperlinkOrPicture|isDeletable/)]),
  );
  expect(shown.body.name).toBe('Link');
});

test('a column is changed but keeps its name and its kind', async () => {
  const list = await graph.createList('Changes');
  const column = await addColumn(list, { name: 'Kind', choice: { choices: ['a'] } });
  const path = `${list}/columns/${column.body.id}`;
  const changed = await graph.call('PATCH', path, {
    body: { displayName: 'Sort', indexed: true, choice: { choices: ['a', 'b'] } },
  });
  expect(changed).toMatchObject({
    status: 200,
    body: {
      name: 'Kind',
      displayName: 'Sort',
      indexed: true,
      choice: { choices: ['a', 'b'], displayAs: 'dropDownMenu' },
    },
  });
  expect((await graph.call('PATCH', path, { body: { text: {} } })).status).toBe(400);
  expect((await graph.call('PATCH', path, { body: { name: 'Other' } })).status).toBe(400);
});

test('a column is deleted, except SharePoint’s own', async () => {
  const list = await graph.createList('Deletes');
  const column = await addColumn(list, { name: 'Spare', text: {} });
  expect((await graph.call('DELETE', `${list}/columns/${column.body.id}`)).status).toBe(204);
  expect((await graph.call('GET', `${list}/columns/${column.body.id}`)).status).toBe(404);
  const created = await graph.call('GET', `${list}/columns/Created`);
  expect((await graph.call('DELETE', `${list}/columns/${created.body.id}`)).status).toBe(400);
  expect(
    (await graph.call('PATCH', `${list}/columns/${created.body.id}`, { body: { indexed: true } })).status,
  ).toBe(400);
});

test('hidden columns are listed only when hidden is selected', async () => {
  const list = await graph.createList('Hidden');
  await addColumn(list, { name: 'Secret', text: {}, hidden: true });
  const names = async (query: string) =>
    (await graph.call('GET', `${list}/columns${query}`)).body.value.map(({ name }: { name: string }) => name);
  expect(await names('')).not.toContain('Secret');
  expect(await names('?$select=name,hidden')).toContain('Secret');
});

test('a list takes twenty indexes and no more', async () => {
  const columns = Array.from({ length: 20 }, (_, n) => ({ name: `C${n}`, number: {}, indexed: true }));
  const list = await graph.createList('Indexes', columns);
  expect((await addColumn(list, { name: 'C21', number: {}, indexed: true })).status).toBe(400);
  expect((await addColumn(list, { name: 'C21', number: {} })).status).toBe(201);
});

test('a column that is deleted takes its values along, and no item becomes a new version', async () => {
  const list = await graph.createList('Losing', [
    { name: 'Stage', text: {} },
    { name: 'Note', text: {} },
  ]);
  const made = await graph.call('POST', `${list}/items`, {
    body: { fields: { Stage: 'Begun', Note: 'Kept' } },
  });
  expect((await graph.call('DELETE', `${list}/columns/Stage`)).status).toBe(204);
  await addColumn(list, { name: 'Stage', text: {} });
  const item = await graph.call('GET', `${list}/items/${made.body.id}?$expand=fields`);
  expect(item.body.eTag).toBe(made.body.eTag);
  expect(item.body.fields).toMatchObject({ Note: 'Kept' });
  expect(item.body.fields).not.toHaveProperty('Stage');
});
