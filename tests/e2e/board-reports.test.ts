import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, FrameLocator } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import type { Milepost } from '../helpers/milepost.ts';
import { arrivedInChannel, arrivedInChats } from './arrived.ts';
import { startOnPostgres } from './on-postgres.ts';
import { fillIn, openAs, type PersonaPage, submit } from './pages.ts';
import { openSite, type Site } from './site.ts';
import { readWordFile, type WordFile } from './word-file.ts';

/** From check-ins in January and February to a posted board report in February, and another in April. */
const BOARD = 'SEND Improvement Board';

let browser: Browser;
let milepost: Milepost;
let site: Site;
let chair: PersonaPage;
let tab: FrameLocator;

beforeAll(async () => {
  [browser, milepost] = await Promise.all([openBrowser(), startOnPostgres()]);
  site = await openSite(milepost);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await milepost?.close();
});

const moveTo = (day: string) => milepost.control('POST', '/sandbox/clock', { to: `${day}T12:00:00Z` });

/** Answers the first item that the newest check-in asks of somebody. */
async function answer(persona: string, channel: string, answers: Readonly<Record<string, string>>) {
  const person = await openAs(browser, milepost, persona);
  const post = await person.openPost(channel, `${channel} group check-in`);
  const dialog = await person.openDialog(post, 'Answer mine');
  await fillIn(dialog, answers);
  await submit(dialog, 'Save answers', 'Saved 1 answer');
  await person.close();
}

/** What Milepost wrote to the board's chair. */
const toldToChair = async () => (await arrivedInChats(milepost)).get(`${BOARD} chair`) ?? [];

/** Opens the draft of the board's report in the tab that is open. */
async function openDraft(): Promise<void> {
  await tab.getByRole('link', { name: 'Board reports' }).first().click();
  await tab.getByRole('region', { name: BOARD }).getByRole('link', { name: 'Open the draft' }).click();
  await tab.getByRole('heading', { name: `${BOARD}: report` }).waitFor();
}

async function approveAndPost(): Promise<void> {
  await tab.getByRole('button', { name: 'Approve', exact: true }).click();
  await tab.getByRole('button', { name: 'Post…' }).click();
  await tab.getByRole('dialog').getByRole('button', { name: 'Post', exact: true }).click();
  const parts = tab.getByRole('list', { name: 'What posting made' });
  for (const part of ['Card in the channel', 'Word document', 'PDF', 'Public note', 'Easy-read summary'])
    await parts
      .getByRole('listitem')
      .filter({ hasText: part })
      .filter({ hasText: 'since' })
      .waitFor({ timeout: 60_000 });
}

/** The text of the report as a page. */
const page = () => tab.getByRole('article').innerText();
/** The row of a posted report, once the address of its document stands in it. */
const rowOf = (meeting: string) =>
  site.waitForRow(
    'Board reports',
    ({ Title, State, Document }) =>
      Title === `${BOARD}, report for ${meeting}` && State === 'Posted' && Document !== undefined,
  );

async function wordFileOf(meeting: string): Promise<WordFile> {
  const { Document: address } = await rowOf(meeting);
  return readWordFile(await site.file(String(address)));
}

