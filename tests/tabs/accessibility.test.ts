import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { buildTabIfStale } from './built-tab.ts';
import { keyboardOf } from './keyboard.ts';
import { longAnswers, longPlan } from './long-plan.ts';
import { type OpenTab, ok, PLAN_PATH, withTab } from './open-tab.ts';
import { colourFaults, pageFaults, sizeFaults } from './page-faults.ts';
import { sampleSettings, saved } from './sample-settings.ts';

let browser: Browser;
beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 900 };
/** Each shows a page in one of its two shapes; the last is a window of 1,280 × 1,024 px at 400 %. */
const SIZES = [
  { size: DESKTOP, faultsIn: pageFaults },
  { size: { width: 768, height: 900 }, faultsIn: sizeFaults },
  { size: PHONE, faultsIn: pageFaults },
  { size: { width: 320, height: 256 }, faultsIn: sizeFaults },
];

/** What each theme paints its ground with, to know when it has come into force: none as the one before it. */
const THEMES = {
  dark: 'rgb(41, 41, 41)',
  contrast: 'rgb(0, 0, 0)',
  glass: 'rgb(41, 41, 41)',
  default: 'rgb(255, 255, 255)',
};
type Theme = keyof typeof THEMES;
/** Where each is looked at: between the two sizes nothing has other colours, and dark and glass have the same. */
const SIZES_OF_THEMES = [
  ['dark', [DESKTOP]],
  ['contrast', [DESKTOP, PHONE]],
  ['glass', [PHONE]],
] as const;

/** Where each page is, and a heading that stands on it once all of it is there. */
const PAGES = [
  ['the plan on a page', '', 'Key to the colours'],
  ['a past day', 'on=2022-03-14', 'Key to the colours'],
  ['a page narrowed down to nothing', 'colour=Amber&group=Data', 'Where every recommendation stands'],
  ['the timeline', 'view=timeline', 'Timeline by theme'],
  ['the groups', 'view=groups', 'Groups: 2'],
  ['all items', 'view=items', 'All items · 11'],
  ['the changes', 'view=changes', 'Day by day: 1'],
  ['the board reports', 'view=reports', 'Board reports'],
  ['a public note', 'view=reports&report=draft&paper=note', 'How sure we are'],
  ['a draft of a report', 'view=reports&report=draft', 'Key to the colours'],
  ['an easy-read summary', 'view=reports&report=draft&paper=easy-read', 'How our plan is going'],
  ['a report as page', 'view=reports&report=draft&paper=page', 'Key to the colours'],
  ['a posted report', 'view=reports&report=posted', 'Where it went'],
  ['a section that is edited', 'view=reports&report=draft&section=confidence', 'What comes next'],
  ['a report that is not there', 'view=reports&report=gone', 'The report cannot be shown'],
  ['a report as card', 'view=reports&report=draft&paper=card', 'Overall'],
  ['the measures', 'view=measures&section=placements', 'Weeks from request to plan'],
  ['what matters most', 'view=co-production', 'Children and young people'],
  ['a ranking', 'view=co-production&section=groups/rank/parents', 'What matters most to you'],
  ['the sign-offs', 'view=co-production&section=sign-off/ask', 'Who signs an item off'],
  [
    'a sign-off',
    'view=co-production&section=sign-off/agree/parents/Recommendations/r2',
    'What Parents and carers',
  ],
  ['the engagement log', 'view=co-production&section=log/complete/e1', 'Comments of groups'],
  ['you said, we did', 'view=co-production&section=you-said', 'You said, we did'],
  ['the deliveries', 'view=deliveries', 'Day by day'],
  ['a story', 'item=Recommendations/r2', 'History'],
  ['a story that is not there', 'item=Recommendations/r99', 'Not in this plan'],
  ['the settings of a plan', 'view=settings', 'Plan'],
  ['the settings of groups', 'view=settings&section=groups', 'Groups and meetings'],
  ['the settings of a group', 'view=settings&section=groups/data', 'Data'],
  ['the settings of boards', 'view=settings&section=boards', 'Boards'],
  ['the settings of people', 'view=settings&section=people', 'People'],
  ['the settings of a person', 'view=settings&section=people/chair', 'SEND group chair'],
  ['the settings of colours', 'view=settings&section=colours', 'Colours'],
  ['the settings of reminders', 'view=settings&section=reminders', 'Reminders'],
  ['closures', 'view=settings&section=closures', 'Calendar of milestones'],
  ['how the lists stand', 'view=settings&section=lists', 'Put this right first: 2'],
  ['imports', 'view=settings&section=import', 'Your imports'],
  ['a plan that is not there', 'plan=gone', 'The plan cannot be shown'],
] as const;

async function switchTheme({ page, tab }: OpenTab, name: Theme): Promise<void> {
  await page.evaluate((theme) => globalThis.setTheme(theme), name);
  await tab.waitForFunction((ground) => {
    const themed = document.querySelector('.fui-FluentProvider');
    return themed !== null && getComputedStyle(themed).backgroundColor === ground;
  }, THEMES[name]);
}

