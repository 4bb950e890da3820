import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Frame } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { accessibilityFaults } from './axe.ts';
import { buildTabIfStale } from './built-tab.ts';
import { ok, PLAN_PATH, withTab } from './open-tab.ts';
import { sampleItem, sampleOverview } from './sample-overview.ts';

let browser: Browser;

beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});

afterAll(() => browser.close());

const hashOf = (tab: Frame) => new URL(tab.url()).hash;
/** To the plan on a page, as the browser's own button does. */
async function goBack(tab: Frame): Promise<void> {
  await tab.evaluate(() => history.back());
  await tab.getByRole('heading', { name: 'Asked of the board' }).waitFor();
}
const wordsIn = async (tab: Frame, region: string) =>
  (await tab.getByRole('region', { name: region }).innerText()).replaceAll(/\s+/g, ' ');

describe('the plan on a page', () => {
  test('says what is asked, what changed and why, what slips, who blocks, what contradicts itself', () =>
    withTab(browser, {}, async ({ tab }) => {
      await tab.getByRole('heading', { name: 'Asked of the board' }).waitFor();
      expect(await wordsIn(tab, 'Asked of the board')).toMatch(
        /Overdue Clear expectations .* clarified\. Overdue since 31 Jan 2022\. No reason given yet\. SEND group .*Finance: access .* waiting on Finance/,
      );
      expect(await wordsIn(tab, 'Changed since Mon 7 Mar 2022')).toMatch(
        /Green → to R Red A date passed; .*Mar 2022 → to Apr 2022 “Two schools still to comment”/,
      );
      expect(await wordsIn(tab, 'Slipping most')).toContain(
        'Mar 2022 → Apr 2022 · 30 days later · “Two schools still to comment”',
      );
      expect(await wordsIn(tab, 'Blocked, and by whom')).toContain('Waiting on Finance: 1');
      expect(await wordsIn(tab, 'Stated and computed colours disagree')).toMatch(
        /Stated R Red the dates say G Green/,
      );
      expect(await wordsIn(tab, 'Measures against target')).toMatch(
        /121 placements of 450 by Sep 2023 78 at the start · Read on 14 Mar 2022 At its pace since 14 Feb 2022: 625/,
      );
    }));

  test('has figures that open their items, and can be gone back from', () =>
    withTab(browser, {}, async ({ tab }) => {
      const ofAll = tab.getByRole('list', { name: 'Of all open items, actions and milestones too' });
      await ofAll.getByRole('link', { name: /^1 Overdue/ }).click();
      expect(hashOf(tab)).toBe('#view=items&show=overdue');
      await tab.getByRole('combobox', { name: 'Only' }).waitFor();
      await goBack(tab);
      await tab.getByRole('link', { name: /^2 Red \(1 more than before\)/ }).click();
      expect(hashOf(tab)).toBe('#view=items&list=Recommendations&colour=Red');
      await goBack(tab);
      const row = tab
        .getByRole('table', { name: /each theme have which colour/ })
        .getByRole('row')
        .nth(2);
      await row.getByRole('link').nth(2).click();
      const address = new URLSearchParams(hashOf(tab).slice(1));
      expect(Object.fromEntries(address)).toEqual({
        view: 'items',
        list: 'Recommendations',
        theme: 'Improve ALP data and finance monitoring and reporting',
        colour: 'Red',
      });
      await goBack(tab);
      await tab.getByRole('link', { name: '5 of In progress' }).click();
      expect(hashOf(tab)).toBe('#view=items&list=Recommendations&stage=In+progress');
    }));

  test('of a part of the plan tells of that part, beside the whole', () =>
    withTab(browser, { subPage: 'alp?group=Data' }, async ({ tab }) => {
      const summary = tab.getByRole('region', { name: 'Summary' });
      await summary.getByText('This part of the plan: Data').waitFor();
      const words = (await summary.innerText()).replaceAll(/\s+/g, ' ');
      expect(words).toContain(`The whole plan: ${sampleOverview().headline}`);
      const data = sampleOverview()
        .themes.flatMap(({ items }) => items)
        .filter(({ groupName }) => groupName === 'Data');
      await summary.getByRole('link', { name: `${data.length} of 10 in all` }).click();
      await tab
        .getByRole('heading', { name: `Recommendations · Data · ${data.length} of 11 items` })
        .waitFor();
      expect(await accessibilityFaults(tab)).toEqual([]);
    }));

  test('is short: of a long list its first entries, and a way to all of them', () =>
    withTab(
      browser,
      {
        answers: {
          [PLAN_PATH]: ok({
            ...sampleOverview(),
            overdue: Array.from({ length: 7 }, (_, index) => ({
              ...sampleItem(3),
              ref: { list: 'Recommendations', key: `late-${index}` },
            })),
          }),
        },
      },
      async ({ tab }) => {
        const overdue = tab.getByRole('region', { name: 'Overdue' });
        await overdue.waitFor();
        expect(await overdue.getByRole('listitem').count()).toBe(5);
        await overdue.getByRole('link', { name: /^Show all 7/ }).click();
        expect(hashOf(tab)).toBe('#view=items&show=overdue');
      },
    ));

  test('of a plan in good order says so in a line, without empty cards', () =>
    withTab(
      browser,
      {
        answers: {
          [PLAN_PATH]: ok({
            ...sampleOverview(),
            themes: [],
            milestones: [],
            asked: [],
            slipping: [],
            blocked: [],
            overdue: [],
            moved: [],
            measures: [],
            groups: [],
          }),
        },
      },
      async ({ tab }) => {
        await tab.getByText('In good order: nothing is later than promised; nothing is overdue;').waitFor();
        await tab.getByText('Nothing is asked of the board.').waitFor();
        expect(await tab.getByRole('heading', { name: 'Overdue' }).count()).toBe(0);
        expect(await accessibilityFaults(tab)).toEqual([]);
      },
    ));
});

