import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPageTrial, type PageTrial } from './open-page.ts';

let trial: PageTrial;
let graph: Awaited<ReturnType<typeof openGraph>>;
beforeAll(async () => {
  trial = await openPageTrial();
  graph = await openGraph(trial);
});
afterAll(() => trial.close());

/** Graph through the page's own origin, as the app. */
async function openGraph({ sandbox }: PageTrial) {
  const tokenAnswer = await fetch(`${sandbox.pageUrl}/sandbox/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ audience: 'graph' }),
  });
  const { token } = (await tokenAnswer.json()) as { token: string };
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${sandbox.pageUrl}/graph/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as { id: string; fields: Record<string, unknown> };
  };
  const { hostname, path } = sandbox.directory.site;
  const { id } = await ask('GET', `/sites/${hostname}:${path}`);
  return { ask, site: `/sites/${id}` };
}

async function makeLists() {
  const { ask, site } = graph;
  const themes = await ask('POST', `${site}/lists`, {
    displayName: 'Themes',
    list: { template: 'genericList' },
  });
  const actions = await ask('POST', `${site}/lists`, {
    displayName: 'Actions',
    list: { template: 'genericList' },
    columns: [
      { name: 'Stage', choice: { choices: ['Not started', 'In progress'] } },
      { name: 'BaselineDue', dateTime: { format: 'dateOnly' } },
      { name: 'Theme', lookup: { listId: themes.id, columnName: 'Title' } },
      { name: 'Effort', number: {} },
    ],
  });
  const items = `${site}/lists/${actions.id}/items`;
  await ask('POST', `${site}/lists/${themes.id}/items`, { fields: { Title: 'Joint working' } });
  await ask('POST', items, {
    fields: { Title: 'Protocol', Stage: 'Not started', BaselineDue: '2022-07-31T12:00:00Z' },
  });
  return { items };
}

describe('the lists of the site', () => {
  test('are edited where they stand, every kind of column, and a link from SharePoint finds the row', async () => {
    const { items } = await makeLists();
    const page = await trial.open('sites/alp-improvement/Lists/Actions/DispForm.aspx?ID=1');
    await page.locator('tr[aria-current="true"][data-item-id="1"]').waitFor();
    expect(new URL(page.url()).hash).toBe('#/lists/Actions?item=1');
    await page.getByRole('button', { name: 'BaselineDue of row 1: Sun 31 Jul 2022' }).waitFor();

    const edit = async (column: string, fill: 'fill' | 'selectOption', value: string, shown = value) => {
      await page.getByRole('button', { name: new RegExp(`^${column} of row 1:`) }).click();
      const editor = page.getByLabel(`${column} of row 1`, { exact: true });
      await editor[fill](value);
      await editor.press('Enter');
      await page.getByRole('button', { name: `${column} of row 1: ${shown}`, exact: true }).waitFor();
      await page.getByText('Saving…').waitFor({ state: 'detached' });
    };
    await edit('Title', 'fill', 'Joint protocol');
    await edit('Stage', 'selectOption', 'In progress');
    await edit('BaselineDue', 'fill', '2022-09-30', 'Fri 30 Sep 2022');
    await edit('Theme', 'selectOption', '1', 'Joint working');
    await edit('Effort', 'fill', '3.5');
    const { fields } = await graph.ask('GET', `${items}/1?$expand=fields`);
    expect(fields).toMatchObject({
      Title: 'Joint protocol',
      Stage: 'In progress',
      ThemeLookupId: '1',
      Effort: 3.5,
    });

    await page.getByRole('button', { name: 'Versions of row 1' }).click();
    const versions = page.getByRole('dialog', { name: 'Versions of row 1' });
    await versions.getByText('Effort: 3.5').waitFor();
    await versions.getByRole('button', { name: 'Close' }).click();

    await page.getByRole('button', { name: 'Add a row' }).click();
    await page.getByRole('button', { name: 'Title of row 2: New row' }).waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Delete row 2' }).click();
    await page.locator('tr[data-item-id="2"]').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('never overwrite what somebody else changed meanwhile', async () => {
    const page = await trial.open('#/lists/Actions');
    await page.getByRole('button', { name: /^Title of row 1/ }).click();
    const editor = page.getByLabel('Title of row 1', { exact: true });
    await editor.fill('Mine');
    // The page is told of the other change, but must not yet have read it when this one is sent.
    await page.route('**/graph/v1.0/**', async (route) => {
      const request = route.request();
      await route.continue(
        request.method() === 'PATCH' ? { headers: { ...request.headers(), 'if-match': '"0,stale"' } } : {},
      );
    });
    await editor.press('Enter');
    await page.getByRole('alert').getByText('Somebody changed this row meanwhile').waitFor();
    await page.getByRole('button', { name: 'Title of row 1: Joint protocol' }).waitFor();
    await page.context().close();
  });
});
