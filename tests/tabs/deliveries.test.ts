import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { accessibilityFaults } from './axe.ts';
import { buildTabIfStale } from './built-tab.ts';
import { type OpenOptions, type OpenTab, ok, refused, withTab } from './open-tab.ts';
import { sampleDeliveries } from './sample-deliveries.ts';

let browser: Browser;
beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const PATH = '/plans/alp/deliveries';

/** Opens the deliveries as a plan manager. */
const withDeliveries = (options: OpenOptions, use: (open: OpenTab) => Promise<void>) =>
  withTab(
    browser,
    {
      subPage: 'alp?view=deliveries',
      ...options,
      answers: { [PATH]: ok({ deliveries: sampleDeliveries() }), ...options.answers },
    },
    use,
  );

describe('deliveries', () => {
  test('are told by day: to whom, what became of it, why, and what was done instead', () =>
    withDeliveries({}, async ({ tab, complaints }) => {
      await tab.getByRole('heading', { name: 'Deliveries, 11 to 24 Jan 2022' }).waitFor();
      expect(await tab.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
        'Mon 24 Jan 2022',
        'Fri 21 Jan 2022',
        'Mon 17 Jan 2022',
      ]);
      const card = tab.getByRole('listitem').filter({ hasText: 'Check-in card · 09:00' });
      expect(await card.innerText()).toContain('Not reached');
      expect(await card.innerText()).toContain('The channel is gone, or its team is archived.');
      expect(await card.innerText()).toContain('It was dropped as out of date');
      const row = tab.getByRole('row', { name: /^Reminders/ });
      expect(await row.getByRole('cell').allTextContents()).toEqual(['1', '0', '0', '1', '1']);
      await tab.getByText('Lead without account').waitFor();
      expect(complaints).toEqual([]);
    }));

  test('show only what was not reached, and earlier fortnights, each at its own address', () =>
    withDeliveries({}, async ({ tab, server }) => {
      await tab.getByRole('link', { name: 'Not reached only' }).click();
      await tab.getByRole('heading', { name: 'Not reached, day by day' }).waitFor();
      expect(await tab.getByText('Fri 21 Jan 2022').count()).toBe(0);
      await tab.getByRole('link', { name: 'Earlier fortnight' }).click();
      await tab.getByRole('link', { name: 'Later fortnight' }).waitFor();
      expect(server.asked).toContain(`${PATH}?page=1`);
      expect(await tab.evaluate(() => window.location.hash)).toContain('section=1/not-reached');
    }));

  test('are sent again at a press, for the attempt that was seen; what came of it is said and has the focus', () =>
    withDeliveries({}, async ({ tab, server }) => {
      const words = 'Digest to SEND: it is sent again on Tue 25 Jan 2022, 08:00.';
      server.answers.set(`POST ${PATH}/41/again`, ok({ words }));
      await tab.getByRole('button', { name: 'It arrived: Digest to SEND' }).waitFor();
      await tab.getByRole('button', { name: 'Send again: Digest to SEND' }).click();
      await tab.getByRole('status').getByText(words).waitFor();
      expect(server.posts).toEqual([{ path: `${PATH}/41/again`, body: { attempt: 1 } }]);
      expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe(words);
    }));

  test('that cannot be decided any more say why', () =>
    withDeliveries({}, async ({ tab, server }) => {
      server.answers.set(`POST ${PATH}/41/arrived`, refused(409, 'This message is not in the ledger.'));
      await tab.getByRole('button', { name: /^It arrived/ }).click();
      await tab.getByRole('status').getByText('This message is not in the ledger.').waitFor();
    }));

  test('show everybody else what went to channels, with nothing to decide', () =>
    withDeliveries(
      { answers: { [PATH]: ok({ deliveries: sampleDeliveries('channels') }) } },
      async ({ tab }) => {
        await tab.getByText('What went to the groups’ channels').waitFor();
        expect(await tab.getByRole('button', { name: /Send again|It arrived/ }).count()).toBe(0);
      },
    ));

  test('that are none, or cannot be read, say so', async () => {
    const none = { ...sampleDeliveries(), counts: [], days: [], unwritten: [] };
    await withDeliveries({ answers: { [PATH]: ok({ deliveries: none }) } }, ({ tab }) =>
      tab.getByText('Nothing fell due in this fortnight.').waitFor(),
    );
    await withDeliveries({ answers: { [PATH]: refused(503, 'Wait a minute.') } }, async ({ tab, server }) => {
      await tab.getByRole('alert').getByText('Wait a minute.').waitFor();
      server.answers.set(PATH, ok({ deliveries: sampleDeliveries() }));
      await tab.getByRole('button', { name: 'Try again' }).click();
      await tab.getByRole('heading', { name: /^Deliveries,/ }).waitFor();
    });
  });

  test.each([
    ['default', 1280],
    ['dark', 768],
    ['contrast', 320],
  ] as const)('are accessible and fit in %s at %i px', (theme, width) =>
    withDeliveries({ theme, width }, async ({ tab }) => {
      await tab.getByRole('heading', { name: /^Deliveries,/ }).waitFor();
      expect(await accessibilityFaults(tab)).toEqual([]);
      const widths = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(widths).toEqual([width, width]);
    }),
  );
});