describe('an item’s story', () => {
  test('tells sign-offs, what matters most, and gives a link through Teams', () =>
    withTab(browser, { subPage: 'alp/Recommendations/r2', canShare: true }, async ({ page, tab }) => {
      const panel = tab.getByRole('dialog', { name: 'Recommendation 2' });
      await panel.getByRole('heading', { name: 'Sign-offs' }).waitFor();
      const words = (await panel.innerText()).replaceAll(/\s+/g, ' ');
      expect(words).toContain(
        'Parents and carers: Agreed with conditions Conditions: “Say it in plain words” Some saw it otherwise: “Three thought it too slow” 10 Mar 2022 · 12 people took part',
      );
      expect(words).toContain('Number 2 for Parents and carers');
      await panel.getByRole('button', { name: 'Copy link' }).click();
      await page.waitForFunction(() => globalThis.shared !== undefined);
      expect(await page.evaluate(() => globalThis.shared)).toEqual([
        'alp/Recommendations/r2',
        'Recommendation 2',
        undefined,
      ]);
    }));

  test('gives its address where Teams gives no link', () =>
    withTab(browser, { subPage: 'alp/Recommendations/r2' }, async ({ tab, server }) => {
      // Nor does the browser let it be copied.
      await tab.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: () => Promise.reject(new Error()) },
        });
      });
      await tab.getByRole('button', { name: 'Copy link' }).click();
      expect(await tab.getByLabel('Copy this link:').inputValue()).toBe(
        `${server.tabUrl}#plan=alp&item=Recommendations/r2`,
      );
      expect(await accessibilityFaults(tab)).toEqual([]);
    }));

  test('of an item that is not there says so, with a way back to the plan', () =>
    withTab(browser, { subPage: 'alp/Recommendations/r99' }, async ({ tab }) => {
      const panel = tab.getByRole('dialog', { name: 'Not in this plan' });
      await panel.getByRole('button', { name: 'Back to the plan' }).click();
      await panel.waitFor({ state: 'detached' });
      expect(hashOf(tab)).toBe('#plan=alp');
    }));
});

declare global {
  /** Of the page that stands in for Teams: the link last shared. */
  var shared: readonly unknown[] | undefined;
}
