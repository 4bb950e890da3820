import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ReportEdit } from '../../plan/content.ts';
import { openBrowser } from '../helpers/browser.ts';
import { makeEdit } from '../plan/board-reports/helpers/make-report.ts';
import { buildTabIfStale } from './built-tab.ts';
import { type OpenTab, ok, refused, withTab } from './open-tab.ts';
import { REPORT_KEY, REPORT_PATH, SAMPLE_EDIT, sampleReport } from './sample-reports.ts';

let browser: Browser;
beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const SECTION_PATH = `${REPORT_PATH}/sections/confidence`;
const BEGAN_WITH = SAMPLE_EDIT.words;

/** The report with the section as somebody else has put it. */
const withEdit = (over: Partial<ReportEdit>) =>
  sampleReport({ edits: [makeEdit('confidence', { editedByName: 'Head of SEND', ...over })] });
/** What the server answers who began with an older version. */
const changed = (over: Partial<ReportEdit>) => ({
  status: 409,
  body: {
    error: { code: 'CHANGED', message: 'Head of SEND changed this section meanwhile.' },
    theirs: makeEdit('confidence', { editedByName: 'Head of SEND', ...over }),
  },
});

interface OpenField extends OpenTab {
  readonly field: ReturnType<OpenTab['tab']['getByRole']>;
  readonly section: ReturnType<OpenTab['tab']['getByRole']>;
  /** The words sent so far, with the version each began with. */
  readonly sent: () => readonly unknown[];
}

/** Opens the draft with the field of a section open. */
const withField = (use: (open: OpenField) => Promise<void>) =>
  withTab(
    browser,
    {
      subPage: `alp?view=reports&report=${encodeURIComponent(REPORT_KEY)}&section=confidence`,
      answers: {
        [REPORT_PATH]: ok(sampleReport()),
        [`PUT ${SECTION_PATH}`]: ok(withEdit({ words: 'Saved.', version: 2 })),
      },
    },
    async (open) => {
      const section = open.tab.getByRole('region', { name: 'Overall confidence', exact: true });
      const field = section.getByRole('textbox', { name: 'Words of “Overall confidence”' });
      await field.waitFor();
      const sent = () => open.server.posts.map(({ body }) => body);
      await use({ ...open, section, field, sent });
    },
  );
const saved = (page: Page) => page.waitForResponse((response) => response.request().method() === 'PUT');

test('what is typed is saved by itself, with the version it began with, and then with the next', () =>
  withField(async ({ page, field, section, sent }) => {
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe(BEGAN_WITH);
    await field.fill('One.');
    await section.getByText('Not saved yet').waitFor();
    await section.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    // Leaving the field waits for nothing.
    await field.fill('Two.');
    await Promise.all([saved(page), field.blur()]);
    expect(sent()).toEqual([
      { words: 'One.', isInternal: null, version: 1, checked: false },
      { words: 'Two.', isInternal: null, version: 2, checked: false },
    ]);
  }));

test('what is typed is saved where somebody goes to another page at once', () =>
  withField(async ({ page, tab, field, sent }) => {
    await tab.evaluate(() => {
      const { fetch: send } = window;
      window.fetch = (at, how) => {
        if (how?.method === 'PUT') Object.assign(window, { outlivesPage: how.keepalive });
        return send(at, how);
      };
    });
    await field.fill('Just before leaving.');
    await Promise.all([saved(page), tab.getByRole('link', { name: 'All items' }).click()]);
    expect(sent()).toMatchObject([{ words: 'Just before leaving.' }]);
    expect(await tab.evaluate(() => Reflect.get(window, 'outlivesPage'))).toBe(true);
  }));

test('what somebody else saved meanwhile is not overwritten: both are shown, and merged by hand', () =>
  withField(async ({ page, tab, server, field, section, sent }) => {
    server.answers.set(`PUT ${SECTION_PATH}`, changed({ words: 'Theirs.', version: 5 }));
    await field.fill('Mine.');
    await section.getByText(/^Head of SEND saved this section while you changed it/).waitFor();
    await section
      .getByRole('status')
      .getByText(/^Not saved: somebody else saved/)
      .waitFor();
    expect(await field.inputValue()).toBe('Mine.');
    await section.getByRole('group', { name: 'What Head of SEND wrote' }).getByText('Theirs.').waitFor();
    await section.getByRole('button', { name: /^Put theirs below mine.*: Overall confidence$/ }).click();
    expect(await field.inputValue()).toBe('Mine.\n\nTheirs.');
    await field.fill('Mine and theirs.');
    await tab.getByRole('heading', { name: 'Overall confidence', exact: true }).click();
    server.answers.set(`PUT ${SECTION_PATH}`, ok(withEdit({ words: 'Mine and theirs.', version: 6 })));
    await Promise.all([saved(page), section.getByRole('button', { name: /^Save mine/ }).click()]);
    await section.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    // Nothing was sent while nobody had decided.
    expect(sent()).toEqual([
      { words: 'Mine.', isInternal: null, version: 1, checked: false },
      { words: 'Mine and theirs.', isInternal: null, version: 5, checked: false },
    ]);
  }));

