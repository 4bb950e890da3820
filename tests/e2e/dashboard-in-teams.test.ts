import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import type { Milepost } from '../helpers/milepost.ts';
import { accessibilityFaults } from '../tabs/axe.ts';
import { startOnPostgres } from './on-postgres.ts';
import { openAs, type PersonaPage } from './pages.ts';

let browser: Browser;
let milepost: Milepost;
let owner: PersonaPage;
let chair: PersonaPage;

beforeAll(async () => {
  [browser, milepost] = await Promise.all([openBrowser(), startOnPostgres()]);
  [owner, chair] = await Promise.all([
    openAs(browser, milepost, 'send-owner'),
    openAs(browser, milepost, 'send-chair'),
  ]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await milepost?.close();
});

const TAB = 'Milepost tab';
const SET_UP = 'Set up the tab';
const PANEL = 'Milepost beside the meeting';

/** The frame of that title, once it stands on the page. */
const frameOf = async (page: Page, title: string): Promise<Frame> => {
  const element = await page.waitForSelector(`iframe[title="${title}"]`);
  const frame = await element.contentFrame();
  if (frame === null) throw new Error(`${title} is no frame`);
  return frame;
};

const plan = (frame: Frame) => frame.getByRole('heading', { level: 1, name: 'ALP improvement plan' });

const switchTheme = async ({ page }: PersonaPage, name: string) => {
  await page.getByRole('button', { name: /^Theme:/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
};

describe('the app of one person', () => {
  test('begins with what is theirs; a director sees the whole plan first', async () => {
    await owner.openTab();
    const tab = await frameOf(owner.page, TAB);
    await tab
      .getByRole('region', { name: 'Yours' })
      .getByRole('button', { name: /^3, Green/ })
      .waitFor();
    expect(await accessibilityFaults(tab)).toEqual([]);

    const director = await openAs(browser, milepost, 'director');
    await director.openTab();
    const whole = await frameOf(director.page, TAB);
    await whole.getByRole('group', { name: 'Recommendations by colour' }).waitFor();
    expect(await whole.getByRole('region', { name: 'Yours' }).count()).toBe(0);
    await director.close();
  });

  test('a link to an item is copied, and opens its story for whoever follows it', async () => {
    await owner.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const tab = await frameOf(owner.page, TAB);
    await tab
      .getByRole('region', { name: 'Yours' })
      .getByRole('button', { name: /^12, Green/ })
      .click();
    const story = tab.getByRole('dialog', { name: 'Recommendation 12' });
    await story.getByRole('button', { name: 'Copy link' }).click();
    await owner.page.getByText('A link to this view has been copied.').waitFor();
    const link = new URL(await owner.page.evaluate(() => navigator.clipboard.readText()));
    link.searchParams.set('persona', 'send-chair');
    await chair.page.goto(link.href);
    const followed = await frameOf(chair.page, TAB);
    await followed.getByRole('dialog', { name: 'Recommendation 12' }).waitFor();
  });
});

describe('a tab of a channel', () => {
  test('is set up in the channel to show what its group leads, and stands there for everybody', async () => {
    const card = await owner.openPost('SEND', 'SEND group check-in');
    await card.waitFor();
    await owner.page.getByRole('button', { name: 'Add a tab' }).click();
    const setUp = await frameOf(owner.page, SET_UP);
    await setUp.getByText('This is its channel.').waitFor();
    expect(await accessibilityFaults(setUp)).toEqual([]);
    await setUp.getByRole('combobox', { name: 'Opens with' }).selectOption('items');
    await setUp.getByText('SEND: All items').waitFor();
    await owner.page.getByRole('button', { name: 'Save' }).click();
    await owner.page.getByRole('tab', { name: 'SEND: All items', selected: true }).waitFor();
    const tab = await frameOf(owner.page, TAB);
    await plan(tab).waitFor();
    expect(await tab.getByRole('combobox', { name: 'Group' }).inputValue()).toBe('SEND');
    expect(await accessibilityFaults(tab)).toEqual([]);

    await chair.openPost('SEND', 'SEND group check-in');
    await chair.page.getByRole('tab', { name: 'SEND: All items' }).click();
    await plan(await frameOf(chair.page, TAB)).waitFor();
  });

  test('is set up anew with what it shows, and goes on from there', async () => {
    await owner.page.getByRole('button', { name: 'Options of the tab SEND: All items' }).click();
    await owner.page.getByRole('menuitem', { name: 'Settings' }).click();
    const setUp = await frameOf(owner.page, SET_UP);
    await setUp.getByRole('radio', { name: 'The whole plan' }).check();
    expect(await setUp.getByRole('combobox', { name: 'Opens with' }).inputValue()).toBe('items');
    await owner.page.getByRole('button', { name: 'Save' }).click();
    await owner.page.waitForFunction((title) => {
      const frame = document.querySelector<HTMLIFrameElement>(`iframe[title="${title}"]`);
      return /view=items$/.test(frame?.contentWindow?.location.hash ?? '');
    }, TAB);
    const tab = await frameOf(owner.page, TAB);
    await plan(tab).waitFor();
    expect(await tab.getByRole('combobox', { name: 'Group' }).inputValue()).toBe('');
  });
});

describe('beside a meeting', () => {
  test('who has answered moves while somebody answers, in every theme', async () => {
    await owner.page.getByRole('tab', { name: 'Posts' }).click();
    await owner.meetNow();
    const panel = await frameOf(owner.page, PANEL);
    const status = panel.getByRole('status').filter({ hasText: 'answered' });
    await status.getByText('0 of 3 answered').waitFor();

    await chair.page.getByRole('tab', { name: 'Posts' }).click();
    const card = await chair.openPost('SEND', 'SEND group check-in');
    const dialog = await chair.openDialog(card, 'Answer mine');
    await dialog.getByLabel('Stage').first().selectOption('In progress');
    await dialog.getByLabel('How confident are you?').first().selectOption('Green');
    await dialog.getByLabel('Note: where does it stand?').first().fill('Both heads have agreed');
    await dialog.getByRole('button', { name: 'Save answers' }).click();
    await chair.page.getByText('Saved 1 answer').waitFor();

    await status.getByText('1 of 3 answered').waitFor({ timeout: 30_000 });
    await panel.getByText(/^Spoken so far: SEND group chair/).waitFor();
    await panel.getByRole('region', { name: 'Answered (1)' }).waitFor();
    for (const [name, colour] of [
      ['Light', 'rgb(36, 36, 36)'],
      ['Dark', 'rgb(255, 255, 255)'],
      ['High contrast', 'rgb(255, 255, 255)'],
      ['Glass', 'rgb(255, 255, 255)'],
    ] as const) {
      await switchTheme(owner, name);
      await panel.waitForFunction(
        (wanted) => getComputedStyle(document.querySelector('h1') as Element).color === wanted,
        colour,
      );
      expect(await accessibilityFaults(panel)).toEqual([]);
    }
    await panel.getByRole('button', { name: /^3, / }).click();
    await panel.getByRole('dialog', { name: 'Recommendation 3' }).waitFor();
    await owner.endMeeting();
    await owner.page.locator(`iframe[title="${PANEL}"]`).waitFor({ state: 'detached' });
  });
});
