import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { accessibilityFaults } from './axe.ts';
import { buildTabIfStale } from './built-tab.ts';
import { LISTS_PATH, LIVE_PATH, ok, PLAN_PATH, refused, withTab } from './open-tab.ts';
import { sampleListsState } from './sample-lists-state.ts';
import { sampleOverview } from './sample-overview.ts';
import { sampleSettings } from './sample-settings.ts';

let browser: Browser;

beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});

afterAll(() => browser.close());

const CHIP = /^2, Amber/;

describe('the plan on a page', () => {
  test('shows the plan: headline, figures and the moment they stand for', () =>
    withTab(browser, {}, async ({ tab, server, complaints }) => {
      await tab.getByRole('heading', { level: 1, name: sampleOverview().planName }).waitFor();
      const figures = tab.getByRole('group', { name: 'Recommendations by colour' });
      await figures.waitFor();
      expect(
        (await figures.getByRole('link').allInnerTexts()).map((words) => words.split(/\s+/).join(' ')),
      ).toEqual([
        '2 ✓ complete (as many as before)',
        '4 G Green ▼ 1 (1 fewer than before)',
        '1 A Amber (as many as before)',
        '2 R Red ▲ 1 (1 more than before)',
        '1 – no colour (as many as before)',
        '10 in all',
      ]);
      expect(await tab.getByText(sampleOverview().headline).count()).toBe(1);
      expect(await tab.getByText('Mon 21 Mar 2022, 09:00').count()).toBe(1);
      expect([...server.tokens]).toEqual(['Bearer token-of-u1']);
      expect(complaints).toEqual([]);
    }));

  test('puts a slipped item where it is expected, with a ghost where it was first due', () =>
    withTab(browser, {}, async ({ tab }) => {
      const table = tab.getByRole('table', { name: /^Every recommendation by theme/ });
      await table.waitFor();
      const headers = await table.getByRole('columnheader').allInnerTexts();
      expect(headers).toEqual([
        'Theme',
        'Complete',
        'Jan 2022',
        'Mar 2022 · now',
        'Apr 2022',
        'Sep 2022',
        'No date',
      ]);
      const cells = table.getByRole('row', { name: /^Work with schools/ }).getByRole('cell');
      const wordsOf = async (column: number) => (await cells.nth(column).innerText()).replaceAll(/\s+/g, ' ');
      expect(await wordsOf(2)).toMatch(/^G 21 21, Green\. A review .* 2 was first due here$/);
      expect(await wordsOf(3)).toMatch(
        /^→ A 2 2, Amber\. Protocols .* Expected Apr 2022, first due Mar 2022$/,
      );
    }));

  test('narrows down by colour and group, and keeps the choice in the address', () =>
    withTab(browser, {}, async ({ tab }) => {
      await tab.getByRole('combobox', { name: 'Colour' }).selectOption('Red');
      await tab.getByText('Showing 2 of 10 recommendations.').waitFor();
      await tab.getByRole('combobox', { name: 'Group' }).selectOption('Data');
      await tab.getByText('Showing 1 of 10 recommendations.').waitFor();
      expect(new URL(tab.url()).hash).toBe('#group=Data&colour=Red');
      await tab.getByRole('button', { name: 'Show all', exact: true }).click();
      await tab.getByRole('button', { name: CHIP }).first().waitFor();
      expect(new URL(tab.url()).hash).toBe('');
    }));

  test('has no sideways scroll on the narrowest phone', () =>
    withTab(browser, { width: 320 }, async ({ tab }) => {
      await tab.getByRole('heading', { name: 'Key to the colours' }).waitFor();
      const widths = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(widths).toEqual([320, 320]);
    }));

  test('prints in the light theme whatever the screen shows', () =>
    withTab(browser, { theme: 'dark' }, async ({ tab }) => {
      const heading = tab.getByRole('heading', { level: 1, name: sampleOverview().planName });
      await heading.waitFor();
      const colour = () => heading.evaluate((element) => getComputedStyle(element).color);
      expect(await colour()).toBe('rgb(255, 255, 255)');
      await tab.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      expect(await colour()).toBe('rgb(36, 36, 36)');
      await tab.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      expect(await colour()).toBe('rgb(255, 255, 255)');
    }));
});

test('offers the other plans, and shows the one that is chosen', () =>
  withTab(
    browser,
    {
      answers: {
        '/plans': ok({
          plans: [
            { planId: 'alp', planName: 'First plan' },
            { planId: 'send', planName: 'Second plan' },
          ],
        }),
        '/plans/send/overview': ok({ ...sampleOverview(), planId: 'send', headline: 'This is the second.' }),
      },
    },
    async ({ tab }) => {
      await tab.getByRole('combobox', { name: 'Plan' }).selectOption('Second plan');
      await tab.getByText('This is the second.').waitFor();
      expect(new URL(tab.url()).hash).toBe('#plan=send');
    },
  ));

