import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Frame } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { accessibilityFaults } from './axe.ts';
import { buildTabIfStale } from './built-tab.ts';
import { ok, PLAN_PATH, withTab } from './open-tab.ts';
import { makeItem } from './sample-item.ts';
import { sampleOverview } from './sample-overview.ts';

let browser: Browser;

beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});

afterAll(() => browser.close());

const goTo = (tab: Frame, hash: string) =>
  tab.evaluate((text) => {
    window.location.hash = text;
  }, hash);
const hashOf = (tab: Frame) => new URL(tab.url()).hash;

describe('all items', () => {
  const numbers = (tab: Frame) =>
    tab
      .locator('tbody tr button span:nth-child(2)')
      .allInnerTexts()
      .then((words) => words.join(' '));

  test('say what is shown, and are sorted by any column, either way, in the address', () =>
    withTab(browser, { subPage: 'alp?view=items' }, async ({ tab }) => {
      await tab.getByRole('heading', { name: 'All items · 11' }).waitFor();
      expect(await numbers(tab)).toBe('2 3 4 5 9 11 14 16 21 29 M1');
      await tab.getByRole('button', { name: 'Now expected' }).click();
      expect(await numbers(tab)).toBe('3 11 4 21 M1 2 5 14 16 9 29');
      await tab.getByRole('button', { name: 'Now expected' }).click();
      expect(hashOf(tab)).toBe('#plan=alp&view=items&sort=-expected');
      // What has no date comes last either way.
      expect(await numbers(tab)).toBe('14 16 2 5 4 21 M1 3 11 9 29');
      const head = tab.getByRole('columnheader', { name: 'Now expected' });
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      expect(await accessibilityFaults(tab)).toEqual([]);
    }));

  test('are searched by words, narrowed down, and there is a way on when nothing matches', () =>
    withTab(browser, { subPage: 'alp?view=items&show=overdue&group=SEND' }, async ({ tab }) => {
      await tab.getByRole('heading', { name: 'Overdue · SEND · 1 of 11 items' }).waitFor();
      await tab.getByRole('searchbox', { name: 'Words' }).fill('schools nowhere');
      await tab.getByText('Nothing in the plan matches all of this.').waitFor();
      expect(await accessibilityFaults(tab)).toEqual([]);
      await tab.getByRole('link', { name: 'Show everything' }).click();
      await tab.getByRole('heading', { name: 'All items · 11' }).waitFor();
      expect(await tab.getByRole('searchbox', { name: 'Words' }).inputValue()).toBe('');
      await tab.getByRole('searchbox', { name: 'Words' }).fill('two schools');
      await tab.getByRole('heading', { name: '“two schools” · 1 of 11 items' }).waitFor();
      expect(await numbers(tab)).toBe('2');
    }));

  test('are a list on a phone', () =>
    withTab(browser, { width: 320, subPage: 'alp?view=items' }, async ({ tab }) => {
      await tab.getByRole('combobox', { name: 'Sorted by' }).selectOption('Days later');
      expect(await tab.getByRole('table').count()).toBe(0);
      const first = tab.getByRole('region', { name: 'All items · 11' }).getByRole('listitem').first();
      expect(await first.innerText()).toContain('expected Apr 2022, first due Mar 2022');
      const widths = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(widths).toEqual([320, 320]);
      expect(await accessibilityFaults(tab)).toEqual([]);
    }));

  test('are all there when they are three hundred', () => {
    const items = Array.from({ length: 300 }, (_, at) =>
      makeItem({ number: at + 1, title: `Item ${at + 1}`, theme: 'Big', group: 'Data', due: '2022-03' }),
    );
    const [theme] = sampleOverview().themes;
    const answer = ok({ ...sampleOverview(), total: 300, themes: [{ ...theme, items }], milestones: [] });
    const open = { subPage: 'alp?view=items', answers: { [PLAN_PATH]: answer } };
    return withTab(browser, open, async ({ tab }) => {
      await tab.getByRole('heading', { name: 'All items · 300' }).waitFor();
      expect(await tab.locator('tbody tr').count()).toBe(300);
    });
  });
});