test('what somebody else saved meanwhile can be taken instead', () =>
  withField(async ({ server, field, section, sent }) => {
    server.answers.set(`PUT ${SECTION_PATH}`, changed({ words: 'Theirs.', version: 5 }));
    await field.fill('Mine.');
    server.answers.set(REPORT_PATH, ok(withEdit({ words: 'Theirs.', version: 5 })));
    await section.getByRole('button', { name: 'Take theirs: Overall confidence' }).click();
    await section
      .getByRole('button', { name: 'Take theirs: Overall confidence' })
      .waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('Theirs.');
    expect(sent()).toHaveLength(1);
  }));

test('what others change appears by itself, and the field that somebody types in stays as it is', () =>
  withField(async ({ tab, server, field, section }) => {
    const edits = [
      makeEdit('confidence', { words: 'Theirs.', version: 4, editedByName: 'Head of SEND' }),
      makeEdit('risks', { words: 'A new risk.' }),
    ];
    server.answers.set(REPORT_PATH, ok(sampleReport({ edits })));
    server.tell();
    await tab.getByText('A new risk.').waitFor();
    expect(await field.inputValue()).toBe(BEGAN_WITH);
    await section
      .getByRole('status')
      .getByText(/^Head of SEND changed this section meanwhile/)
      .waitFor();
    await section.getByRole('button', { name: 'Show the new words: Overall confidence' }).click();
    expect(await field.inputValue()).toBe('Theirs.');
  }));

test('what cannot be sent is kept, told, and sent again; without a network as soon as there is one', () =>
  withField(async ({ page, server, field, section, sent }) => {
    server.answers.set(`PUT ${SECTION_PATH}`, refused(503, 'Wait a minute.'));
    await field.fill('Kept.');
    await section.getByRole('status').getByText('Not saved: Wait a minute. What you typed is kept').waitFor();
    server.answers.set(`PUT ${SECTION_PATH}`, ok(withEdit({ words: 'Kept.', version: 2 })));
    await section.getByRole('button', { name: 'Try now: Overall confidence' }).click();
    await section.getByRole('status').getByText('Saved', { exact: true }).waitFor();

    await page.context().setOffline(true);
    await field.fill('Typed on the train.');
    await section
      .getByRole('status')
      .getByText(/^Not saved: Milepost could not be reached/)
      .waitFor();
    await page.context().setOffline(false);
    await section.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect(sent().at(-1)).toMatchObject({ words: 'Typed on the train.', version: 2 });
  }));

test('what was not saved when the page went away is offered again, and saved once somebody says so', () =>
  withField(async ({ page, server, field, section, sent }) => {
    page.on('dialog', (dialog) => dialog.accept());
    server.answers.set(`PUT ${SECTION_PATH}`, refused(503, 'Wait a minute.'));
    await field.fill('Almost lost.');
    await section
      .getByRole('status')
      .getByText(/^Not saved: Wait/)
      .waitFor();
    await page.reload();
    const again = page
      .frameLocator('iframe')
      .getByRole('region', { name: 'Overall confidence', exact: true });
    await again
      .getByRole('status')
      .getByText(/^Not saved: this is what you typed before/)
      .waitFor();
    expect(await again.getByRole('textbox').inputValue()).toBe('Almost lost.');
    server.answers.set(`PUT ${SECTION_PATH}`, ok(withEdit({ words: 'Almost lost.', version: 2 })));
    const soFar = sent().length;
    await again.getByRole('button', { name: 'Save what I typed: Overall confidence' }).click();
    await again.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect(sent().slice(soFar)).toMatchObject([{ words: 'Almost lost.', version: 1 }]);
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  }));

test('what the server does not take stays in the field with the reason, until it is changed', () =>
  withField(async ({ server, field, section, sent }) => {
    server.answers.set(`PUT ${SECTION_PATH}`, refused(400, 'This may name a child.'));
    await field.fill('Sam, born 3 May 2012.');
    await section.getByRole('status').getByText('Not saved. This may name a child.').waitFor();
    await field.blur();
    server.answers.set(`PUT ${SECTION_PATH}`, ok(withEdit({ words: 'A child.', version: 2 })));
    await field.fill('A child.');
    await section.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect(sent()).toMatchObject([{ words: 'Sam, born 3 May 2012.' }, { words: 'A child.' }]);
  }));