test('keeps what it shows while Teams gives no token, as without a network', () =>
  withTab(browser, {}, async ({ page, tab }) => {
    const headline = tab.getByText(sampleOverview().headline);
    await headline.waitFor();
    const cutOff = (isCutOff: boolean) =>
      page.evaluate((is) => {
        globalThis.isCutOff = is;
      }, isCutOff);
    await cutOff(true);
    await tab.evaluate(() => window.dispatchEvent(new Event('focus')));
    await tab.getByText('Not connected: shown as of Mon 21 Mar 2022, 09:00.').waitFor();
    expect(await headline.count()).toBe(1);
    await cutOff(false);
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByText('Not connected').waitFor({ state: 'detached' });
  }));

test('leads from a plan that is not there to one that is', () =>
  withTab(browser, { subPage: 'gone' }, async ({ tab }) => {
    const { planName } = sampleOverview();
    await tab.getByRole('heading', { name: 'The plan cannot be shown' }).waitFor();
    // Nothing is there to be taken away.
    expect(await tab.getByRole('button', { name: 'Export to Excel' }).count()).toBe(0);
    await tab.getByRole('button', { name: `Show ${planName}` }).click();
    await tab.getByText(sampleOverview().headline).waitFor();
    expect(new URL(tab.url()).hash).toBe('#plan=alp');
  }));

describe('for plan managers', () => {
  const heading = { name: 'SharePoint lists that need you' };

  test('says what to put right in SharePoint, with links to the rows', () =>
    withTab(
      browser,
      { answers: { [LISTS_PATH]: ok({ lists: sampleListsState() }) } },
      async ({ tab, server }) => {
        await tab.getByRole('heading', heading).waitFor();
        const section = tab.getByRole('region', heading);
        expect(await section.getByText('The list “Actions” has no column “Stage” any more.').count()).toBe(1);
        expect(await section.getByText('Ask IT to run “npm run provision”.').count()).toBe(1);
        await section.getByRole('heading', { name: 'Rows that need attention: 12' }).waitFor();
        const link = section.getByRole('link', { name: 'SEND group owner' });
        expect(await link.getAttribute('href')).toBe(
          'https://example.sharepoint.com/sites/alp/Lists/Owners/DispForm.aspx?ID=2',
        );
        // An address that is not of the web is no link.
        expect(await section.getByRole('link').allInnerTexts()).toEqual([
          'See for whom',
          'SEND group owner',
          'Try again or give up',
        ]);
        expect(await section.innerText()).not.toContain('Write “');
        expect(await section.getByText('SharePoint refused 2 changes.').count()).toBe(1);
        expect(await accessibilityFaults(tab)).toEqual([]);

        server.answers.set(
          LISTS_PATH,
          ok({
            lists: { ...sampleListsState(), troubles: [], attention: [], attentionCount: 0, refusedCount: 0 },
          }),
        );
        await tab.evaluate(() => window.dispatchEvent(new Event('focus')));
        await section.waitFor({ state: 'detached' });
      },
    ));

  test('leads to where it is settled', () => {
    const { viewer, ...overview } = sampleOverview();
    const answers = {
      [PLAN_PATH]: ok({ ...overview, viewer: { ...viewer, isPlanManager: true } }),
      [LISTS_PATH]: ok({ lists: sampleListsState() }),
      '/plans/alp/settings': ok(sampleSettings()),
    };
    return withTab(browser, { answers }, async ({ tab }) => {
      await tab.getByRole('link', { name: 'Try again or give up' }).click();
      await tab.getByRole('heading', { name: 'Changes that SharePoint refused: 2' }).waitFor();
      // Nothing is told twice.
      expect(await tab.getByRole('heading', heading).count()).toBe(0);
      await tab.getByRole('link', { name: 'See for whom' }).click();
      await tab.getByRole('link', { name: 'Deliveries' }).and(tab.locator('[aria-current=page]')).waitFor();
    });
  });

  test('is not there for anybody else, nor when it cannot be asked for', () =>
    withTab(browser, {}, async ({ tab, server }) => {
      await tab.getByText(sampleOverview().headline).waitFor();
      expect(await tab.getByRole('heading', heading).count()).toBe(0);
      server.answers.set(LISTS_PATH, refused(503, 'secret words'));
      await tab.evaluate(() => window.dispatchEvent(new Event('focus')));
      await tab.getByRole('heading', { name: 'Key to the colours' }).waitFor();
      expect(await tab.getByText('secret words').count()).toBe(0);
      expect(await tab.getByText(sampleOverview().headline).count()).toBe(1);
    }));

  test('fits the narrowest phone', () =>
    withTab(
      browser,
      { width: 320, answers: { [LISTS_PATH]: ok({ lists: sampleListsState() }) } },
      async ({ tab }) => {
        await tab.getByRole('heading', heading).waitFor();
        const widths = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        expect(widths).toEqual([320, 320]);
      },
    ));
});