describe('a report to the board', () => {
  let february: WordFile;
  let shownInFebruary: string;

  test('check-ins in January and February come first', async () => {
    await answer('send-owner', 'SEND', {
      Stage: 'In progress',
      'How confident are you?': 'A Amber: feasible, with significant issues that can be resolved',
      'When do you expect it to be done?': '2022-02-28',
      'Note: where does it stand?': 'Two schools still to comment',
      'Why?': 'Schools were closed; they are rung this week',
    });
    await moveTo('2022-02-04');
    await answer('data-owner', 'Data', {
      Stage: 'In progress',
      'Note: where does it stand?': 'Records of half the schools are on the new system',
    });
    const owners = await site.rows('Recommendations');
    expect(owners.find(({ Number: number }) => number === 3)).toMatchObject({ Confidence: 'Amber' });
  });

  test('its chair is told ten and three days before the meeting', async () => {
    await moveTo('2022-02-11');
    const days = (await toldToChair()).filter(({ text }) => text.includes(BOARD)).map(({ day }) => day);
    expect(days).toEqual(['2022-02-04', '2022-02-11']);
  });

  test('the draft says what the lists say; the chair puts it into words, and it is saved as they type', async () => {
    chair = await openAs(browser, milepost, 'send-board-chair');
    tab = await chair.openTab();
    await openDraft();
    const asked = tab.getByRole('region', { name: 'What is asked of the board' });
    await asked.getByText('Schools were closed; they are rung this week').first().waitFor();
    await asked.getByRole('button', { name: 'Edit: What is asked of the board' }).click();
    const field = asked.getByRole('textbox');
    await field.fill(
      '- Decide whether two schools may join the protocol later\nInternal: ask the two heads first',
    );
    await asked.getByText('Saved').waitFor();
    await asked.getByRole('button', { name: 'Done' }).click();
    await asked.getByText('Decide whether two schools may join the protocol later').waitFor();
  });

  test('approved and posted it stands in the channel, in the site’s documents and in the list', async () => {
    await approveAndPost();
    const [card] = (await arrivedInChannel(milepost, BOARD)).slice(-1);
    expect(card?.text).toContain('Decide whether two schools may join the protocol later');
    expect(await rowOf('14 Feb 2022')).toMatchObject({ PeriodTo: '2022-02-11T00:00:00Z' });
    shownInFebruary = await page();
    expect(shownInFebruary).toContain('Decide whether two schools may join the protocol later');
  });

  test('the Word document has real headings, header rows and words for its picture', async () => {
    february = await wordFileOf('14 Feb 2022');
    expect(february.headings.slice(0, 4)).toEqual([
      `${BOARD}: report`,
      'What is asked of the board',
      'Overall confidence',
      'What changed in this period',
    ]);
    expect(february.headerRows).toEqual(
      expect.arrayContaining([expect.arrayContaining(['Theme', 'Green', 'Amber', 'Red'])]),
    );
    expect(february.tablesWithoutHeaderRow).toBe(0);
    expect(february.alternatives).toEqual([expect.stringMatching(/9 .*21 .*1 /)]);
    expect(february.text).toContain('Decide whether two schools may join the protocol later');
  });

  test('the public note has nothing internal in it', async () => {
    await tab.getByRole('link', { name: 'Public note' }).click();
    const note = tab.getByRole('article');
    await note.waitFor();
    expect(await note.innerText()).not.toMatch(/ask the two heads|Decide whether|rung this week/);
    await tab.getByRole('link', { name: 'As page' }).click();
  });

  test('in April another opens with what changed between', async () => {
    await moveTo('2022-03-01');
    const rows = await site.rows('Recommendations');
    const four = rows.find(({ Number: number }) => number === 4);
    await site.edit('Recommendations', Number(four?.id), { ForecastDue: '2022-05-31T12:00:00Z' });
    await moveTo('2022-03-08');
    await answer('send-owner', 'SEND', {
      Stage: 'Done awaiting sign-off',
      'Note: where does it stand?': 'The protocol is signed by all schools',
    });
    await moveTo('2022-04-07');
    await openDraft();
    const changed = tab.getByRole('region', { name: /^What changed/ });
    await changed.getByText('May 2022').first().waitFor();
    await tab.getByText('It was “mostly on course” in the report of 11 Feb 2022').first().waitFor();
    await approveAndPost();
    const april = await wordFileOf('11 Apr 2022');
    expect(april.text).toContain('May 2022');
    expect(april.text).toContain('12 Feb to 7 Apr 2022');
    expect(april.headings).toContain('What changed since the last report');
  }, 240_000);

  test('edits of the lists afterwards change neither', async () => {
    const rows = await site.rows('Recommendations');
    const three = rows.find(({ Number: number }) => number === 3);
    await site.edit('Recommendations', Number(three?.id), {
      Title: 'Something else altogether',
      Stage: 'Not started',
    });
    await moveTo('2022-04-20');
    await tab.getByRole('link', { name: 'Board reports' }).first().click();
    await tab.getByRole('link', { name: `${BOARD}, report for 14 Feb 2022` }).click();
    await tab.getByText('Decide whether two schools may join the protocol later').first().waitFor();
    expect(await page()).toBe(shownInFebruary);
    expect(await page()).not.toContain('Something else altogether');
    expect(await wordFileOf('14 Feb 2022')).toEqual(february);
  });
});
