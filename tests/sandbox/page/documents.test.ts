import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findFaults } from './find-faults.ts';
import { openPageTrial, type PageTrial } from './open-page.ts';

let trial: PageTrial;
let webUrl = '';
beforeAll(async () => {
  trial = await openPageTrial();
  webUrl = await putAsApp('Board reports/Digital, data/June report.pdf', '%PDF-1.7 of the app');
});
afterAll(() => trial.close());

/** Puts a document there as the app does; answers where people open it. */
async function putAsApp(path: string, content: string): Promise<string> {
  const { pageUrl, directory } = trial.sandbox;
  const tokenAnswer = await fetch(`${pageUrl}/sandbox/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ audience: 'graph' }),
  });
  const { token } = (await tokenAnswer.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const graph = `${pageUrl}/graph/v1.0`;
  const { hostname, path: sitePath } = directory.site;
  const drive = (await (
    await fetch(`${graph}/sites/${hostname}:${sitePath}:/drive`, { headers })
  ).json()) as {
    id: string;
  };
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const put = await fetch(`${graph}/drives/${drive.id}/root:/${encoded}:/content`, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/pdf' },
    body: content,
  });
  return ((await put.json()) as { webUrl: string }).webUrl;
}

test('a newcomer finds a document, folder by folder, and downloads it', async () => {
  const page = await trial.open('?persona=plan-manager#/lists');
  await page.getByRole('navigation', { name: 'Apps' }).getByRole('link', { name: 'Files' }).click();
  await page.getByRole('link', { name: 'Board reports' }).click();
  await page.getByRole('link', { name: 'Digital, data' }).click();
  expect(await findFaults(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download June report.pdf' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('June report.pdf');
  expect(await readFile(await download.path(), 'utf8')).toBe('%PDF-1.7 of the app');
  await page.getByRole('navigation', { name: 'Folder' }).getByRole('link', { name: 'Documents' }).click();
  await page.getByRole('link', { name: 'Board reports' }).waitFor();
  await page.context().close();
});

test('the address of a document leads to it in its folder, and a new version comes by itself', async () => {
  const page = await trial.open(webUrl.slice(trial.sandbox.pageUrl.length + 1));
  const row = page.locator('tr[aria-current="true"]');
  await row.getByText('June report.pdf').waitFor();
  await row.getByText('19 bytes').waitFor();
  await putAsApp('Board reports/Digital, data/June report.pdf', 'longer than it was before');
  await row.getByText('25 bytes').waitFor();
  const open = row.getByRole('link', { name: 'Open June report.pdf' });
  const answer = await fetch((await open.getAttribute('href')) ?? '');
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toMatch(/^inline/);
  await page.context().close();
});

test('a file is put into the folder that is open; what cannot be put there is said', async () => {
  const page = await trial.open('?persona=plan-manager#/files/Board%20reports', {
    viewport: { width: 360, height: 740 },
  });
  const upload = async (name: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Upload' }).click(),
    ]);
    await chooser.setFiles([{ name, mimeType: '', buffer: Buffer.from('template') }]);
  };
  await upload('Template.docx');
  await page.getByRole('link', { name: 'Download Template.docx' }).waitFor();
  await upload('Digital, data');
  await page.getByRole('alert').getByText('already exists').waitFor();
  expect(await findFaults(page)).toEqual([]);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWide).toBe(false);
  await page.context().close();
});

test('a folder that is not there is said, and nothing else was complained of', async () => {
  const page = await trial.open('#/files/Nowhere');
  await page.getByRole('alert').getByText('could not be found').waitFor();
  const complaints = trial.complaints.filter((text) => !/404|409/.test(text));
  expect(complaints).toEqual([]);
  await page.context().close();
});
