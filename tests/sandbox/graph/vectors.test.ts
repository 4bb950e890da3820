import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGraph, type TestGraph } from './start-graph.ts';

/** Examples of Microsoft's pages and recorded answers, sent again: same status, same code, members of the same types. */
interface Vector {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Record<string, string>;
    readonly body: unknown;
  };
  readonly response: { readonly status: number; readonly body: Record<string, unknown> | null };
}

const VECTORS = JSON.parse(
  readFileSync(new URL('../../fixtures/graph/graph-vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[];

/** Those whose subject the sandbox has. */
const REPLAYED = [
  'list-create#1:create-list',
  'list-get#1:get-list-1',
  'list-get#2:get-list-2',
  'list-list#1:enum-lists',
  'list-list-columns#1:get_columns_from_list',
  'columns#delete',
  'listitem-create#1:create-listitem',
  'listitem-get#1:get-list-item',
  'listitem-list#1:get-list-items',
  'listitem-update#1:update-listitem',
  'listitem-delete#1:delete-item-site',
  'listitemversion-get#1:get-single-version-listItem',
  'listitemversion-restore#1:restore-item-version-listItem',
  'items#filter-indexed-number',
  'items#filter-not-indexed',
  'items#filter-not-indexed-with-prefer',
  'items#orderby-not-indexed',
  'item#update-if-match-412',
  'item#not-found',
  'item#unknown-field',
  'item#multichoice-write',
  'item#patch-wrapper',
  'lists#name-not-allowed',
  'delta#first-page',
  'delta#token-latest',
  'batch#dependson-424',
  'site-get#1:get-site',
  'site-getbypath#1:get-site-by-hostname-and-path',
  'site#not-found',
  'channel-list#1:list_channels',
  'channel-get#1:get_channel',
  'channel-list-members#1:channel-list_member',
  'team-list-members#1:get_members_in_team',
  'user-get#1:get_user_1',
  'user-get#2:get_user',
];

/** The examples are a person's requests, not an app's. */
const PERSONA = 'director';

let graph: TestGraph;
let listId = '';
let columnId = '';
beforeAll(async () => {
  graph = await startGraph();
  const list = await graph.createList('Widgets', [
    { name: 'Name', text: {} },
    { name: 'Color', text: {} },
    { name: 'Quantity', number: {}, indexed: true },
    { name: 'Weight', number: {} },
    { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
    { name: 'Spare', text: {} },
  ]);
  listId = list.split('/').at(-1) ?? '';
  columnId = (await graph.call('GET', `${list}/columns/Spare`)).body.id;
  for (const [Name, Color, Quantity] of [
    ['Gadget', 'Red', 503],
    ['Widget', 'Blue', 2357],
    ['Gizmo', 'Green', 92],
  ])
    await graph.call('POST', `${list}/items`, {
      body: { fields: { Title: 'x', Name, Color, Quantity } },
      persona: PERSONA,
    });
});
afterAll(() => graph.stop());

test.each(REPLAYED)('%s', async (name) => {
  const vector = VECTORS.find((candidate) => candidate.name === name);
  if (vector === undefined) throw new Error(`There is no vector ${name}.`);
  const { method, path, headers, body } = vector.request;
  // The last item is deleted by one vector; the others use the first.
  const itemId = method === 'DELETE' ? '3' : '1';
  const answer = await graph.call(method, fill(path, itemId), {
    headers,
    body: body === null ? undefined : JSON.parse(fill(JSON.stringify(body), itemId)),
    persona: PERSONA,
  });
  expect(answer.status).toBe(vector.response.status);
  expect(errorCode(answer.body)).toBe(errorCode(vector.response.body));
  if (answer.status >= 400 || vector.response.body === null) return;
  expect(listMissing(answer.body, vector.response.body)).toEqual([]);
});

/** Placeholders and ids of the examples, replaced by ours; `$` added where the old pages leave it out. */
function fill(text: string, itemId: string): string {
  const { directory } = graph.world;
  const [team] = directory.teams;
  return text
    .replace('/v1.0', '')
    .replace(/\?expand=fields\(select=/, '?$expand=fields($select=')
    .replace('?expand=', '?$expand=')
    .replace('{hostname}:/{relative-path}', `${directory.site.hostname}:${directory.site.path}`)
    .replace(/sites\/contoso\.sharepoint\.com:/, `sites/${directory.site.hostname}:`)
    .replace(/sites\/contoso\.sharepoint\.com,[^/]+/, `sites/${graph.siteId}`)
    .replace(/lists\/[0-9a-f-]{36}/, `lists/${listId}`)
    .replaceAll('{site-id}', graph.siteId)
    .replaceAll('{list-id}', listId)
    .replaceAll('{list-title}', 'Widgets')
    .replaceAll('{item-id}', itemId)
    .replaceAll('{version-id}', '1.0')
    .replaceAll('{column-id}', columnId)
    .replace(/teams\/[0-9a-f-]{36}/, `teams/${team?.id}`)
    .replace(/channels\/19[^/?]+/, `channels/${encodeURIComponent(team?.channels[0]?.id ?? '')}`)
    .replace(/users\/\{id \| userPrincipalName\}/, 'users/director@alp.example');
}

function errorCode(body: unknown): unknown {
  return (body as { error?: { code?: string } } | null | undefined)?.error?.code;
}

/** Members that only tell of the example's own tenant, or that older pages show and the service no longer does. */
const UNSTABLE = ['path', 'description', '@odata.context', '@odata.deltaLink', '@odata.nextLink'];

/**
 * Members of the example that ours does not have, or has in another type. Null may stand for any; of a collection the
 * first entry counts, and a batch's parts are compared by id.
 */
function listMissing(ours: unknown, example: unknown, at = ''): string[] {
  if (ours === null) return [];
  if (Array.isArray(example)) {
    if (!Array.isArray(ours)) return [`${at} is no collection`];
    const [first] = example as { id?: string }[];
    const isPart = at === '.responses';
    const match = isPart ? ours.find(({ id }: { id: string }) => id === first?.id) : ours[0];
    return first === undefined || match === undefined ? [] : listMissing(match, first, `${at}[]`);
  }
  if (typeof ours !== typeof example) return [`${at} is ${typeof ours}, not ${typeof example}`];
  if (typeof example !== 'object' || example === null) return [];
  return Object.entries(example)
    .filter(([name]) => !UNSTABLE.includes(name))
    .flatMap(([name, member]) =>
      listMissing((ours as Record<string, unknown>)[name], member, `${at}.${name}`),
    );
}