describe("an item's story", () => {
  test('opens from a chip with its history and reasons, and gives the focus back', () =>
    withTab(browser, {}, async ({ page, tab }) => {
      const chip = tab
        .getByRole('table', { name: /^Every recommendation/ })
        .getByRole('button', { name: CHIP });
      await chip.click();
      const panel = tab.getByRole('dialog', { name: 'Recommendation 2' });
      await panel.getByRole('heading', { name: 'History' }).waitFor();
      const entries = await panel
        .getByRole('list', { name: 'History' })
        .getByRole('listitem')
        .allInnerTexts();
      expect(entries[0]).toContain('Forecast: Mar 2022 → Apr 2022');
      expect(entries[0]).toContain('Why: Two schools still to comment');
      expect(entries[1]).toContain('Note: First draft is with four schools');
      expect(
        await panel.getByRole('link', { name: 'Open the row in SharePoint' }).getAttribute('href'),
      ).toContain('DispForm');
      expect(new URL(tab.url()).hash).toBe('#item=Recommendations/r2');
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      expect(await chip.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(new URL(tab.url()).hash).toBe('');
    }));

  test('opens from a deep link', () =>
    withTab(browser, { subPage: 'alp/Recommendations/r2' }, async ({ tab }) => {
      await tab.getByRole('dialog', { name: 'Recommendation 2' }).getByText('Why: Two schools').waitFor();
    }));

  test('says so when the item is not in the plan', () =>
    withTab(browser, { subPage: 'alp/Recommendations/r99' }, async ({ tab }) => {
      await tab
        .getByRole('dialog', { name: 'Not in this plan' })
        .getByText('This is not in the plan')
        .waitFor();
    }));
});

test('takes the whole plan away as a file, with the person’s token', () =>
  withTab(browser, {}, async ({ page, tab, server, complaints }) => {
    server.answers.set('/plans/alp/export', {
      status: 200,
      body: 'the plan',
      headers: { 'content-disposition': "attachment; filename*=UTF-8''ALP%20plan%202022.xlsx" },
    });
    const button = tab.getByRole('button', { name: 'Export to Excel' });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe('ALP plan 2022.xlsx');
    expect(await readFile(await download.path(), 'utf8')).toBe('"the plan"');
    expect([...server.tokens]).toEqual([expect.stringMatching(/^Bearer /)]);

    server.answers.set('/plans/alp/export', refused(403, 'You are no longer in this plan.'));
    await tab.getByRole('button', { name: 'Export to CSV' }).click();
    await tab.getByText('The plan could not be exported. You are no longer in this plan.').waitFor();
    expect(complaints).toEqual([]);
  }));

describe('when something is wrong', () => {
  test('a refusal is told in the words of the server, and can be tried again', () =>
    withTab(
      browser,
      {
        answers: {
          [PLAN_PATH]: refused(403, 'You are not in this plan. Ask its plan manager.'),
          [LIVE_PATH]: refused(403, 'You are not in this plan. Ask its plan manager.'),
        },
      },
      async ({ tab, server }) => {
        await tab.getByText('You are not in this plan. Ask its plan manager.').waitFor();
        server.answers.set(PLAN_PATH, ok(sampleOverview()));
        await tab.getByRole('button', { name: 'Try again' }).click();
        await tab.getByText(sampleOverview().headline).waitFor();
      },
    ));

  test('a failed refresh keeps the plan and says of when it is; a refusal takes it away', () =>
    withTab(browser, {}, async ({ tab, server }) => {
      const comeBack = () => tab.evaluate(() => window.dispatchEvent(new Event('focus')));
      const headline = tab.getByText(sampleOverview().headline);
      await headline.waitFor();
      server.answers.set(PLAN_PATH, refused(500, 'secret words'));
      await comeBack();
      await tab.getByText('Could not refresh, showing Mon 21 Mar 2022, 09:00.').waitFor();
      expect(await headline.count()).toBe(1);
      expect(await tab.getByText('secret words').count()).toBe(0);
      server.answers.set(PLAN_PATH, ok({ ...sampleOverview(), headline: 'All is well.' }));
      await tab.getByRole('button', { name: 'Refresh now' }).click();
      await tab.getByText('All is well.').waitFor();
      expect(await tab.getByText('Could not refresh').count()).toBe(0);
      server.answers.set(PLAN_PATH, refused(403, 'You are no longer in this plan.'));
      await comeBack();
      await tab.getByText('You are no longer in this plan.').waitFor();
      expect(await tab.getByText('All is well.').count()).toBe(0);
    }));

  test('somebody in no plan is told whom to ask', () =>
    withTab(browser, { answers: { '/plans': ok({ plans: [] }) } }, async ({ tab }) => {
      await tab.getByRole('heading', { name: 'You are not in a plan yet' }).waitFor();
    }));
});

declare global {
  /** Of the page that stands in for Teams. */
  var isCutOff: boolean;
}
