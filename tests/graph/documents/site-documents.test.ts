import { ClientSecretCredential } from '@azure/identity';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createGraphClient } from '../../../graph/client.ts';
import { openSiteDocuments, type SiteDocuments } from '../../../graph/documents/site-documents.ts';
import { findSite } from '../../../graph/sites.ts';
import { AppError } from '../../../plan/errors.ts';
import { watch } from '../../helpers/graph-contract.ts';
import { type Sandbox, startSandbox, trustCertificate } from '../../helpers/sandbox.ts';

const PDF = 'application/pdf';

let sandbox: Sandbox;
let documents: SiteDocuments;
const waits: number[] = [];
const network = watch(fetch);

beforeAll(async () => {
  sandbox = await startSandbox();
  trustCertificate(sandbox.certificatePem);
  const { tenantId, botAppId, clientSecret, site } = sandbox.directory;
  const client = createGraphClient({
    baseUrl: sandbox.graphUrl,
    credential: new ClientSecretCredential(tenantId, botAppId, clientSecret, {
      authorityHost: sandbox.graphUrl,
      disableInstanceDiscovery: true,
    }),
    appName: 'Milepost/0.0.0',
    clock: { nowMs: () => Date.now() + waits.reduce((sum, ms) => sum + ms, 0) },
    sleep: async (ms) => {
      waits.push(ms);
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    fetch: network.fetch,
    unitsPerMinute: 1_000_000,
  });
  const { id: siteId } = await findSite(client, `${site.hostname}:${site.path}`);
  documents = openSiteDocuments({ client, siteId });
});

afterAll(async () => {
  await sandbox?.stop();
  network.assertKept();
});

const setFaults = (faults: readonly object[]) =>
  fetch(`${sandbox.pageUrl}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });

const read = (path: string) => documents.read(path, { mostBytes: 1_000_000 });

/** Every byte there is, as a part of something larger. */
const BYTES = new Uint8Array(4096).map((_byte, at) => at % 256).subarray(1000, 2300);

test('what is put there is read back to the byte, wherever it lies', async () => {
  const path = 'Board reports/Owners’ group – 50% & more #1/Adroddiad Mehefin ł أ.pdf';
  const { webUrl } = await documents.upload({ path, bytes: BYTES, contentType: PDF });
  const there = await read(path);
  expect(Buffer.from(there?.bytes ?? []).equals(Buffer.from(BYTES))).toBe(true);
  const page = await fetch(webUrl);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
});

test('put again it stays one document, at one address', async () => {
  const document = { path: 'Board reports/Twice.pdf', contentType: PDF };
  const first = await documents.upload({ ...document, bytes: BYTES });
  const second = await documents.upload({ ...document, bytes: new Uint8Array([1, 2]) });
  expect(second).toEqual(first);
  expect(await read(document.path)).toEqual({ bytes: new Uint8Array([1, 2]) });
});

test('what is too large is not taken into memory, and said in words', async () => {
  const path = 'Board reports/Large.docx';
  await documents.upload({ path, bytes: BYTES, contentType: PDF });
  const refused = documents.read(path, { mostBytes: BYTES.length - 1 });
  await expect(refused).rejects.toMatchObject({
    code: 'BAD_INPUT',
    userMessage: expect.stringMatching(/Large\.docx” is larger than .* Put a smaller one/),
  });
});

test('what is not there is null', async () => {
  expect(await read('Board reports/Template.docx')).toBeNull();
});

test.each(['', '/a', 'a//b', '../a', 'a/..', 'a/b:c', 'a?b', ' a', 'a.', 'x'.repeat(500)])(
  '“%s” is no path, and nothing is asked',
  async (path) => {
    await expect(read(path)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  },
);

describe('an upload', () => {
  test.each([
    ['whose answer was lost', [{ kind: 'graph-reset', times: 1 }]],
    ['that was put off', [{ kind: 'graph-throttle', times: 1, retryAfterSeconds: 1 }]],
    ['during an outage', [{ kind: 'graph-outage', times: 1 }]],
  ])('%s is made again, and is there once', async (name, faults) => {
    await setFaults(faults);
    const path = `Again/${name}.pdf`;
    const { webUrl } = await documents.upload({ path, bytes: BYTES, contentType: PDF });
    expect(decodeURIComponent(webUrl).endsWith(path)).toBe(true);
    expect((await read(path))?.bytes.length).toBe(BYTES.length);
  });

  test.each([
    [403, /grant Milepost the role “write”/],
    [423, /Close it or check it in/],
    [507, /no room left/],
  ])('refused with %i says what to do, and is not made again', async (status, words) => {
    await setFaults([{ kind: 'graph-document-refused', status }]);
    const waited = waits.length;
    const refused = await documents
      .upload({ path: 'Refused.pdf', bytes: BYTES, contentType: PDF })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({
      code: 'GRAPH',
      userMessage: expect.stringMatching(words),
      details: { status },
    });
    expect(waits.length).toBe(waited);
    await setFaults([]);
    expect(await read('Refused.pdf')).toBeNull();
  });
});
