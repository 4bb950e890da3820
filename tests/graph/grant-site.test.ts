import { afterEach, expect, test } from '@jest/globals';
import { grantSite } from '../../graph/grant-site.ts';
import { errorBody, type GraphServer, type Handler, startGraphServer } from './graph-server.ts';
import { makeTestClient } from './make-client.ts';

let server: GraphServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const APP_ID = '0820081d-97ef-47fc-be18-bf4f14551478';
const PATH = '/sites/s/permissions';
const ours = { application: { id: APP_ID.toUpperCase(), displayName: 'Milepost' } };
const theirs = { application: { id: '89ea5c94-7736-4e25-95ad-3fa95f62b66e', displayName: 'Another' } };

/** Asks to let the app in; answers what became of it and what was written. */
async function grant(handler: Handler, apply = true) {
  server = await startGraphServer(handler);
  const { client } = makeTestClient({ baseUrl: server.baseUrl });
  const outcome = await grantSite({ client, siteId: 's', appId: APP_ID, appName: 'Milepost', apply });
  const writes = server.requests.filter(({ method }) => method !== 'GET');
  return { outcome, writes: writes.map(({ method, path, body }) => ({ method, path, body })) };
}

test('an app that is not let in is let in to write, beside others', async () => {
  const { outcome, writes } = await grant(({ method }) =>
    method === 'GET'
      ? { status: 200, body: { value: [{ id: '1', roles: ['write'], grantedToIdentitiesV2: [theirs] }] } }
      : { status: 201, body: { id: '2', roles: ['write'] } },
  );
  expect(outcome).toBe('granted now');
  expect(writes).toEqual([
    {
      method: 'POST',
      path: PATH,
      body: {
        roles: ['write'],
        grantedToIdentities: [{ application: { id: APP_ID, displayName: 'Milepost' } }],
      },
    },
  ]);
});

test('a permission on a later page, whose roles only it tells itself, is found', async () => {
  const { outcome, writes } = await grant(({ path, query }) => {
    if (path === `${PATH}/7`)
      return { status: 200, body: { id: '7', roles: ['owner'], grantedToIdentities: [ours] } };
    if (query.has('$skiptoken'))
      return { status: 200, body: { value: [{ id: '7', grantedToIdentities: [ours] }] } };
    return {
      status: 200,
      body: { value: [], '@odata.nextLink': `${server?.baseUrl}v1.0${PATH}?$skiptoken=2` },
    };
  });
  expect({ outcome, writes }).toEqual({ outcome: 'granted before', writes: [] });
});

test('looking only writes nothing', async () => {
  const { outcome, writes } = await grant(() => ({ status: 200, body: { value: [] } }), false);
  expect({ outcome, writes }).toEqual({ outcome: 'not granted', writes: [] });
});

test('what Graph refuses is not taken for a grant', async () => {
  await expect(grant(() => ({ status: 403, body: errorBody('accessDenied') }))).rejects.toMatchObject({
    status: 403,
    graphCode: 'accessDenied',
  });
});
