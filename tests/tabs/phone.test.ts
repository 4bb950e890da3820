import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { buildTabIfStale } from './built-tab.ts';
import { longAnswers } from './long-plan.ts';
import { ok, withTab } from './open-tab.ts';
import { pageFaults } from './page-faults.ts';

let browser: Browser;
beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const hasFocus = (found: Locator) => found.evaluate((element) => element === document.activeElement);

/** How far down the page an element ends. */
const bottomOf = async (found: Locator) => {
  const box = await found.boundingBox();
  return (box?.y ?? Number.NaN) + (box?.height ?? Number.NaN);
};

async function sizeTo(page: Page, tab: Frame, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await tab.waitForFunction((width) => window.innerWidth === width, size.width);
}

describe('on a phone', () => {
  test('the sentence and the figures are on the first screen', () =>
    withTab(browser, { width: 320 }, async ({ page, tab }) => {
      const figures = tab.getByRole('group', { name: 'Recommendations by colour' });
      await figures.waitFor();
      for (const size of [
        { width: 320, height: 640 },
        { width: 390, height: 844 },
      ]) {
        await sizeTo(page, tab, size);
        expect(await bottomOf(figures)).toBeLessThan(size.height);
      }
    }));

  test('days and files are behind a button that says whether they are open, and closes by Escape', () =>
    withTab(browser, { width: 390 }, async ({ page, tab, server }) => {
      const opener = tab.getByRole('button', { name: 'Days and files' });
      await opener.waitFor();
      expect(await tab.getByLabel('As it stood on').isVisible()).toBe(false);
      expect(await opener.getAttribute('aria-expanded')).toBe('false');
      await opener.press('Enter');
      expect(await opener.getAttribute('aria-expanded')).toBe('true');
      // What is opened comes next.
      await page.keyboard.press('Tab');
      expect(await hasFocus(tab.getByLabel('As it stood on'))).toBe(true);
      await tab.getByRole('combobox', { name: 'Compared with' }).selectOption('2022-03-14');
      server.answers.set('/plans/alp/export', ok('the plan'));
      await Promise.all([
        page.waitForEvent('download'),
        tab.getByRole('button', { name: 'Export to CSV' }).click(),
      ]);
      expect(await pageFaults(tab)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await tab.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
      expect(await hasFocus(opener)).toBe(true);
    }));

  test('the pages are links, most behind a button; the one followed is in sight, marked, and has the focus', () =>
    withTab(browser, { width: 320, answers: longAnswers() }, async ({ tab }) => {
      const pages = tab.getByRole('navigation', { name: 'Views of the plan' });
      const opener = pages.getByRole('button', { name: 'More pages' });
      await opener.waitFor();
      expect(await pages.getByRole('link').allInnerTexts()).toEqual(['Plan on a page', 'Timeline']);
      expect((await pages.boundingBox())?.height).toBeLessThan(50);
      await opener.press('Enter');
      expect(await pages.getByRole('link').count()).toBe(10);
      expect(await pageFaults(tab)).toEqual([]);
      const groups = pages.getByRole('link', { name: 'Groups' });
      await groups.press('Enter');
      await tab.getByRole('heading', { name: /^Groups/ }).waitFor();
      expect(await pages.getByRole('link').allInnerTexts()).toEqual(['Plan on a page', 'Groups']);
      expect(await groups.getAttribute('aria-current')).toBe('page');
      expect(await hasFocus(groups)).toBe(true);
    }));

  test('the whole timeline is in sight, its months beside their lines', () =>
    withTab(browser, { width: 320, subPage: 'alp?view=timeline' }, async ({ tab }) => {
      const chart = tab.getByRole('group', { name: /now expected$/ }).first();
      await chart.waitFor();
      const widths = await tab
        .getByRole('region', { name: 'Timeline', exact: true })
        .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
      expect(widths[0]).toBe(widths[1]);
      const words = chart.locator('text').filter({ hasText: /^[A-Z][a-z]{2}( \d{4})?$/ });
      expect(await words.allTextContents()).toEqual(['Jan 2022', 'Apr', 'Jul']);
      const [line, word] = await Promise.all([
        chart.locator('g:has(text) line').nth(1).boundingBox(),
        words.nth(1).boundingBox(),
      ]);
      expect(word?.x).toBeGreaterThan(line?.x ?? Number.NaN);
    }));
});
