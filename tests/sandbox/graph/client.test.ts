import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGraph, type TestGraph } from './start-graph.ts';

/** What Microsoft's own client and credential make of the sandbox's answers, besides `checklist.test.ts`. */

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