test('what is shown is asked for as a file, or the whole plan', () =>
  withTab(browser, { subPage: 'alp?view=items&show=overdue&sort=-later' }, async ({ page, tab, server }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.endsWith('/export')) asked.push(search);
    });
    server.answers.set('/plans/alp/export', { status: 200, body: 'rows' });
    await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Export to CSV' }).click(),
    ]);
    expect(asked).toEqual(['?format=csv&view=items&show=overdue&sort=-later']);
    await tab.getByRole('checkbox', { name: 'Export the whole plan, not only this page' }).check();
    await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Export to Excel' }).click(),
    ]);
    expect(asked.at(-1)).toBe('?format=xlsx');
  }));

describe('the timeline', () => {
  test('goes from mark to mark by arrow keys, and a mark opens the story', () =>
    withTab(browser, { subPage: 'alp?view=timeline' }, async ({ page, tab }) => {
      const chart = tab.getByRole('group', { name: /^Work with schools .* now expected$/ });
      await chart.waitFor();
      const marks = chart.getByRole('button');
      expect(await marks.count()).toBe(4);
      await marks.first().focus();
      await page.keyboard.press('End');
      expect(await marks.last().evaluate((mark) => mark === document.activeElement)).toBe(true);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await tab.getByRole('dialog', { name: 'Recommendation 2' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await accessibilityFaults(tab)).toEqual([]);
    }));

  test('is a table when asked, and goes by group', () =>
    withTab(browser, { subPage: 'alp?view=timeline' }, async ({ tab }) => {
      await tab.getByRole('button', { name: 'Show as table' }).click();
      const table = tab.getByRole('table', { name: 'Timeline' });
      expect(await table.getByRole('row').count()).toBe(12);
      await tab.getByRole('button', { name: 'Show by group' }).click();
      await tab.getByRole('heading', { name: 'Timeline by group' }).waitFor();
      expect(hashOf(tab)).toBe('#plan=alp&view=timeline&sort=group');
      await goTo(tab, '#view=timeline&colour=Red');
      await table.getByRole('row').nth(2).waitFor();
      expect(await table.getByRole('row').count()).toBe(3);
    }));
});

describe('the groups', () => {
  test('have their facts, figures that open items, and who answered as a drawing and a table', () => {
    const [send, schools] = sampleOverview().groups;
    const board = {
      ...schools,
      key: 'board',
      name: 'Programme Board',
      kind: 'Board',
      itemCount: 0,
      checkIns: [],
    };
    const channelUrl = 'https://teams.microsoft.com/l/channel/1';
    const answer = ok({ ...sampleOverview(), groups: [{ ...send, channelUrl }, schools, board] });
    const open = { subPage: 'alp?view=groups', answers: { [PLAN_PATH]: answer } };
    return withTab(browser, open, async ({ tab }) => {
      const groups = tab.getByRole('region', { name: 'Groups: 2' });
      const card = groups.getByRole('listitem').filter({ hasText: 'SEND group chair' });
      expect(await card.innerText()).toContain('Every 2 weeks on Mondays, 10:00');
      await card.getByRole('img', { name: 'SEND: answered at the last check-ins' }).waitFor();
      expect(await card.getByRole('table').getByRole('row').last().innerText()).toMatch(
        /21 Mar 2022\s+3\s+3/,
      );
      expect(await card.getByRole('link', { name: /^Open its channel in Teams/ }).count()).toBe(1);
      const boards = tab.getByRole('region', { name: 'Boards: 1' });
      expect(await boards.innerText()).toContain('Leads no items.');
      expect(await accessibilityFaults(tab)).toEqual([]);
      await card.getByRole('link', { name: /^1 Red\s+of SEND$/ }).click();
      await tab.getByRole('heading', { name: 'Red · SEND · 1 of 11 items' }).waitFor();
    });
  });
});
