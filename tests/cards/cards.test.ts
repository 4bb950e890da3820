import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { CardJson } from '../../bot/cards/card.ts';
import { everyCard } from '../bot/helpers/every-card.ts';
import { openBrowser } from '../helpers/browser.ts';
import { accessibilityFaults } from '../tabs/axe.ts';
import { colourFaults } from '../tabs/page-faults.ts';
import { type CardPage, openCardPage, THEMES } from './card-page.ts';
import { layoutFaults } from './layout-faults.ts';

const WIDTHS = [320, 600] as const;

const LONG_WORD = 'Sonderpädagogikbeauftragtenversammlungsprotokollentwurf';
const LONG_WORDS = everyCard({
  text: `${LONG_WORD} and https://contoso.example/${'evidence-of-progress/'.repeat(6)}`,
  line: {
    title: `${LONG_WORD} ${LONG_WORD}`,
    ownerName: LONG_WORD,
    waitingOnName: LONG_WORD,
    stage: 'Waiting on others',
  },
});

const FAULTY: CardJson = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: LONG_WORD.repeat(3), wrap: false },
    { type: 'Input.Text', id: 'note', placeholder: 'Note' },
    {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: '12px',
          selectAction: { type: 'Action.Submit', title: 'Small' },
          items: [{ type: 'TextBlock', text: 'x' }],
        },
      ],
    },
    {
      type: 'ColumnSet',
      columns: [{ type: 'Column', width: '700px', items: [{ type: 'TextBlock', text: 'Wide' }] }],
    },
  ],
};

let browser: Browser;
let cards: CardPage;
beforeAll(async () => {
  browser = await openBrowser();
  cards = await openCardPage(browser);
});
afterAll(async () => {
  await cards?.close();
  await browser?.close();
});

test.each(WIDTHS)('every card is accessible, whole and large enough to press at %i px', async (width) => {
  await cards.show(everyCard(), 'light', width);
  expect(await accessibilityFaults(cards.page.mainFrame())).toEqual([]);
  expect(await layoutFaults(cards.page)).toEqual([]);
});

// Another theme changes colours alone.
test.each(THEMES.filter((theme) => theme !== 'light'))(
  'every card can be read in the %s theme',
  async (theme) => {
    await cards.show(everyCard(), theme, 600);
    expect(await colourFaults(cards.page.mainFrame())).toEqual([]);
  },
);

test.each(WIDTHS)('words that are longer than a line are broken, at %i px', async (width) => {
  await cards.show(LONG_WORDS, 'light', width);
  expect(await layoutFaults(cards.page)).toEqual([]);
});

test('what is cut off, sticks out, is too small to press or has no label is found', async () => {
  await cards.show([['faulty', FAULTY]], 'light', 320);
  const faults = await layoutFaults(cards.page);
  for (const what of ['is cut off', 'sticks out', 'is 12 × ', 'has no label', 'the page is 7'])
    expect(faults).toContainEqual(expect.stringContaining(what));
});
