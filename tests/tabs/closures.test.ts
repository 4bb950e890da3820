import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Frame } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { accessibilityFaults } from './axe.ts';
import { buildTabIfStale } from './built-tab.ts';
import { LISTS_PATH, type OpenOptions, type OpenTab, ok, PLAN_PATH, refused, withTab } from './open-tab.ts';
import { sampleListsState } from './sample-lists-state.ts';
import { sampleOverview } from './sample-overview.ts';
import { sampleSettings } from './sample-settings.ts';

let browser: Browser;
beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const PLAN = '/plans/alp';
const HALF_TERM = {
  key: 'c1',
  title: 'Half term',
  daysWords: '14 to 18 Feb 2022',
  kindWords: 'Quiet for SEND',
};
const CALENDAR = {
  closures: { closures: [HALF_TERM], groups: [{ groupKey: 'send', groupName: 'SEND' }] },
  feed: { madeAtWords: null, address: null },
};
const COUNTS = { list: 'Recommendations', created: 1, updated: 2, unchanged: 28, renamed: [] };
const PREVIEW = {
  kind: 'import-preview',
  importKey: 'i1',
  planId: 'alp',
  planName: 'ALP improvement plan',
  fileName: 'plan.csv',
  understood: '31 recommendations',
  columns: [
    { header: 'Ref', field: 'number' },
    { header: 'Budget', field: null },
  ],
  fieldChoices: [
    { field: 'number', label: 'Number' },
    { field: 'latestNote', label: 'Latest note' },
  ],
  lists: [COUNTS],
  changes: ['Recommendation 2, Latest note: nothing → Schools have met'],
  doubts: ['Row 7: “Soon” is no date.'],
};
const SENT = { importKey: 'i1', fileName: 'plan.csv', receivedWords: 'Mon 24 Jan 2022, 10:00', lists: [] };
const CALENDAR_PREVIEW = {
  kind: 'calendar-preview',
  draftKey: 'd1',
  planId: 'alp',
  planName: 'ALP improvement plan',
  fileName: 'terms.ics',
  readingWords: 'The file names holidays.',
  countsWords: '1 new, 0 changed, 0 as they are.',
  added: [{ title: 'Easter', daysWords: '4 to 18 Apr 2022', kindWords: 'Quiet' }],
  changed: [],
  unchanged: [],
  doubts: [],
  closureKind: 'Quiet',
};

/** Opens a section of the settings as a plan manager. */
const withSection = (
  section: string,
  options: OpenOptions,
  use: (open: OpenTab) => Promise<void>,
): Promise<void> => {
  const overview = sampleOverview();
  const answers = {
    [PLAN_PATH]: ok({ ...overview, viewer: { ...overview.viewer, isPlanManager: true } }),
    [`${PLAN}/settings`]: ok(sampleSettings()),
    [`${PLAN}/closures`]: ok(CALENDAR),
    [`${PLAN}/imports`]: ok({ imports: [] }),
    [LISTS_PATH]: ok({ lists: sampleListsState() }),
    ...options.answers,
  };
  return withTab(browser, { ...options, subPage: `alp?view=settings&section=${section}`, answers }, use);
};
const press = (tab: Frame, name: string) => tab.getByRole('button', { name, exact: true }).click();
const choose = (tab: Frame, name: string, text: string) =>
  tab.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

