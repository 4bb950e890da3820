import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Receiver, startReceiver } from '../../helpers/notification-receiver.ts';
import { startGraph, type TestGraph } from './start-graph.ts';

const DAY_MS = 86_400_000;

let graph: TestGraph;
let receiver: Receiver;
/** `/sites/…/lists/…` */
let list = '';
let count = 0;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await receiver?.stop();
  receiver = await startReceiver();
  count += 1;
  list = await graph.createList(`Watched-${count}`);
  graph.world.faults.set([]);
});
afterAll(() => receiver.stop());

const after = (ms: number) => new Date(graph.world.clock.now().epochMilliseconds + ms).toISOString();

const bodyOf = (changes: object = {}) => ({
  changeType: 'updated',
  notificationUrl: receiver.url,
  resource: list,
  expirationDateTime: after(DAY_MS),
  clientState: 'only we know this',
  ...changes,
});

const subscribe = (changes: object = {}) => graph.call('POST', '/subscriptions', { body: bodyOf(changes) });

test('a change is told of soon, without saying which row it was', async () => {
  const { status, body } = await subscribe({ lifecycleNotificationUrl: receiver.url });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    resource: list.slice(1),
    changeType: 'updated',
    clientState: 'only we know this',
    notificationUrl: receiver.url,
  });
  // A form value: blanks travel as `+`.
  expect(receiver.tokens).toHaveLength(2);
  expect(receiver.tokens[0]).toMatch(/^Validation: Testing .* [\w-]{36}$/);

  await graph.createItem(list, { Title: 'New' });
  await receiver.hasRequests(1);
  expect(receiver.entries).toEqual([
    {
      subscriptionId: body.id,
      clientState: 'only we know this',
      tenantId: graph.world.directory.tenantId,
      subscriptionExpirationDateTime: body.expirationDateTime,
      resource: list.slice(1),
      resourceData: { '@odata.type': '#Microsoft.Graph.ListItem' },
      changeType: 'updated',
    },
  ]);
});

test('what changes in several lists at once comes in one request', async () => {
  const other = await graph.createList(`Other ${count}`);
  await subscribe();
  await subscribe({ resource: other });
  await graph.call('POST', '/$batch', {
    body: {
      requests: [list, list, other].map((url, index) => ({
        id: String(index),
        method: 'POST',
        url: `${url}/items`,
        headers: { 'Content-Type': 'application/json' },
        body: { fields: { Title: 'x' } },
      })),
    },
  });
  await receiver.hasRequests(1);
  expect(receiver.entries.map(({ resource }) => resource)).toEqual([list.slice(1), other.slice(1)]);
  expect(receiver.requests).toEqual([2]);
});

test('what was not taken is told again, after a restart as well', async () => {
  receiver.statuses.push(503);
  const { body } = await subscribe();
  await graph.createItem(list, { Title: 'New' });
  await receiver.hasRequests(2);
  expect(receiver.entries.map(({ subscriptionId }) => subscriptionId)).toEqual([body.id, body.id]);

  receiver.statuses.push(503);
  await graph.createItem(list, { Title: 'Newer' });
  await receiver.hasRequests(3);
  await graph.restart();
  await receiver.hasRequests(4);
  expect((await graph.call('GET', `/subscriptions/${body.id}`)).status).toBe(200);
});

test('a notification can be lost, and come twice', async () => {
  const { body } = await subscribe();
  graph.world.faults.set([
    { kind: 'graph-notify-lost', rate: 1, seed: 1, times: 1 },
    { kind: 'graph-notify-twice', rate: 1, seed: 1, times: 1 },
  ]);
  const told = graph.world.db.prepare('select told_sequence from graph_subscription where id = ?');
  const before = told.get(body.id)?.told_sequence;
  await graph.createItem(list, { Title: 'Lost' });
  while (told.get(body.id)?.told_sequence === before) await new Promise(setImmediate);
  expect(receiver.entries).toEqual([]);

  await graph.createItem(list, { Title: 'Twice' });
  await receiver.hasRequests(2);
  expect(receiver.entries[1]).toEqual(receiver.entries[0]);
});

test.each<[string, () => object, number, string]>([
  ['another change than an update', () => ({ changeType: 'created,updated' }), 400, 'InvalidRequest'],
  ['more than 42,300 minutes', () => ({ expirationDateTime: after(42_301 * 60_000) }), 400, 'InvalidRequest'],
  ['an end in the past', () => ({ expirationDateTime: '2021-01-01T00:00:00Z' }), 400, 'InvalidRequest'],
  ['no end', () => ({ expirationDateTime: undefined }), 400, 'InvalidRequest'],
  ['a long secret', () => ({ clientState: 'x'.repeat(129) }), 400, 'InvalidRequest'],
  ['plain http to elsewhere', () => ({ notificationUrl: 'http://example.com/x' }), 400, 'InvalidRequest'],
  ['a list by its title', () => ({ resource: titleResource() }), 400, 'InvalidRequest'],
  ['a list that is not there', () => ({ resource: '/sites/root/lists/none' }), 404, 'itemNotFound'],
  ['anything but a list', () => ({ resource: 'me/messages' }), 501, 'notImplemented'],
  ['encrypted content', () => ({ encryptionCertificate: 'x' }), 501, 'notImplemented'],
])('refuses %s', async (_what, changes, status, code) => {
  const answer = await subscribe(changes());
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  expect(receiver.tokens).toEqual([]);
});

