import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personSubject, recordInstall } from '../../../sandbox/teams/installs.ts';
import { type Receiver, startReceiver } from '../../helpers/notification-receiver.ts';
import { startNotificationsServer } from '../../server/helpers/notifications-server.ts';
import { startGraph, type TestGraph, type WireAnswer } from './start-graph.ts';
import { NOT_IMPLEMENTED, REPLAYED, type Replay, SENT_TO_APPS, VECTORS, type Vector } from './vectors.ts';

/** Examples asked again: same status, same code, same headers, members of the same types. */

/** The examples are a person's requests, not an app's. */
const PERSONA = 'director';

let graph: TestGraph;
let receiver: Receiver;
let listId = '';
/** A list with no columns of its own. */
let bareListId = '';
let columnId = '';
let permissionId = '';
let deltaToken = '';
beforeAll(async () => {
  [graph, receiver] = await Promise.all([startGraph(), startReceiver()]);
  const list = await graph.createList('Widgets', [
    { name: 'Name', text: {} },
    { name: 'Color', text: {} },
    { name: 'Quantity', number: {}, indexed: true },
    { name: 'Weight', number: {} },
    { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
    { name: 'Owner', personOrGroup: {} },
    { name: 'Spare', text: {} },
  ]);
  listId = list.split('/').at(-1) ?? '';
  bareListId = (await graph.createList('Bare')).split('/').at(-1) ?? '';
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
  const grant = await graph.call('POST', `/sites/${graph.siteId}/permissions`, {
    body: {
      roles: ['write'],
      grantedToIdentities: [{ application: { id: graph.world.directory.botAppId, displayName: 'Milepost' } }],
    },
    persona: PERSONA,
  });
  permissionId = grant.body.id;
  recordInstall(graph.world, { subject: personSubject(PERSONA), accepted: true });
  const { body } = await graph.call('GET', `${list}/items/delta?token=latest`);
  deltaToken = new URL(body['@odata.deltaLink']).searchParams.get('token') ?? '';
});
afterAll(async () => {
  await receiver?.stop();
  await graph?.stop();
});

const named = (name: string): Vector => {
  const vector = VECTORS.find((candidate) => candidate.name === name);
  if (vector === undefined) throw new Error(`There is no vector ${name}.`);
  return vector;
};

test('every example has its place: replayed, sent to an app, or not implemented', () => {
  const placed = [...Object.keys(REPLAYED), ...SENT_TO_APPS, ...Object.keys(NOT_IMPLEMENTED)];
  expect(placed.toSorted()).toEqual(VECTORS.map(({ name }) => name).toSorted());
  expect(SENT_TO_APPS).toEqual(
    VECTORS.filter(({ direction }) => direction === 'graph-to-app').map(({ name }) => name),
  );
});

test.each(Object.entries(REPLAYED))('%s', async (name, replay) => {
  const vector = named(name);
  graph.world.faults.set((replay.faults ?? []).map((fault) => ({ rate: 1, seed: 1, ...fault })));
  const answer = await ask(vector, replay);
  graph.world.faults.set([]);
  const { status, headers, body } = vector.response;
  expect(answer.status).toBe(status);
  expect(errorCode(answer.body)).toBe(errorCode(body));
  expect(Object.keys(headers).filter((header) => !answer.headers.has(header))).toEqual([]);
  if (status >= 400 || body === null) return;
  expect(listMissing(answer.body, body)).toEqual([]);
  expect(partsOf(answer.body)).toEqual(partsOf(body));
});

test.each(Object.entries(NOT_IMPLEMENTED))('%s is not implemented, and says so', async (name, things) => {
  const { status, body } = await ask(named(name), {});
  if (typeof things === 'string') {
    expect([status, errorCode(body)]).toEqual([501, 'notImplemented']);
    expect(body.error.message).toContain(things);
    return;
  }
  for (const [index, thing] of things.entries()) {
    const part = body.responses.find(({ id }: { id: string }) => id === String(index + 1));
    expect([part.status, part.body.error.message]).toEqual([501, expect.stringContaining(thing)]);
  }
});

test.each(SENT_TO_APPS)('%s is taken by Milepost', async (name) => {
  const { request, response } = named(name);
  const { value } = request.body as { value: readonly { tenantId: string }[] };
  const milepost = await startNotificationsServer(value[0]?.tenantId ?? '');
  await milepost.subscribe({
    subscriptionId: '7f105c7d-2dc5-4530-97cd-4e7ae6534c07',
    clientState: 'secretClientValue',
  });
  expect((await milepost.post(request.body)).status).toBe(response.status);
  expect(milepost.deps.logged.filter(({ level }) => level !== 'info')).toEqual([]);
  const isChange = !name.includes('lifecycle');
  expect(milepost.read).toEqual(isChange ? ['plan-1/Themes'] : []);
  await milepost.stop();
});

async function ask({ request }: Vector, { authorization, instead = {} }: Replay): Promise<WireAnswer> {
  const { method, headers, body } = request;
  // The last item is deleted by one example; the others use the first.
  const itemId = method === 'DELETE' ? '3' : '1';
  const subscriptionId = request.path.includes('/subscriptions/') ? await subscribe() : '';
  const text = Object.entries(instead).reduce(
    (changed, [there, here]) => changed.replaceAll(there, here),
    JSON.stringify({ path: request.path, body }),
  );
  const isNewColumn = method === 'POST' && request.path.endsWith('/columns');
  const asked = JSON.parse(fill(text, { itemId, subscriptionId, list: isNewColumn ? bareListId : listId }));
  return graph.call(method, asked.path, {
    headers,
    body: asked.body ?? undefined,
    ...(authorization === undefined ? {} : { authorization }),
    persona: PERSONA,
  });
}

async function subscribe(): Promise<string> {
  const { body } = await graph.call('POST', '/subscriptions', {
    body: {
      changeType: 'updated',
      notificationUrl: receiver.url,
      lifecycleNotificationUrl: receiver.url,
      resource: `/sites/${graph.siteId}/lists/${listId}`,
      expirationDateTime: END,
      latestSupportedTlsVersion: 'v1_2',
      clientState: 'secret',
    },
    persona: PERSONA,
  });
  return body.id;
}

/** Within what a subscription may last, by the sandbox's clock. */
const END = '2022-01-20T09:00:00Z';

/** Placeholders and ids of the examples, replaced by ours; `$` added where the old pages leave it out. */
function fill(
  text: string,
  { itemId, subscriptionId, list }: { itemId: string; subscriptionId: string; list: string },
): string {
  const { directory } = graph.world;
  const [team] = directory.teams;
  return (
    text
      .replace('/v1.0', '')
      .replace(/\?expand=fields\(select=/, '?$expand=fields($select=')
      .replace('?expand=', '?$expand=')
      .replace('{hostname}:/{relative-path}', `${directory.site.hostname}:${directory.site.path}`)
      .replace(/sites\/contoso\.sharepoint\.com:/, `sites/${directory.site.hostname}:`)
      .replaceAll(/sites\/contoso\.sharepoint\.com,[^/]+/g, `sites/${graph.siteId}`)
      .replaceAll('22e03ef3-6ef4-424d-a1d3-92a337807c30', list)
      .replaceAll(/\{(site-id|sitesId)\}/g, graph.siteId)
      .replaceAll('{list-id}', list)
      .replaceAll('{list-title}', 'Widgets')
      .replaceAll('{item-id}', itemId)
      .replaceAll('{version-id}', '1.0')
      .replaceAll('{column-id}', columnId)
      .replaceAll('{permissionId}', permissionId)
      .replace('token=OLD', `token=${deltaToken}`)
      .replace(/teams\/[0-9a-f-]{36}/g, `teams/${team?.id}`)
      .replace(/channels\/19[^/?"]+/, `channels/${encodeURIComponent(team?.channels[0]?.id ?? '')}`)
      .replace(/users\/\{(id \| userPrincipalName|userId)\}/, 'users/director@alp.example')
      .replace(/subscriptions\/(\{id\}|7f105c7d[^/"]+)/, `subscriptions/${subscriptionId}`)
      .replaceAll(/https:\/\/webhook\.azurewebsites\.net\/[^"]+/g, receiver.url)
      // Nobody listens there.
      .replace('https://slow.example/', 'http://127.0.0.1:9/')
      .replace(/("expirationDateTime":)"[^"]+"/, `$1"${END}"`)
  );
}

function errorCode(body: unknown): unknown {
  return (body as { error?: { code?: string } } | null | undefined)?.error?.code;
}

/** Of a batch, the status of each part. */
function partsOf(body: unknown): unknown {
  const { responses } = body as { responses?: readonly { id: string; status: number }[] };
  return responses?.map(({ id, status }) => `${id}: ${status}`).toSorted();
}

/** Members that only tell of the example's own tenant, or that older pages show and the service no longer does. */
const UNSTABLE = ['path', 'description', '@odata.context', '@odata.deltaLink', '@odata.nextLink'];

/**
 * Members of the example that ours does not have, or has in another type. Null may stand for any; of a collection the
 * first entry counts, and a batch's parts are compared by id.
 */
function listMissing(ours: unknown, example: unknown, at = ''): string[] {
  if (ours === null || example === null) return [];
  if (Array.isArray(example)) {
    if (!Array.isArray(ours)) return [`${at} is no collection`];
    const [first] = example as { id?: string }[];
    const isPart = at === '.responses';
    const match = isPart ? ours.find(({ id }: { id: string }) => id === first?.id) : ours[0];
    return first === undefined || match === undefined ? [] : listMissing(match, first, `${at}[]`);
  }
  if (typeof ours !== typeof example) return [`${at} is ${typeof ours}, not ${typeof example}`];
  if (typeof example !== 'object') return [];
  return Object.entries(example)
    .filter(([name]) => !UNSTABLE.includes(name))
    .flatMap(([name, member]) =>
      listMissing((ours as Record<string, unknown>)[name], member, `${at}.${name}`),
    );
}
