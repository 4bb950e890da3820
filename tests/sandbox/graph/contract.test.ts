import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Receiver, startReceiver } from '../../helpers/notification-receiver.ts';
import { type CallOptions, startGraph, type TestGraph, type WireAnswer } from './start-graph.ts';

/** A representative day of requests; `startGraph` holds every answer, good or bad, against Graph's own schemas. */

let graph: TestGraph;
let receiver: Receiver;
const statuses = new Set<number>();
beforeAll(async () => {
  graph = await startGraph();
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver.stop();
  await graph.stop();
});

async function call(method: string, address: string, options?: CallOptions): Promise<WireAnswer> {
  const answer = await graph.call(method, address, options);
  statuses.add(answer.status);
  return answer;
}

test('every answer has the shape of Graph’s own', async () => {
  const site = `/sites/${graph.siteId}`;
  const [team] = graph.world.directory.teams;
  const [person] = graph.world.directory.personas;
  await call('GET', `/sites/example.sharepoint.com:/sites/alp-improvement`);
  await call('GET', '/sites/root');
  await call('GET', '/sites/contoso.sharepoint.com:/sites/nope');
  await call('GET', site, { authorization: 'Bearer nonsense' });

  await call('POST', `${site}/lists`, { body: { displayName: 'Groups' } });
  await call('POST', `${site}/lists`, { body: { displayName: 'Groups' } });
  await call('POST', `${site}/lists`, {
    body: {
      displayName: 'Plan',
      columns: [
        { name: 'Number', number: { decimalPlaces: 'none' }, indexed: true, enforceUniqueValues: true },
        { name: 'Note', text: { allowMultipleLines: true, textType: 'plain' } },
        { name: 'Stage', choice: { choices: ['Open', 'Done'] }, defaultValue: { value: 'Open' } },
        { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
        { name: 'Due', dateTime: { format: 'dateOnly' } },
        { name: 'Active', boolean: {} },
        { name: 'Group', lookup: { listId: 'Groups', columnName: 'Title' }, indexed: true },
        { name: 'Others', lookup: { listId: 'Groups', columnName: 'Title', allowMultipleValues: true } },
        { name: 'Who', personOrGroup: {} },
        { name: 'Link', hyperlinkOrPicture: {}, validation: { formula: '=TRUE' } },
      ],
    },
  });
  const list = `${site}/lists/Plan`;
  await call('GET', `${site}/lists`);
  await call('GET', `${list}?$expand=columns,items($expand=fields)`);
  await call('GET', `${list}/columns`);
  const column = await call('POST', `${list}/columns`, { body: { name: 'Extra', text: {} } });
  await call('PATCH', `${list}/columns/${column.body.id}`, { body: { description: 'more' } });
  await call('GET', `${list}/columns/${column.body.id}`);
  await call('DELETE', `${list}/columns/${column.body.id}`);
  await call('DELETE', `${list}/columns/${column.body.id}`);

  await call('POST', `${site}/lists/Groups/items`, { body: { fields: { Title: 'Data' } } });
  await call('POST', `${list}/items`, {
    body: {
      fields: {
        Title: 'First',
        Number: 1,
        Due: '2022-03-31T12:00:00Z',
        Active: true,
        'Tags@odata.type': 'Collection(Edm.String)',
        Tags: ['a'],
        GroupLookupId: '1',
        'OthersLookupId@odata.type': 'Collection(Edm.Int32)',
        OthersLookupId: [1],
      },
    },
  });
  await call('POST', `${list}/items`, { body: { fields: { Title: 'Twice', Number: 1 } } });
  const second = await call('POST', `${list}/items`, {
    body: { fields: { Number: 2 } },
    persona: 'data-owner',
  });
  await call('GET', `${list}/items?$expand=fields&$top=1`);
  await call('GET', `${list}/items?$expand=fields($select=Title,Group)&$filter=fields/Number ge 1`);
  await call('GET', `${list}/items?$filter=fields/Note eq 'x'`);
  await call('GET', `${list}/items?$count=true`);
  await call('GET', `${list}/items/1?$expand=fields`);
  await call('GET', `${list}/items/1/fields`);
  await call('PATCH', `${list}/items/1/fields`, { body: { Title: 'Changed' }, persona: 'data-owner' });
  await call('PATCH', `${list}/items/1`, { body: { fields: { Stage: 'Done' } } });
  await call('PATCH', `${list}/items/1`, { body: { fields: {} }, headers: { 'If-Match': '"x,1"' } });
  await call('GET', `${list}/items/1/versions?$expand=fields`);
  await call('GET', `${list}/items/1/versions/1.0`);
  await call('POST', `${list}/items/1/versions/1.0/restoreVersion`);

  const delta = await call('GET', `${list}/items/delta?$expand=fields&$top=1`);
  await call('GET', delta.body['@odata.nextLink']);
  const latest = await call('GET', `${list}/items/delta?token=latest`);
  await call('DELETE', `${list}/items/${second.body.id}`);
  await call('GET', latest.body['@odata.deltaLink']);
  await call('GET', `${list}/items/delta?token=bad`);
  await call('GET', `${list}/items/${second.body.id}`);

  await call('POST', '/$batch', {
    body: {
      requests: [
        { id: '1', method: 'GET', url: `${list}/items/1` },
        { id: '2', method: 'DELETE', url: `${list}/items/1` },
        { id: '3', method: 'GET', url: `${list}/items/999`, dependsOn: ['2'] },
      ],
    },
  });
  await call('POST', '/$batch', { body: { requests: [] } });

  await call('GET', `/users/${person?.entraObjectId}`);
  await call('GET', '/users/nobody');
  await call('GET', '/me', { persona: 'director' });
  await call('GET', `/teams/${team?.id}/channels`);
  await call('GET', `/teams/${team?.id}/channels/${team?.channels[1]?.id}`);
  await call('GET', `/teams/${team?.id}/members`);
  await call('GET', `/teams/${team?.id}/channels/${team?.channels[1]?.id}/members`);

  const wanted = {
    changeType: 'updated',
    notificationUrl: receiver.url,
    resource: `${site}/lists/${(await call('GET', list)).body.id}`,
    expirationDateTime: '2022-01-20T09:00:00Z',
    clientState: 'secret',
  };
  const { id } = (await call('POST', '/subscriptions', { body: wanted })).body;
  await call('POST', '/subscriptions', { body: { ...wanted, changeType: 'deleted' } });
  await call('POST', '/subscriptions', { body: { ...wanted, resource: 'me/messages' } });
  await call('GET', '/subscriptions');
  await call('GET', `/subscriptions/${id}`);
  await call('PATCH', `/subscriptions/${id}`, { body: { expirationDateTime: '2022-01-21T09:00:00Z' } });
  await call('POST', `/subscriptions/${id}/reauthorize`);
  await call('DELETE', `/subscriptions/${id}`);
  await call('DELETE', `/subscriptions/${id}`);

  graph.world.faults.set([{ kind: 'graph-throttle', rate: 1, seed: 1, times: 1 }]);
  await call('GET', `${list}/items`);
  graph.world.faults.set([{ kind: 'graph-outage', rate: 1, seed: 1, times: 1 }]);
  await call('GET', `${list}/items`);

  expect([...statuses].sort((one, other) => one - other)).toEqual([
    200, 201, 204, 400, 401, 404, 409, 412, 429, 501, 503,
  ]);
});
