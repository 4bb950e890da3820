import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startGraph, type TestGraph } from './start-graph.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

test('a call without a token is refused as Graph refuses it', async () => {
  const answer = await graph.call('GET', '/sites/root', { authorization: '' });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toContain('Bearer realm=""');
  expect(answer.body.error).toMatchObject({
    code: 'InvalidAuthenticationToken',
    message: 'Access token is empty.',
    innerError: { 'request-id': answer.headers.get('request-id') },
  });
});

test('a token for the connector, one that ran out and one of another key are refused', async () => {
  const { identity } = graph.world;
  const connector = await identity.issueToken({ audience: 'connector' });
  const old = await identity.issueToken({ audience: 'graph', lifetimeSeconds: -10 });
  const good = await identity.issueToken({ audience: 'graph' });
  const forged = `${good.slice(0, -10)}${good.at(-10) === 'A' ? 'B' : 'A'}${good.slice(-9)}`;
  for (const token of [connector, old, forged, 'nonsense']) {
    const answer = await graph.call('GET', '/sites/root', { authorization: `Bearer ${token}` });
    expect(answer.status).toBe(401);
    expect(answer.body.error.code).toBe('InvalidAuthenticationToken');
  }
});

test('answers carry request ids, and a client keeps its own', async () => {
  const answer = await graph.call('GET', '/sites/root', { headers: { 'client-request-id': 'mine' } });
  expect(answer.headers.get('client-request-id')).toBe('mine');
  expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers.get('content-type')).toContain('odata.metadata=minimal');
  expect(answer.headers.get('date')).not.toBeNull();
  expect(answer.headers.get('strict-transport-security')).not.toBeNull();
  expect(answer.headers.get('x-ms-ags-diagnostic')).not.toBeNull();
});

test('a site is found by path, by id and as root; lists continue after a second colon', async () => {
  const { hostname, path } = graph.world.directory.site;
  const byPath = await graph.call('GET', `/sites/${hostname}:${path}`);
  expect(byPath.body).toMatchObject({ id: graph.siteId, webUrl: `http://127.0.0.1:3979${path}` });
  const byId = await graph.call('GET', `/sites/${graph.siteId}?$select=displayName`);
  expect(byId.body).toEqual({
    '@odata.context': expect.any(String),
    displayName: graph.world.directory.site.displayName,
  });
  const root = await graph.call('GET', '/sites/root');
  expect(root.body).toMatchObject({ root: {} });
  expect(root.body.id).not.toBe(graph.siteId);
  await graph.createList('By path');
  const lists = await graph.call('GET', `/sites/${hostname}:${path}:/lists`);
  expect(lists.body.value.map(({ name }: { name: string }) => name)).toEqual(['By path']);
});

test('a foreign host is a bad request, an unknown path is not found', async () => {
  const foreign = await graph.call('GET', '/sites/contoso.sharepoint.com:/sites/nope');
  expect(foreign).toMatchObject({
    status: 400,
    body: { error: { code: 'invalidRequest', message: 'Invalid hostname for this tenancy' } },
  });
  const unknown = await graph.call('GET', '/sites/example.sharepoint.com:/sites/nope');
  expect(unknown).toMatchObject({
    status: 404,
    body: { error: { code: 'itemNotFound', message: 'Requested site could not be found' } },
  });
});

test('what the sandbox does not have is said to be missing, by name', async () => {
  const answer = await graph.call('GET', '/users/x/calendarView');
  expect(answer).toMatchObject({
    status: 501,
    body: {
      error: { code: 'notImplemented', message: 'The sandbox does not have GET /users/x/calendarView.' },
    },
  });
  const option = await graph.call('GET', `/sites/${graph.siteId}?$expand=drives`);
  expect(option).toMatchObject({ status: 501, body: { error: { code: 'notImplemented' } } });
});

test('a body that is no JSON is refused', async () => {
  const answer = await graph.call('POST', `/sites/${graph.siteId}/lists`, {
    body: {},
    headers: { 'content-type': 'text/plain' },
  });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'BadRequest' } } });
});

test('an outage refuses everything; a switched-off fault refuses nothing', async () => {
  graph.world.faults.set([{ kind: 'graph-outage', rate: 1, seed: 1 }]);
  const during = await graph.call('GET', '/sites/root');
  expect(during).toMatchObject({ status: 503, body: { error: { code: 'serviceNotAvailable' } } });
  graph.world.faults.set([]);
  expect((await graph.call('GET', '/sites/root')).status).toBe(200);
});

test('throttling outside SharePoint has the code of the rest of Graph', async () => {
  const { personas } = graph.world.directory;
  graph.world.faults.set([{ kind: 'graph-throttle', rate: 1, seed: 1, times: 1, retryAfterSeconds: 2.128 }]);
  const answer = await graph.call('GET', `/users/${personas[0]?.email}`);
  expect(answer).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } } });
  expect(answer.headers.get('retry-after')).toBe('2.128');
});
