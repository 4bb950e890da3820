import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { watch } from '../../helpers/graph-contract.ts';
import { startGraph, type TestGraph } from './start-graph.ts';

let graph: TestGraph;
let drive = '';
const network = watch(fetch, 'responses');
beforeAll(async () => {
  graph = await startGraph();
  const { body } = await graph.call('GET', `/sites/${graph.siteId}/drive`);
  drive = `/drives/${body.id}`;
});
afterAll(async () => {
  await graph.stop();
  network.assertKept();
});

/** Puts bytes at a path as an app that may do everything, unless another token is given. */
async function put(path: string, bytes: string, token?: string) {
  const response = await network.fetch(`${graph.origin}/v1.0${drive}/root:/${path}:/content`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token ?? (await graph.world.identity.issueToken({ audience: 'graph' }))}`,
      'content-type': 'application/pdf',
    },
    body: Buffer.from(bytes),
  });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  return { status: response.status, body: (await response.json()) as any };
}

/** What a document holds, by the way a client goes. */
async function contentOf(path: string): Promise<{ location: URL; content: string }> {
  const token = await graph.world.identity.issueToken({ audience: 'graph' });
  const response = await fetch(`${graph.origin}/v1.0${drive}/root:/${path}:/content`, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'manual',
  });
  expect(response.status).toBe(302);
  const location = new URL(response.headers.get('location') ?? '');
  const id = location.pathname.split('/')[2] ?? '';
  return { location, content: await readStored(id) };
}

async function readStored(id: string): Promise<string> {
  const row = graph.world.db.prepare('select content from graph_document where id = ?').get(id);
  return Buffer.from(row?.content as Uint8Array).toString();
}

describe('a document', () => {
  test('is put by its path, with the folders that are missing, and is there', async () => {
    const { status, body } = await put('Board%20reports/Digital%2C%20data/June.pdf', 'one');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'June.pdf',
      size: 3,
      file: { mimeType: 'application/pdf' },
      webUrl:
        'http://127.0.0.1:3979/sites/alp-improvement/Shared%20Documents/Board%20reports/Digital%2C%20data/June.pdf',
      createdBy: { application: { id: expect.any(String) } },
      parentReference: { name: 'Digital, data', driveType: 'documentLibrary' },
    });
    const found = await graph.call('GET', `${drive}/root:/board reports/digital, data/JUNE.pdf`);
    expect(found.body.id).toBe(body.id);
    expect((await contentOf('Board%20reports/Digital%2C%20data/June.pdf')).content).toBe('one');
  });

  test('put again is the same document with other bytes', async () => {
    const first = await put('Again.pdf', 'one');
    const second = await put('Again.pdf', 'two');
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.id).toBe(first.body.id);
    expect(second.body.eTag).not.toBe(first.body.eTag);
    const { location, content } = await contentOf('Again.pdf');
    expect(content).toBe('two');
    // An address that lets in by itself is good for what it was given for.
    expect(location.searchParams.get('tempauth')).not.toBe(
      new URL(first.body['@microsoft.graph.downloadUrl']).searchParams.get('tempauth'),
    );
  });

  test('stays where it is when the process ends, and goes when it is deleted', async () => {
    const { body } = await put('Kept/Document.pdf', 'kept');
    await graph.restart();
    expect((await contentOf('Kept/Document.pdf')).content).toBe('kept');
    const folder = await graph.call('GET', `${drive}/root:/Kept`);
    expect((await graph.call('DELETE', `${drive}/items/${folder.body.id}`)).status).toBe(204);
    const gone = await graph.call('GET', `${drive}/root:/Kept/Document.pdf`);
    expect([gone.status, gone.body.error.code]).toEqual([404, 'itemNotFound']);
    expect(graph.world.db.prepare('select 1 from graph_document where id = ?').get(body.id)).toBeUndefined();
  });

  test.each([
    ['where a folder is', 'Folder', 409, 'nameAlreadyExists'],
    ['below a document', 'Folder/Inside.pdf/Deeper.pdf', 409, 'nameAlreadyExists'],
    ['with a sign that no name has', 'What%3F.pdf', 400, 'invalidRequest'],
    ['with a dot at its end', 'What.', 400, 'invalidRequest'],
  ])('is refused %s', async (_where, path, status, code) => {
    await put('Folder/Inside.pdf', 'x');
    const refused = await put(path, 'y');
    expect([refused.status, refused.body.error.code]).toEqual([status, code]);
  });
});

test('a library tells what lies in it, folders first', async () => {
  const site = await graph.call('GET', '/sites/example.sharepoint.com:/sites/travel-plan');
  const other = await graph.call('GET', `/sites/${site.body.id}/drive`);
  const put2 = async (path: string) =>
    fetch(`${graph.origin}/v1.0/drives/${other.body.id}/root:/${path}:/content`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await graph.world.identity.issueToken({ audience: 'graph' })}` },
      body: 'x',
    });
  for (const path of ['b.txt', 'a.txt', 'z/c.txt']) await put2(path);
  const { body } = await graph.call('GET', `/drives/${other.body.id}/root/children`);
  expect(body.value.map(({ name }: { name: string }) => name)).toEqual(['z', 'a.txt', 'b.txt']);
  const inside = await graph.call('GET', `/drives/${other.body.id}/root:/z:/children`);
  expect(inside.body.value.map(({ name }: { name: string }) => name)).toEqual(['c.txt']);
  const root = await graph.call('GET', `/drives/${other.body.id}/root`);
  expect(root.body.folder).toEqual({ childCount: 3 });
  // The other site's library has nothing of it.
  expect((await graph.call('GET', `${drive}/root:/a.txt`)).status).toBe(404);
});

