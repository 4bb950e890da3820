import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Frame } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { accessibilityFaults } from './axe.ts';
import { buildTabIfStale } from './built-tab.ts';
import { ok, PLAN_PATH, refused, STORY_PATH, withTab } from './open-tab.ts';
import { sampleOverview } from './sample-overview.ts';
import { sampleStory } from './sample-story.ts';

let browser: Browser;

beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});

afterAll(() => browser.close());

const hashOf = (tab: Frame) => new URL(tab.url()).hash;

/** The sample plan as it stood on 14 March. */
const PAST = {
  ...sampleOverview(),
  asAtWords: 'Mon 14 Mar 2022',
  today: '2022-03-14',
  isPast: true,
  headline: 'One recommendation was off course.',
};

describe('a past day', () => {
  test('is chosen in the header, stands in the address, and is said in a banner; Now comes back', () =>
    withTab(browser, {}, async ({ tab, server }) => {
      const day = tab.getByLabel('As it stood on');
      await day.waitFor();
      expect([await day.inputValue(), await day.getAttribute('min'), await day.getAttribute('max')]).toEqual([
        '2022-03-21',
        '2022-01-10',
        '2022-03-21',
      ]);
      server.answers.set(PLAN_PATH, ok(PAST));
      await day.fill('2022-03-14');
      await tab.getByText('as it stood at the end of Mon 14 Mar 2022').waitFor();
      expect(hashOf(tab)).toBe('#on=2022-03-14');
      expect(server.asked).toContain(`${PLAN_PATH}?on=2022-03-14`);
      // The field is where it was: whoever types a day is not thrown out of it.
      expect(await day.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await accessibilityFaults(tab)).toEqual([]);

      server.answers.set(PLAN_PATH, ok(sampleOverview()));
      await tab.getByRole('button', { name: /^Now/ }).click();
      await tab.getByText(sampleOverview().headline).waitFor();
      expect(hashOf(tab)).toBe('');

      await day.fill('2023-01-01');
      await day.blur();
      await tab.getByText('Choose a day from 10 Jan 2022 to 21 Mar 2022.').waitFor();
      expect(hashOf(tab)).toBe('');
    }));

  test('is chosen by keyboard alone', () =>
    withTab(browser, {}, async ({ page, tab, server }) => {
      server.answers.set(PLAN_PATH, ok(PAST));
      await tab.getByLabel('As it stood on').focus();
      // The month is the first part of the field, the day the second.
      for (const key of ['Tab', ...Array<string>(7).fill('ArrowDown')]) await page.keyboard.press(key);
      await tab.waitForURL(/#on=2022-03-14$/);
    }));

  test('that is nonsense in the address is told in the server’s words, with a way back to today', () =>
    withTab(
      browser,
      { subPage: 'alp?on=yesterday', answers: { [PLAN_PATH]: refused(400, 'The day shown is not a date.') } },
      async ({ tab, server }) => {
        await tab.getByText('The day shown is not a date.').waitFor();
        server.answers.set(PLAN_PATH, ok(sampleOverview()));
        await tab.getByRole('button', { name: 'Back to today' }).click();
        await tab.getByText(sampleOverview().headline).waitFor();
        expect(hashOf(tab)).toBe('#plan=alp');
      },
    ));

  test('is that of the story too', () =>
    withTab(
      browser,
      {
        subPage: 'alp/Recommendations/r2?on=2022-03-14',
        answers: {
          [PLAN_PATH]: ok(PAST),
          [STORY_PATH]: ok({ ...sampleStory(), isPast: true, asAtWords: 'Mon 14 Mar 2022' }),
        },
      },
      async ({ tab, server }) => {
        await tab.getByRole('dialog').getByText('As it stood at the end of Mon 14 Mar 2022.').waitFor();
        expect(server.asked).toContain(`${STORY_PATH}?on=2022-03-14`);
      },
    ));
});

describe('the day compared with', () => {
  test('is one of a few at a press, or any other', () =>
    withTab(browser, {}, async ({ page, tab }) => {
      const choice = tab.getByRole('combobox', { name: 'Compared with' });
      await choice.waitFor();
      expect(await choice.locator('option').allInnerTexts()).toEqual([
        ...sampleOverview().compareChoices.map(({ words }) => words),
        'Another day…',
      ]);
      await choice.selectOption('Last SEND Improvement Board, 14 Feb 2022');
      await tab.waitForFunction(() => location.hash === '#since=2022-02-14');
      await choice.selectOption('Another day…');
      const asked = page.waitForRequest((request) => request.url().endsWith(`${PLAN_PATH}?since=2022-03-01`));
      await tab.getByLabel('Day to compare with').fill('2022-03-01');
      await tab.waitForFunction(() => location.hash === '#since=2022-03-01');
      await asked;
    }));

  test('has a page of what changed since, by day, which filters narrow down', () =>
    withTab(browser, { subPage: 'alp?view=changes' }, async ({ tab }) => {
      await tab.getByRole('heading', { name: 'From Mon 7 Mar 2022 to Mon 21 Mar 2022, 09:00' }).waitFor();
      const otherwise = tab.getByRole('region', { name: 'What stands otherwise: 2' });
      const words = await otherwise.getByRole('listitem').allInnerTexts();
      expect(words[0]).toMatch(/Green[\s\S]*\bto\b[\s\S]*Red[\s\S]*A date passed; nobody has said anything/);
      expect(words[1]).toMatch(/Mar 2022[\s\S]*\bto\b[\s\S]*Apr 2022[\s\S]*“Two schools still to comment”/);
      const said = await tab.getByRole('region', { name: 'Day by day: 1' }).innerText();
      expect(said).toMatch(
        /Mon 14 Mar 2022[\s\S]*Confidence: Green → Amber[\s\S]*10:12 · Schools group owner/,
      );
      expect(await accessibilityFaults(tab)).toEqual([]);

      await tab.getByRole('combobox', { name: 'Group' }).selectOption('SEND');
      await tab.getByRole('heading', { name: 'What stands otherwise: 1' }).waitFor();
      await tab.getByText('Nobody said anything; what changed').waitFor();
      await tab.getByRole('combobox', { name: 'Group' }).selectOption('Finance');
      await tab.getByText('Nobody said anything of these items').waitFor();
    }));
});
