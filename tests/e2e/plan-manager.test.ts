import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import type { Milepost } from '../helpers/milepost.ts';
import { startOnPostgres } from './on-postgres.ts';
import { openAs, type PersonaPage } from './pages.ts';
import { openSite, type Site } from './site.ts';

let browser: Browser;
let milepost: Milepost;
let site: Site;
let manager: PersonaPage;

beforeAll(async () => {
  [browser, milepost] = await Promise.all([openBrowser(), startOnPostgres()]);
  site = await openSite(milepost);
  manager = await openAs(browser, milepost, 'plan-manager');
  await manager.openChat();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await milepost?.close();
});

const card = (text: string) => manager.page.locator('[data-message-id]').filter({ hasText: text }).last();

describe('the SharePoint lists', () => {
  test('all well, it says so; a row written wrongly by hand is named, and its link opens the row', async () => {
    await manager.write('sharepoint');
    await card('✓ All is well.').waitFor();
    await site.edit('Recommendations', 12, { ForecastDue: '2202-03-31T00:00:00Z' });
    await milepost.control('POST', '/sandbox/clock', { advance: 'PT2M' });
    await card('SharePoint lists').getByRole('button', { name: 'Look again' }).click();
    await card('1 row needs a look.').getByText('Forecast due must be a date from 1990 to 2099.').waitFor();
    await card('1 row needs a look.')
      .getByRole('link', { name: /^Open Plan and fund ALP/ })
      .click();
    await manager.page.getByRole('heading', { name: 'Recommendations' }).waitFor();
    await manager.openChat();
  });
});

describe('the plan as a file', () => {
  test('is put where the person accepts it, and opened there', async () => {
    await manager.write('export csv');
    await manager.page.getByRole('button', { name: 'Accept' }).click();
    await manager.page.getByText('The file is in your OneDrive.').waitFor();
    const link = manager.page.getByRole('link', { name: /\.zip$/ });
    const [download] = await Promise.all([manager.page.waitForEvent('download'), link.click()]);
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
  });

  test('sent back changed, is shown first, and written when it is confirmed', async () => {
    const file = [
      'Number,Recommendation,Baseline due',
      '32,Tell every school what the ALP hub offers,30/04/2022',
    ].join('\n');
    await manager.sendFile('more.csv', file);
    const preview = card('more.csv: what importing it would do');
    await preview.getByText('1 new').waitFor();
    expect((await site.rows('Recommendations')).length).toBe(31);
    await preview.getByRole('button', { name: 'Import' }).click();
    await card('more.csv: the import has begun').waitFor();
    await site.waitForRow('Recommendations', (row) => row.Number === 32);
    await card('more.csv: imported').waitFor();
    expect((await site.rows('Recommendations')).length).toBe(32);
  });

  test('is not taken from anybody else', async () => {
    const owner = await openAs(browser, milepost, 'send-owner');
    await owner.openChat();
    await owner.sendFile('more.csv', 'Number,Recommendation\n33,Something else');
    await owner.page
      .getByText(/plan manager/i)
      .last()
      .waitFor();
    expect((await site.rows('Recommendations')).some(({ Number: number }) => number === 33)).toBe(false);
    await owner.close();
  });
});