describe('who may', () => {
  const app = '89ea5c94-7736-4e25-95ad-3fa95f62b66e';
  const tokenWith = (roles: readonly string[]) =>
    graph.world.identity.issueToken({ audience: 'graph', appId: app, roles });

  test.each([
    [['Sites.Read.All'], 403],
    [['Sites.ReadWrite.All'], 201],
    [['Sites.Selected'], 403],
  ])('an app with %j', async (roles, status) => {
    const answer = await put(`By ${roles[0]}.pdf`, 'x', await tokenWith(roles));
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.error.code).toBe('accessDenied');
  });

  test('an app that was let into the site by name may put documents there, and nowhere else', async () => {
    const token = await tokenWith(['Sites.Selected']);
    await graph.call('POST', `/sites/${graph.siteId}/permissions`, {
      authorization: `Bearer ${await graph.world.identity.issueToken({ audience: 'graph', appId: graph.world.directory.setupAppId })}`,
      body: {
        roles: ['write'],
        grantedToIdentities: [{ application: { id: app, displayName: 'Milepost' } }],
      },
    });
    expect((await put('Granted.pdf', 'x', token)).status).toBe(201);
    const elsewhere = await graph.call('GET', '/sites/example.sharepoint.com:/sites/utc-plan');
    const refused = await graph.call('GET', `/sites/${elsewhere.body.id}/drive`, {
      authorization: `Bearer ${token}`,
    });
    expect(refused.status).toBe(403);
  });
});

describe('faults', () => {
  test.each([
    [undefined, 403, 'accessDenied'],
    [423, 423, 'notAllowed'],
    [507, 507, 'quotaLimitReached'],
  ])('graph-document-refused with status %s', async (status, answered, code) => {
    graph.world.faults.set([{ kind: 'graph-document-refused', rate: 1, seed: 1, times: 1, status }]);
    const refused = await put('Refused.pdf', 'x');
    expect([refused.status, refused.body.error.code]).toEqual([answered, code]);
    expect((await graph.call('GET', `${drive}/root:/Refused.pdf`)).status).toBe(404);
    expect((await put('Refused.pdf', 'x')).status).toBe(201);
    const { body } = await graph.call('GET', `${drive}/root:/Refused.pdf`);
    await graph.call('DELETE', `${drive}/items/${body.id}`);
  });

  test('too many requests strike documents too, and say when to come back', async () => {
    graph.world.faults.set([{ kind: 'graph-throttle', rate: 1, seed: 1, times: 1 }]);
    const refused = await put('Later.pdf', 'x');
    expect([refused.status, refused.body.error.code]).toEqual([429, 'activityLimitReached']);
  });
});