/** What is wrong with the page in view, at every size and in every theme. It must be in the default one. */
async function allFaults(open: OpenTab): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { size, faultsIn } of SIZES) {
    await open.page.setViewportSize(size);
    faults.push(...(await faultsIn(open.tab)).map((fault) => `${size.width} × ${size.height}: ${fault}`));
  }
  for (const [theme, sizes] of SIZES_OF_THEMES) {
    await switchTheme(open, theme);
    for (const size of sizes) {
      await open.page.setViewportSize(size);
      faults.push(...(await colourFaults(open.tab)).map((fault) => `${theme}, ${size.width}: ${fault}`));
    }
  }
  await switchTheme(open, 'default');
  return faults;
}

/** Opens a page by its address, as a link does. */
async function goTo({ page, tab }: OpenTab, hash: string, heading: string): Promise<void> {
  await page.setViewportSize(DESKTOP);
  await tab.evaluate((to) => {
    location.hash = to;
  }, hash);
  await tab.getByRole('heading', { name: heading }).first().waitFor();
}

test(
  'every page is accessible and fits, with long names, at every size and in every theme',
  () =>
    withTab(browser, { answers: longAnswers() }, async (open) => {
      await open.page.emulateMedia({ reducedMotion: 'reduce' });
      const found: Record<string, readonly string[]> = {};
      for (const [name, hash, heading] of PAGES) {
        open.server.answers.set(PLAN_PATH, ok(longPlan({ isPast: name === 'a past day' })));
        await goTo(open, hash, heading);
        const faults = await allFaults(open);
        if (faults.length > 0) found[name] = faults;
      }
      expect(found).toEqual({});
      expect(open.complaints).toEqual([]);
    }),
  600_000,
);

/** Low, so that much must be scrolled to and could be covered. */
const LOW = { width: 1280, height: 500 };

test(
  'everything can be done by keyboard alone, and the focus is always in sight',
  () =>
    withTab(browser, { answers: longAnswers() }, async ({ page, tab, server }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize(LOW);
      await tab.getByRole('heading', { name: 'Key to the colours' }).waitFor();
      const keyboard = keyboardOf(page, tab);
      const hash = () => Object.fromEntries(new URLSearchParams(new URL(tab.url()).hash.slice(1)));

      // A figure opens its items.
      await keyboard.tabTo(tab.getByRole('link', { name: /^1 Overdue/ }));
      await keyboard.press('Enter');
      await tab.getByRole('heading', { name: /^Overdue/ }).waitFor();
      expect(hash()).toEqual({ view: 'items', show: 'overdue' });

      // All items, narrowed down and sorted.
      await keyboard.tabTo(tab.getByRole('link', { name: 'All items' }), 'Shift+Tab');
      await keyboard.press('Enter');
      await keyboard.tabTo(tab.getByRole('button', { name: 'Show all', exact: true }));
      await keyboard.press('Enter');
      await keyboard.tabTo(tab.getByRole('combobox', { name: 'Colour' }), 'Shift+Tab');
      await keyboard.type('Red');
      await tab.getByText('Showing 2 of ').waitFor();
      await keyboard.tabTo(tab.getByRole('button', { name: 'First due' }));
      await keyboard.press('Enter');
      await tab
        .getByRole('columnheader', { name: 'First due' })
        .and(tab.locator('[aria-sort=ascending]'))
        .waitFor();

      // An item's story, and back to where it was opened.
      const item = tab.getByRole('table').getByRole('button', { name: /^4/ });
      await keyboard.tabTo(item);
      await keyboard.press('Enter');
      const story = tab.getByRole('dialog');
      await story.waitFor();
      await keyboard.tabTo(story.getByRole('button', { name: 'Close' }));
      await keyboard.press('Escape');
      await story.waitFor({ state: 'detached' });
      expect(await item.evaluate((element) => element === document.activeElement)).toBe(true);

      // The plan as a file, then against another day.
      server.answers.set('/plans/alp/export', ok('the plan'));
      await keyboard.tabTo(tab.getByRole('button', { name: 'Export to CSV' }), 'Shift+Tab');
      await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')]);
      await keyboard.tabTo(tab.getByRole('combobox', { name: 'Compared with' }), 'Shift+Tab');
      await keyboard.type('A week');
      await tab.waitForFunction(() => location.hash.includes('since=2022-03-14'));

      // What the plan sets for itself.
      server.answers.set('POST /plans/alp/settings/plan', ok(saved(null, sampleSettings())));
      await keyboard.tabTo(tab.getByRole('link', { name: 'Settings' }));
      await keyboard.press('Enter');
      const tolerance = tab.getByRole('textbox', { name: 'Tolerance in days' });
      await tolerance.waitFor();
      await keyboard.tabTo(tolerance);
      await keyboard.press('Control+a');
      await keyboard.type('21');
      await keyboard.tabTo(tab.getByRole('button', { name: 'Save', exact: true }));
      await keyboard.press('Enter');
      await tab.getByRole('status').getByText('Saved. It is on its way to SharePoint.').waitFor();
      expect(server.posts).toMatchObject([{ body: { values: { toleranceDays: '21' } } }]);
      expect(keyboard.lost).toEqual([]);
    }),
  180_000,
);

declare global {
  /** Of the page that stands in for Teams. */
  var setTheme: (name: string) => void;
}
