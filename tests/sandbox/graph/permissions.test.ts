import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startGraph, type TestGraph } from './start-graph.ts';

let graph: TestGraph;
let list = '';
let item = '';
let site = '';
beforeAll(async () => {
  graph = await startGraph();
  site = `/sites/${graph.siteId}`;
  list = await graph.createList('Rows', [{ name: 'A', text: {} }]);
  item = await graph.createItem(list, { Title: 'one' });
});
afterAll(() => graph.stop());

/** Statuses of what an app may want to do, each tried once. */
async function tryEverything(appId: string, roles?: readonly string[]): Promise<Record<string, number>> {
  const token = await graph.world.identity.issueToken({ audience: 'graph', appId, roles });
  const call = async (method: string, path: string, body?: object) =>
    (await graph.call(method, path, { authorization: `Bearer ${token}`, body })).status;
  return {
    'read rows': await call('GET', `${list}/items`),
    'write a row': await call('PATCH', `${list}/items/${item}/fields`, { A: 'x' }),
    'make a list': await call('POST', `${site}/lists`, { displayName: `L${Math.random()}` }),
    'make a column': await call('POST', `${list}/columns`, {
      name: `C${Math.random()}`.replace('.', ''),
      text: {},
    }),
    'see who may enter': await call('GET', `${site}/permissions`),
    subscribe: await call('POST', '/subscriptions', {
      changeType: 'created',
      notificationUrl: 'https://localhost/hook',
      resource: list,
      expirationDateTime: '2022-01-05T00:00:00Z',
    }),
  };
}

const grant = (roles: readonly string[], id = graph.world.directory.botAppId) =>
  graph.call('POST', `${site}/permissions`, {
    body: { roles, grantedToIdentities: [{ application: { id, displayName: 'Milepost' } }] },
  });

describe('application permissions', () => {
  test('of the app that runs: rows, and being told of changes; no lists, no columns', async () => {
    expect(await tryEverything(graph.world.directory.botAppId)).toEqual({
      'read rows': 200,
      'write a row': 200,
      'make a list': 403,
      'make a column': 403,
      'see who may enter': 403,
      // Not refused for want of a permission, but for what is asked.
      subscribe: 400,
    });
  });

  test('of the app that sets up: everything', async () => {
    expect(await tryEverything(graph.world.directory.setupAppId)).toEqual({
      'read rows': 200,
      'write a row': 200,
      'make a list': 201,
      'make a column': 201,
      'see who may enter': 200,
      subscribe: 400,
    });
  });

  test('a refusal has Graph’s code, and costs units', async () => {
    const token = await graph.world.identity.issueToken({
      audience: 'graph',
      appId: graph.world.directory.botAppId,
    });
    graph.world.requests.clear();
    const answer = await graph.call('POST', `${site}/lists`, {
      authorization: `Bearer ${token}`,
      body: { displayName: 'No' },
    });
    expect(answer.body).toMatchObject({ error: { code: 'accessDenied', message: 'Access denied' } });
    expect(graph.world.requests.read()).toMatchObject([{ status: 403, resourceUnits: 2 }]);
  });

  test('count for each part of a batch by itself', async () => {
    const token = await graph.world.identity.issueToken({
      audience: 'graph',
      appId: graph.world.directory.botAppId,
    });
    const headers = { 'Content-Type': 'application/json' };
    const requests = [
      { id: '1', method: 'GET', url: `${list}/items` },
      { id: '2', method: 'POST', url: `${list}/columns`, headers, body: { name: 'B', text: {} } },
    ];
    const { body } = await graph.call('POST', '/$batch', {
      authorization: `Bearer ${token}`,
      body: { requests },
    });
    const statuses = body.responses.map(({ id, status }: { id: string; status: number }) => [id, status]);
    expect(new Map(statuses)).toEqual(
      new Map([
        ['1', 200],
        ['2', 403],
      ]),
    );
  });

  test('bind no person: people act with their own rights on the site', async () => {
    const answer = await graph.call('POST', `${site}/lists`, {
      persona: 'data-owner',
      body: { displayName: 'By hand' },
    });
    expect(answer.status).toBe(201);
  });
});