test('what may name a child is held back until somebody says that it does not', () =>
  withField(async ({ server, field, section, sent }) => {
    const held = { error: { code: 'HELD', message: 'This may name a child. Look again.' } };
    server.answers.set(`PUT ${SECTION_PATH}`, { status: 400, body: held });
    await field.fill('Sam Green, 3 May 2012.');
    await section.getByRole('status').getByText('Not saved. This may name a child. Look again.').waitFor();
    server.answers.set(`PUT ${SECTION_PATH}`, ok(withEdit({ words: 'Sam Green, 3 May 2012.', version: 2 })));
    const checked = 'I have checked: this does not name a child: Overall confidence';
    await section.getByRole('button', { name: checked }).click();
    await section.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect(sent()).toMatchObject([{ checked: false }, { checked: true }]);
  }));

test('what is typed while somebody approves waits: saving would take the approval back', () =>
  withField(async ({ page, tab, server, field, section, sent }) => {
    server.answers.set(`PUT ${SECTION_PATH}`, refused(503, 'Wait a minute.'));
    await field.fill('Too late.');
    await section
      .getByRole('status')
      .getByText(/^Not saved: Wait/)
      .waitFor();
    server.answers.set(REPORT_PATH, ok(sampleReport({ state: 'Approved' })));
    server.tell();
    await tab.getByRole('button', { name: 'Take the approval back' }).waitFor();
    await section
      .getByRole('status')
      .getByText(/the report is no draft any more/)
      .waitFor();
    const soFar = sent().length;
    server.answers.set(`POST ${REPORT_PATH}/reopen`, ok(sampleReport()));
    server.answers.set(REPORT_PATH, ok(sampleReport()));
    server.answers.set(`PUT ${SECTION_PATH}`, ok(withEdit({ words: 'Too late.', version: 2 })));
    await Promise.all([saved(page), tab.getByRole('button', { name: 'Take the approval back' }).click()]);
    expect(sent().slice(soFar)).toMatchObject([{}, { words: 'Too late.', version: 1 }]);
  }));

test('a section goes back to what the data say, and is made internal or public, each at a press', () =>
  withField(async ({ page, tab, server, section, sent }) => {
    await section.getByRole('button', { name: 'Done: Overall confidence' }).click();
    expect(
      await section
        .getByRole('button', { name: 'Edit: Overall confidence' })
        .evaluate((element) => element === document.activeElement),
    ).toBe(true);
    await section.getByRole('button', { name: 'Show what the data say' }).click();
    const asData =
      sampleReport()
        .sections.find(({ id }) => id === 'confidence')
        ?.words.split('\n')[0] ?? '';
    await section.getByText(asData).waitFor();
    server.answers.set(`PUT ${SECTION_PATH}`, ok(withEdit({ words: null, version: 2 })));
    server.answers.set(REPORT_PATH, ok(withEdit({ words: null, version: 2 })));
    const back = section.getByRole('button', { name: 'Back to what the data say: Overall confidence' });
    await Promise.all([saved(page), back.click()]);
    await section.getByText('As the data say').waitFor();
    const internal = tab.getByRole('switch', { name: /^Overall confidence. Internal/ });
    await Promise.all([saved(page), internal.click()]);
    expect(sent()).toEqual([
      { words: null, isInternal: null, version: 1, checked: false },
      { words: null, isInternal: true, version: 2, checked: false },
    ]);
    // Of what changed the public is told facts even so: that is a choice of its own.
    const changed = tab.getByRole('combobox', { name: /^What changed.*In the public note$/ });
    await changed.getByRole('option', { name: /^Facts only/, selected: true }).waitFor({ state: 'attached' });
    server.answers.set(`PUT ${REPORT_PATH}/sections/changed`, ok(withEdit({ words: null, version: 2 })));
    await Promise.all([saved(page), changed.selectOption('Nothing of it')]);
    expect(server.posts.at(-1)?.body).toMatchObject({ words: null, isInternal: true });
  }));

test('nobody approves what is not saved', () =>
  withField(async ({ page, tab, server, field, sent }) => {
    server.answers.set(`PUT ${SECTION_PATH}`, changed({ words: 'Theirs.', version: 5 }));
    await field.fill('Mine.');
    await Promise.all([saved(page), tab.getByRole('button', { name: 'Approve' }).click()]);
    await tab
      .getByRole('status')
      .getByText(/^Not approved: a section holds words/)
      .waitFor();
    expect(sent()).toHaveLength(1);
  }));