describe('closures', () => {
  test('are listed, and taken back at a press', () =>
    withSection('closures', {}, async ({ tab, server, complaints }) => {
      server.answers.set(`POST ${PLAN}/closures/c1/cancel`, ok({ closures: CALENDAR.closures }));
      await tab.getByText('14 to 18 Feb 2022 · Quiet for SEND').waitFor();
      await press(tab, 'Take back Half term, 14 to 18 Feb 2022');
      await tab.getByRole('status').getByText('Half term is taken back').waitFor();
      expect(server.posts.map(({ path }) => path)).toEqual([`${PLAN}/closures/c1/cancel`]);
      expect(complaints).toEqual([]);
    }));

  test('are added once looked again at what may name a child; what is wrong is told beside its field', () =>
    withSection('closures', {}, async ({ tab, server }) => {
      const problems = [
        { field: 'title', message: 'This may name a child.', held: true },
        { field: 'from', message: 'Choose its first day, like 14/02/2022.' },
      ];
      server.answers.set(`POST ${PLAN}/closures`, ok({ words: '', problems }));
      await tab.getByRole('textbox', { name: 'What is it?' }).fill('Easter');
      await press(tab, 'Add');
      await tab.getByRole('heading', { name: 'Nothing was saved yet' }).waitFor();
      await tab.getByLabel('First day').fill('2022-04-04');
      await tab.getByRole('checkbox', { name: 'SEND' }).check();
      await tab.getByRole('checkbox', { name: /^I have checked/ }).check();
      const words = 'Added Easter, 4 Apr 2022: Quiet for SEND.';
      server.answers.set(`POST ${PLAN}/closures`, ok({ words, problems: [] }));
      await press(tab, 'Add');
      await tab.getByRole('status').getByText(words).waitFor();
      expect(server.posts.at(-1)?.body).toEqual({
        submissionKey: expect.stringMatching(/^[\w-]{36}$/),
        closure: {
          title: 'Easter',
          from: '2022-04-04',
          to: '',
          kind: 'Quiet',
          groups: ['send'],
          checked: true,
        },
      });
      expect(await tab.getByRole('textbox', { name: 'What is it?' }).inputValue()).toBe('');
    }));

  test('come from a calendar file, after a look at what it would do', () =>
    withSection('closures', {}, async ({ tab, server }) => {
      server.answers.set(`POST ${PLAN}/imports`, ok(CALENDAR_PREVIEW));
      server.answers.set(`POST ${PLAN}/calendars/d1/confirm`, ok({ words: '1 added.' }));
      await tab.getByRole('button', { name: 'Choose a calendar file' }).waitFor();
      await choose(tab, 'terms.ics', 'BEGIN:VCALENDAR');
      await tab.getByText('Easter, 4 to 18 Apr 2022').waitFor();
      await tab.getByLabel('What are these days, where the file does not say?').selectOption('Closed');
      await press(tab, 'Import these days');
      await tab.getByRole('status').getByText('1 added.').waitFor();
      expect(server.asked).toContain(`${PLAN}/imports?name=terms.ics`);
      expect(server.posts).toEqual([
        { path: `${PLAN}/imports`, body: 'BEGIN:VCALENDAR' },
        { path: `${PLAN}/calendars/d1/confirm`, body: { kind: 'Closed' } },
      ]);
    }));

  test('and the calendar address is made, shown once, and stopped', () =>
    withSection('closures', {}, async ({ tab, server }) => {
      const address = 'https://milepost.example/calendar/secret.ics';
      const feed = { madeAtWords: 'Mon 24 Jan 2022, 10:00', address };
      server.answers.set(`POST ${PLAN}/calendar-address`, ok(feed));
      await tab.getByText('There is no address yet.').waitFor();
      server.answers.set(`${PLAN}/closures`, ok({ ...CALENDAR, feed: { ...feed, address: null } }));
      await press(tab, 'Make an address');
      expect(await tab.getByRole('textbox', { name: 'Address of the calendar' }).inputValue()).toBe(address);
      server.answers.set(`POST ${PLAN}/calendar-address/stop`, ok({ madeAtWords: null, address: null }));
      await press(tab, 'Stop the address');
      await tab.getByText('The address leads nowhere any more.').waitFor();
      expect(await tab.getByRole('textbox', { name: 'Address of the calendar' }).count()).toBe(0);
    }));
});