describe('Sites.Selected', () => {
  const SELECTED = ['Sites.Selected'];
  const app = '89ea5c94-7736-4e25-95ad-3fa95f62b66e';

  test('alone lets an app into no site', async () => {
    expect(await tryEverything(app, SELECTED)).toEqual({
      'read rows': 403,
      'write a row': 403,
      'make a list': 403,
      'make a column': 403,
      'see who may enter': 403,
      subscribe: 403,
    });
  });

  test.each([
    ['read', { 'read rows': 200, 'write a row': 403, 'make a column': 403, subscribe: 403 }],
    ['write', { 'read rows': 200, 'write a row': 200, 'make a column': 403, subscribe: 403 }],
    ['fullcontrol', { 'read rows': 200, 'write a row': 200, 'make a column': 201, subscribe: 403 }],
  ])('with a grant to %s lets it do that much, and no more', async (role, statuses) => {
    const { body } = await grant([role], app);
    expect(await tryEverything(app, SELECTED)).toMatchObject(statuses);
    expect((await graph.call('DELETE', `${site}/permissions/${body.id}`)).status).toBe(204);
    expect(await tryEverything(app, SELECTED)).toMatchObject({ 'read rows': 403 });
  });

  test('with a grant on one site lets it into no other', async () => {
    const { body } = await grant(['write'], app);
    const token = await graph.world.identity.issueToken({ audience: 'graph', appId: app, roles: SELECTED });
    const { status } = await graph.call('GET', '/sites/root', { authorization: `Bearer ${token}` });
    expect(status).toBe(403);
    await graph.call('DELETE', `${site}/permissions/${body.id}`);
  });
});

describe('the permissions of a site', () => {
  test('are made, read, changed and taken away', async () => {
    const made = await grant(['read']);
    const identity = { application: { id: graph.world.directory.botAppId, displayName: 'Milepost' } };
    expect(made).toMatchObject({
      status: 201,
      body: { roles: ['read'], grantedToIdentities: [identity], grantedToIdentitiesV2: [identity] },
    });
    const one = `${site}/permissions/${made.body.id}`;
    expect(await graph.call('GET', one)).toMatchObject({
      status: 200,
      body: { id: made.body.id, roles: ['read'] },
    });
    expect(await graph.call('PATCH', one, { body: { roles: ['write'] } })).toMatchObject({
      status: 200,
      body: { roles: ['write'] },
    });
    expect((await graph.call('GET', `${site}/permissions`)).body.value).toMatchObject([
      { id: made.body.id, roles: ['write'] },
    ]);
    expect((await graph.call('DELETE', one)).status).toBe(204);
    expect((await graph.call('GET', one)).status).toBe(404);
  });

  test('take known roles, and applications only', async () => {
    expect((await grant(['everything'])).status).toBe(400);
    const toPerson = await graph.call('POST', `${site}/permissions`, {
      body: { roles: ['write'], grantedToIdentities: [{ user: { id: 'x' } }] },
    });
    expect(toPerson.status).toBe(400);
  });
});

describe('a list that was renamed', () => {
  test('keeps its address, and a new one of its old title gets another', async () => {
    const path = await graph.createList('Papers');
    graph.world.db.prepare("update graph_list set title = 'Old papers' where title = 'Papers'").run();
    const again = await graph.createList('Papers');
    expect((await graph.call('GET', path)).body).toMatchObject({
      displayName: 'Old papers',
      name: 'Papers',
      webUrl: expect.stringMatching(/\/Lists\/Papers$/),
    });
    expect((await graph.call('GET', again)).body).toMatchObject({
      displayName: 'Papers',
      name: 'Papers1',
      webUrl: expect.stringMatching(/\/Lists\/Papers1$/),
    });
  });
});
