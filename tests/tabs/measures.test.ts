import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { buildTabIfStale } from './built-tab.ts';
import { keyboardOf } from './keyboard.ts';
import { type OpenOptions, type OpenTab, ok, PLAN_PATH, refused, withTab } from './open-tab.ts';
import { sampleMeasures } from './sample-measures.ts';
import { sampleOverview } from './sample-overview.ts';

let browser: Browser;
beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const PATH = '/plans/alp/measures';
const READINGS_PATH = 'POST /plans/alp/readings';

/** Opens the measures. */
const withMeasures = (options: OpenOptions, use: (open: OpenTab) => Promise<void>) =>
  withTab(
    browser,
    {
      subPage: 'alp?view=measures',
      ...options,
      answers: { [PATH]: ok(sampleMeasures()), ...options.answers },
    },
    use,
  );

describe('measures', () => {
  test('are drawn over time, with where they lead in words', () =>
    withMeasures({}, async ({ tab, complaints }) => {
      const placements = tab.getByRole('region', { name: 'Specialist placements' });
      await placements.getByText('It grows by 11.6 placements a month').first().waitFor();
      const text = await placements.innerText();
      expect(text).toContain('Behind');
      expect(text).toContain('121 placements of 450 by Sep 2023');
      const chart = placements.getByRole('group', { name: 'Specialist placements, over time' });
      expect(await chart.getByRole('img').count()).toBe(4);
      const drawn = await chart.locator('text').allTextContents();
      expect(drawn).toEqual(
        expect.arrayContaining(['450 by Sep 2023', '312 at its pace', '78 at the start']),
      );
      expect(complaints).toEqual([]);
    }));

  test('say each reading by keyboard, and the same as a table', () =>
    withMeasures({}, async ({ page, tab }) => {
      const placements = tab.getByRole('region', { name: 'Specialist placements' }).first();
      await placements.waitFor();
      const keyboard = keyboardOf(page, tab);
      await keyboard.tabTo(placements.getByRole('img').first());
      await keyboard.press('ArrowRight');
      const focused = await tab.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      expect(focused).toBe('96 placements, 14 Mar 2022');
      await keyboard.tabTo(placements.getByRole('button', { name: 'Show as table' }));
      await keyboard.press('Enter');
      const rows = placements.getByRole('table', { name: 'Specialist placements' }).getByRole('row');
      expect((await rows.allInnerTexts()).map((words) => words.split('\t').slice(0, 2))).toEqual([
        ['Day', 'Figure'],
        ['At the start', '78'],
        ['14 Feb 2022', '84 placements'],
        ['14 Mar 2022', '96 placements'],
        ['11 Apr 2022', '103 placements'],
        ['16 May 2022', '121 placements'],
        ['At its pace, on the target’s date', '312'],
        ['Target', '450 by Sep 2023'],
      ]);
      expect(keyboard.lost).toEqual([]);
    }));

  test('take a reading; one that looks wrong is asked about, and what was typed stays', () =>
    withMeasures({}, async ({ tab, server }) => {
      const message = 'This is far from the last reading, 121. Is it right?';
      const asked = { words: '', problems: [{ field: 'value', message, held: true }] };
      server.answers.set(READINGS_PATH, ok(asked));
      await tab.getByRole('link', { name: 'Record a reading' }).first().click();
      const figure = tab.getByRole('textbox', { name: 'Figure' });
      await figure.fill('1260');
      await tab.getByRole('button', { name: 'Record' }).click();
      await tab.getByRole('alert').getByText(`Figure: ${message}`).waitFor();
      expect(await figure.inputValue()).toBe('1260');
      server.answers.set(READINGS_PATH, ok({ words: 'Recorded 1260 placements.', problems: [] }));
      await tab.getByRole('checkbox', { name: 'The figure is right' }).check();
      await tab.getByRole('button', { name: 'Record' }).click();
      await tab.getByRole('status').getByText('Recorded 1260 placements.').waitFor();
      expect(server.posts.map(({ body }) => body)).toMatchObject([
        { reading: { measure: 'placements', value: '1260', on: '2022-05-20', sure: false } },
        { reading: { measure: 'placements', value: '1260', on: '2022-05-20', sure: true } },
      ]);
      expect(await figure.inputValue()).toBe('');
    }));

  test('are those of a past day while one is shown, with nothing to record', () =>
    withMeasures(
      {
        subPage: 'alp?view=measures&on=2022-03-20',
        answers: { [PLAN_PATH]: ok({ ...sampleOverview(), isPast: true }) },
      },
      async ({ tab }) => {
        const placements = tab.getByRole('region', { name: 'Specialist placements' }).first();
        await placements.getByText('As it stood on that day').waitFor();
        expect(await placements.getByRole('img').count()).toBe(2);
        expect(await tab.getByRole('link', { name: 'Record a reading' }).count()).toBe(0);
        await tab.getByText('Go back to now to record a reading.').waitFor();
      },
    ));

  test('that are none, or cannot be read, say so', async () => {
    const none = { ...sampleMeasures(), measures: [] };
    await withMeasures({ answers: { [PATH]: ok(none) } }, ({ tab }) =>
      tab.getByText('The plan has no measures yet.').waitFor(),
    );
    await withMeasures({ answers: { [PATH]: refused(503, 'Wait a minute.') } }, async ({ tab, server }) => {
      await tab.getByRole('alert').getByText('Wait a minute.').waitFor();
      server.answers.set(PATH, ok(sampleMeasures()));
      await tab.getByRole('button', { name: 'Try again' }).click();
      await tab.getByRole('heading', { name: 'Specialist placements' }).waitFor();
    });
  });
});