describe('an import', () => {
  test('is shown as what it would do, looked at again with other columns, begun once and followed', () =>
    withSection('import', {}, async ({ tab, server }) => {
      server.answers.set(`POST ${PLAN}/imports`, ok(PREVIEW));
      await tab.getByRole('button', { name: 'Choose a file' }).waitFor();
      await choose(tab, 'plan.csv', 'Ref,Budget');
      await tab.getByText('Recommendations: 1 new, 2 to change, 28 as they are').waitFor();
      await tab.getByText('Row 7: “Soon” is no date.').waitFor();
      await tab.getByLabel('Budget').selectOption('latestNote');
      await tab.getByText('You changed a column: look again before you import.').waitFor();
      const take = tab.getByRole('button', { name: 'Import', exact: true });
      expect(await take.getAttribute('aria-disabled')).toBe('true');
      const columns = [PREVIEW.columns[0], { header: 'Budget', field: 'latestNote' }];
      server.answers.set(`POST ${PLAN}/imports/i1/preview`, ok({ ...PREVIEW, columns }));
      await press(tab, 'Look again with these columns');
      const begun = { imports: [{ ...SENT, state: 'confirmed', failure: null }] };
      server.answers.set(`POST ${PLAN}/imports/i1/confirm`, ok(begun));
      server.answers.set(`${PLAN}/imports`, ok(begun));
      await tab.getByText('You changed a column').waitFor({ state: 'detached' });
      await press(tab, 'Import');
      await tab.getByText('plan.csv: the import has begun.').waitFor();
      await tab.getByText('Being written to the SharePoint lists').waitFor();
      expect(server.posts.slice(1)).toEqual([
        { path: `${PLAN}/imports/i1/preview`, body: { columns: { Budget: 'latestNote' } } },
        { path: `${PLAN}/imports/i1/confirm`, body: {} },
      ]);
    }));

  test('of a file that cannot be read says why', () =>
    withSection('import', {}, async ({ tab, server }) => {
      server.answers.set(`POST ${PLAN}/imports`, refused(400, 'The file is a PDF. Send the Word document.'));
      await tab.getByRole('button', { name: 'Choose a file' }).waitFor();
      await choose(tab, 'plan.pdf', '%PDF');
      await tab.getByRole('status').getByText('The file is a PDF. Send the Word document.').waitFor();
    }));

  test('says what was done, what stopped it, and what still waits', () => {
    const imports = [
      { ...SENT, state: 'shown', failure: null },
      { ...SENT, importKey: 'i2', fileName: 'old.docx', state: 'done', lists: [COUNTS], failure: null },
      {
        ...SENT,
        importKey: 'i3',
        fileName: 'older.xlsx',
        state: 'done',
        failure: 'SharePoint refused 2 rows.',
      },
    ];
    return withSection(
      'import',
      { answers: { [`${PLAN}/imports`]: ok({ imports }) } },
      async ({ tab, server }) => {
        await tab.getByText('✓ Everything is in the SharePoint lists.').waitFor();
        await tab.getByText('Recommendations: 1 made, 2 changed, 28 as they were').waitFor();
        await tab.getByText('✕ Not all imported. SharePoint refused 2 rows.').waitFor();
        server.answers.set(`POST ${PLAN}/imports/i1/preview`, ok(PREVIEW));
        await press(tab, 'Look again at plan.csv');
        await tab.getByRole('heading', { name: 'plan.csv: what importing it would do' }).waitFor();
      },
    );
  });
});

test('the lists say how they stand, and what SharePoint refused is tried again', () => {
  const refusedWrite = {
    outboxId: 7,
    list: 'Actions',
    title: 'Train the panel',
    whatWords: 'Stage',
    reasonWords: 'SharePoint did not take it.',
    madeAtWords: 'Mon 24 Jan 2022, 10:00',
  };
  const lists = { ...sampleListsState(), refused: [refusedWrite], refusedCount: 1 };
  return withSection('lists', { answers: { [LISTS_PATH]: ok({ lists }) } }, async ({ tab, server }) => {
    await tab.getByText('3 changes wait to be written; Milepost keeps trying.').waitFor();
    await tab.getByRole('heading', { name: 'Rows to put right by hand: 12' }).waitFor();
    server.answers.set(`POST ${PLAN}/lists/refused/7/again`, ok({ lists }));
    await press(tab, 'Try again: Train the panel');
    await tab.getByRole('status').getByText('It is tried again now.').waitFor();
  });
});

describe('is accessible and fits', () => {
  test.each([
    ['default', 1280],
    ['dark', 768],
    ['contrast', 320],
  ] as const)('in %s at %i px', (theme, width) =>
    withSection('import', { theme, width }, async ({ tab, server }) => {
      server.answers.set(`POST ${PLAN}/imports`, ok(PREVIEW));
      await tab.getByRole('button', { name: 'Choose a file' }).waitFor();
      await choose(tab, 'plan.csv', 'Ref,Budget');
      await tab.getByText('Row 7: “Soon” is no date.').waitFor();
      for (const [section, heading] of [
        ['import', 'Import'],
        ['closures', 'Closed and quiet days'],
        ['lists', 'SharePoint lists'],
      ] as const) {
        await tab.evaluate((hash) => {
          window.location.hash = hash;
        }, `plan=alp&view=settings&section=${section}`);
        await tab.getByRole('heading', { name: heading, exact: true }).waitFor();
        expect([section, await accessibilityFaults(tab)]).toEqual([section, []]);
        const widths = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        expect([section, ...widths]).toEqual([section, width, width]);
      }
    }),
  );
});
