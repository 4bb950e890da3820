import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGraph, type TestGraph } from './start-graph.ts';

/** Rules 1 to 10 of the contract's first section, seen through Microsoft's own client and credential. */

let graph: TestGraph;
let list = '';
beforeAll(async () => {
  graph = await startGraph();
  list = await graph.createList('Client', [
    { name: 'Rank', number: {}, indexed: true },
    { name: 'Note', text: {} },
  ]);
  for (const rank of [1, 2, 3, 4, 5])
    await graph.createItem(list, { Title: `t${rank}`, Rank: rank, Note: 'n' });
});
afterAll(() => graph.stop());

test('the official client signs in, reads over https and follows nextLinks with its token', async () => {
  const titles: string[] = [];
  let next: string | undefined = `${list}/items?$expand=fields($select=Title)&$top=2`;
  let pages = 0;
  while (next !== undefined) {
    const page = await graph.client.api(next).get();
    titles.push(...page.value.map((item: { fields: { Title: string } }) => item.fields.Title));
    next = page['@odata.nextLink'];
    pages += 1;
  }
  expect(titles).toEqual(['t1', 't2', 't3', 't4', 't5']);
  expect(pages).toBe(3);
});

test('refusals reach the client as GraphError with status, code and request id', async () => {
  await expect(graph.client.api(`${list}/items/999`).get()).rejects.toMatchObject({
    statusCode: 404,
    code: 'itemNotFound',
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('a delete answers 204, which the client gives as undefined', async () => {
  const id = await graph.createItem(list, { Title: 'gone' });
  expect(await graph.client.api(`${list}/items/${id}`).delete()).toBeUndefined();
});

test('the Prefer header must be sent again on following pages', async () => {
  const prefer = 'HonorNonIndexedQueriesWarningMayFailRandomly';
  const first = await graph.client
    .api(`${list}/items`)
    .header('Prefer', prefer)
    .filter("fields/Note eq 'n'")
    .top(2)
    .get();
  expect(first.value).toHaveLength(2);
  const next = graph.client.api(first['@odata.nextLink']);
  await expect(next.get()).rejects.toMatchObject({ statusCode: 400, code: 'invalidRequest' });
  const second = await graph.client.api(first['@odata.nextLink']).header('Prefer', prefer).get();
  expect(second.value.map(({ id }: { id: string }) => id)).toEqual(['3', '4']);
});

test('the client waits and tries again when it is throttled', async () => {
  graph.world.faults.set([{ kind: 'graph-throttle', rate: 1, seed: 1, times: 1, retryAfterSeconds: 0.01 }]);
  const item = await graph.client.api(`${list}/items/1`).get();
  expect(item.id).toBe('1');
  const statuses = graph.world.requests
    .read()
    .slice(-2)
    .map(({ status }) => status);
  expect(statuses).toEqual([429, 200]);
});

test('throttled parts of a batch come inside a 200, and the client does not try them again', async () => {
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

test('a wrong secret is refused by sign-in as Entra ID refuses it', async () => {
  const { tenantId, botAppId } = graph.world.directory;
  const answer = await graph.call('POST', `${graph.origin}/${tenantId}/oauth2/v2.0/token`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.body.error).toBe('unsupported_grant_type');
  const response = await fetch(`${graph.origin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: botAppId,
      client_secret: 'wrong',
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: 'invalid_client', error_codes: [7000215] });
});
