import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { accessibilityFaults } from './axe.ts';
import { buildTabIfStale } from './built-tab.ts';
import { ok, PLAN_PATH, withTab } from './open-tab.ts';
import { sampleOverview } from './sample-overview.ts';

let browser: Browser;
beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The server says that another build of the tab belongs to it. */
const OTHER_BUILD = { 'x-milepost-build': 'index-of-tomorrow' };
const VIEW_FILE = '**/assets/timeline-view*.js';

describe('after an upgrade', () => {
  test('the page says so and offers to reload, which keeps the address', () =>
    withTab(browser, {}, async ({ tab, server }) => {
      await tab.getByText(sampleOverview().headline).waitFor();
      await tab.getByRole('combobox', { name: 'Colour' }).selectOption('Red');
      await tab.getByText('Showing 2 of 10 recommendations.').waitFor();
      server.answers.set(PLAN_PATH, { ...ok(sampleOverview()), headers: OTHER_BUILD });
      server.tell();
      await tab.getByText('Milepost was updated.').waitFor();
      expect(await accessibilityFaults(tab)).toEqual([]);
      server.answers.set(PLAN_PATH, ok(sampleOverview()));
      await tab.getByRole('button', { name: 'Reload' }).click();
      await tab.getByText('Milepost was updated.').waitFor({ state: 'detached' });
      await tab.getByText('Showing 2 of 10 recommendations.').waitFor();
      expect(new URL(tab.url()).hash).toBe('#colour=Red');
    }));

  test('a view whose file is gone is no blank page', () =>
    withTab(
      browser,
      { answers: { '/sign-in': { ...ok({}), headers: OTHER_BUILD } } },
      async ({ tab, page }) => {
        await page.route(VIEW_FILE, (route) => route.fulfill({ status: 404, body: 'gone' }));
        await tab.getByRole('link', { name: 'Timeline' }).click();
        await tab.getByRole('heading', { name: 'Milepost was updated' }).waitFor();
        expect(await accessibilityFaults(tab)).toEqual([]);
        await page.unroute(VIEW_FILE);
        await tab.getByRole('alert').locator('..').getByRole('button', { name: 'Reload' }).click();
        await tab.getByRole('heading', { name: 'Milepost was updated' }).waitFor({ state: 'detached' });
        expect(new URL(tab.url()).hash).toBe('#view=timeline');
      },
    ));
});

test('a view that cannot be fetched for another reason says so, and the others work', () =>
  withTab(browser, {}, async ({ tab, page }) => {
    await page.route(VIEW_FILE, (route) => route.abort());
    await tab.getByRole('link', { name: 'Timeline' }).click();
    await tab.getByRole('heading', { name: 'This view could not be fetched' }).waitFor();
    await tab.getByRole('link', { name: 'Plan on a page' }).click();
    await tab.getByText(sampleOverview().headline).waitFor();
  }));