const titleResource = () => `/sites/${graph.siteId}/lists/Watched-${count}`;

test('42,300 minutes are allowed', async () => {
  expect((await subscribe({ expirationDateTime: after(42_300 * 60_000) })).status).toBe(201);
});

test.each([
  [
    'the token as it was encoded',
    (token: string) => ({ body: encodeURIComponent(token), type: 'text/plain' }),
  ],
  ['the token as HTML', (token: string) => ({ body: token, type: 'text/html' })],
])('refuses a receiver that sends back %s', async (_what, answerTokenWith) => {
  receiver.answerTokenWith = answerTokenWith;
  const { status, body } = await subscribe();
  expect([status, body.error.message]).toEqual([400, 'Subscription validation request timed out.']);
});

test('refuses a receiver that is not there, also within a batch', async () => {
  await receiver.stop();
  expect((await subscribe()).body.error.message).toBe('Subscription validation request timed out.');
  const { body } = await graph.call('POST', '/$batch', {
    body: {
      requests: [
        {
          id: '1',
          method: 'POST',
          url: '/subscriptions',
          headers: { 'Content-Type': 'application/json' },
          body: bodyOf(),
        },
      ],
    },
  });
  expect(body.responses[0].status).toBe(400);
});

test('a subscription can be refused as it is where the app may not be told', async () => {
  graph.world.faults.set([{ kind: 'graph-subscribe-refused', rate: 1, seed: 1 }]);
  const { status, body } = await subscribe();
  expect([status, body.error.code]).toEqual([403, 'accessDenied']);
});

test('is shown to its owner alone, and its secret to nobody who only looks', async () => {
  const { id } = (await subscribe()).body;
  const own = await graph.call('GET', `/subscriptions/${id}`);
  expect(own.body).toMatchObject({ id, clientState: null });
  const all = await graph.call('GET', '/subscriptions');
  expect(all.body.value).toContainEqual(expect.objectContaining({ id, clientState: null }));
  expect((await graph.call('GET', '/subscriptions', { persona: 'director' })).body.value).toEqual([]);
  expect((await graph.call('GET', `/subscriptions/${id}`, { persona: 'director' })).status).toBe(404);
  expect((await graph.call('GET', `/subscriptions?$filter=id eq '${id}'`)).status).toBe(501);
});

test('ends by the sandbox’s clock unless it is renewed, and its receiver is asked to before', async () => {
  const { id } = (await subscribe({ lifecycleNotificationUrl: receiver.url })).body;
  const moveTo = (ms: number) => {
    graph.world.clock.set(graph.world.clock.now().add({ milliseconds: ms }));
    graph.world.events.emit('clock', {});
  };
  moveTo(DAY_MS * 0.95);
  await receiver.hasRequests(1);
  expect(receiver.entries).toEqual([
    expect.objectContaining({ subscriptionId: id, lifecycleEvent: 'reauthorizationRequired' }),
  ]);
  expect(receiver.entries[0].changeType).toBeUndefined();
  expect((await graph.call('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204);

  const end = after(DAY_MS);
  const renewed = await graph.call('PATCH', `/subscriptions/${id}`, { body: { expirationDateTime: end } });
  expect([renewed.status, renewed.body.expirationDateTime]).toEqual([200, end]);
  moveTo(DAY_MS * 0.5);
  expect((await graph.call('GET', `/subscriptions/${id}`)).status).toBe(200);
  moveTo(DAY_MS * 0.6);
  const ended = await graph.call('PATCH', `/subscriptions/${id}`, { body: { expirationDateTime: end } });
  expect([ended.status, ended.body.error.code]).toEqual([404, 'ResourceNotFound']);
});

test('once deleted it tells nothing', async () => {
  const { id } = (await subscribe()).body;
  const other = (await subscribe({ clientState: 'other' })).body;
  expect((await graph.call('DELETE', `/subscriptions/${id}`)).status).toBe(204);
  expect((await graph.call('DELETE', `/subscriptions/${id}`)).status).toBe(404);
  await graph.createItem(list, { Title: 'New' });
  await receiver.hasRequests(1);
  expect(receiver.entries.map(({ subscriptionId }) => subscriptionId)).toEqual([other.id]);
});
