import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../helpers/browser.ts';
import { buildTabIfStale } from './built-tab.ts';
import { keyboardOf } from './keyboard.ts';
import { LISTS_PATH, type OpenOptions, type OpenTab, ok, PLAN_PATH, refused, withTab } from './open-tab.ts';
import { sampleOverview } from './sample-overview.ts';
import {
  REPORT_KEY,
  REPORT_PATH,
  REPORTS_PATH,
  sampleReport,
  sampleReports,
  sampleVersion,
} from './sample-reports.ts';

let browser: Browser;
beforeAll(async () => {
  await buildTabIfStale();
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Opens the board reports, or the report of the sample where the place says so. */
const withReports = (place: string, answers: OpenOptions['answers'], use: (open: OpenTab) => Promise<void>) =>
  withTab(
    browser,
    {
      subPage: `alp?view=reports${place}`,
      answers: { [REPORTS_PATH]: ok(sampleReports()), [REPORT_PATH]: ok(sampleReport()), ...answers },
    },
    use,
  );
const OF_REPORT = `&report=${encodeURIComponent(REPORT_KEY)}`;
const hashOf = ({ tab }: OpenTab) => tab.evaluate(() => window.location.hash);

describe('the boards', () => {
  test('are told with who sees to their reports, what is to do, what is wrong, and what they got', () =>
    withReports('', {}, async ({ tab, complaints }) => {
      const board = tab.getByRole('region', { name: 'SEND Improvement Board' });
      await board.getByText(/^The draft for Mon 14 Feb 2022 is ready/).waitFor();
      expect(await board.getByRole('definition').allTextContents()).toEqual([
        'Mon 14 Feb 2022',
        'SEND Improvement Board chair',
        'Head of SEND',
      ]);
      const posted = board.getByRole('listitem');
      expect(await posted.first().innerText()).toContain('corrected, version 2');
      expect(await posted.getByRole('link', { name: /^SEND Improvement Board,/ }).allTextContents()).toEqual([
        'SEND Improvement Board, 13 Dec 2021',
        'SEND Improvement Board, 13 Oct 2021',
      ]);
      const schools = tab.getByRole('region', { name: 'Schools Forum' });
      await schools.getByText(/^Schools Forum has no chair/).waitFor();
      expect(await schools.getByRole('link').count()).toBe(0);
      expect(complaints).toEqual([]);
    }));

  test('lead plan managers to where a problem is put right', () => {
    const overview = sampleOverview();
    const asManager = { ...overview, viewer: { ...overview.viewer, isPlanManager: true } };
    return withReports(
      '',
      { [PLAN_PATH]: ok(asManager), [LISTS_PATH]: ok({ lists: null }) },
      async (open) => {
        await open.tab.getByRole('link', { name: 'Open the settings of Schools Forum' }).click();
        expect(await hashOf(open)).toContain('view=settings&section=boards/schools');
      },
    );
  });

  test('can be one alone, as the tab of its channel opens with; a report is taken away as Word, PDF or note', () =>
    withReports('&group=SEND%20Improvement%20Board', {}, async ({ page, tab, server }) => {
      await tab.getByRole('link', { name: 'Show all 2 boards' }).waitFor();
      expect(await tab.getByText('Schools Forum').count()).toBe(0);
      const path = `${REPORTS_PATH}/report%3Aboard%3A2021-12-13/papers/report`;
      server.answers.set(path, {
        status: 200,
        body: 'pdf',
        headers: { 'content-disposition': "attachment; filename*=UTF-8''Report%20of%20December.pdf" },
      });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        tab.getByRole('button', { name: 'PDF: SEND Improvement Board, 13 Dec 2021' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('Report of December.pdf');
      expect(server.asked).toContain(`${path}?format=pdf&version=2`);
      await tab.getByRole('button', { name: 'Public note: SEND Improvement Board, 13 Dec 2021' }).click();
      await tab
        .getByRole('status')
        .getByText(/^It could not be downloaded/)
        .waitFor();
    }));

  test('that are none, cannot be read, or are looked at on a past day, say so', async () => {
    await withReports('', { [REPORTS_PATH]: ok({ boards: [] }) }, ({ tab }) =>
      tab.getByText(/A plan manager can add one/).waitFor(),
    );
    await withReports('&on=2022-03-14', {}, ({ tab }) =>
      tab.getByText(/as they stand now, whichever day is chosen above/).waitFor(),
    );
    await withReports('', { [REPORTS_PATH]: refused(503, 'Wait a minute.') }, async ({ tab, server }) => {
      await tab.getByRole('alert').getByText('Wait a minute.').waitFor();
      server.answers.set(REPORTS_PATH, ok(sampleReports()));
      await tab.getByRole('button', { name: 'Try again' }).click();
      await tab.getByRole('heading', { name: 'Board reports', exact: true }).waitFor();
    });
  });
});

describe('a draft', () => {
  test('tells whose words each section has, and what it comes from', () =>
    withReports(OF_REPORT, {}, async (open) => {
      const { tab } = open;
      const confidence = tab.getByRole('region', { name: 'Overall confidence', exact: true });
      await confidence.getByText('Edited by Chair of the SEND Improvement Board, Mon 7 Feb 2022').waitFor();
      await confidence.getByText('(not in the public note)').waitFor();
      expect(await tab.getByRole('region').locator('h2').allTextContents()).toEqual([
        'What comes next',
        ...sampleReport().sections.map(({ title }) => title),
      ]);
      const asked = tab.getByRole('region', { name: 'What is asked of the board' });
      await asked.getByText('As the data say').waitFor();
      await asked.getByRole('link', { name: /^12 ?, / }).click();
      expect(await hashOf(open)).toContain('item=Recommendations/rec-12');
    }));

  test('is shown as page, public note and easy read, with headings, captions and a bar in words', () =>
    withReports(`${OF_REPORT}&paper=page`, {}, async (open) => {
      const { tab } = open;
      const paper = tab.getByRole('article', { name: 'SEND Improvement Board: report' });
      await paper.getByRole('img', { name: /^Of 31 recommendations: 10 Complete, 17 Green/ }).waitFor();
      const table = paper.getByRole('table', { name: 'Recommendations by theme and colour' });
      expect(await table.getByRole('columnheader').first().innerText()).toBe('Theme');
      expect(await table.getByRole('rowheader').last().innerText()).toBe('All themes');
      await tab.getByText(/sides of A4/).waitFor();
      await tab.getByRole('link', { name: 'Public note' }).click();
      await tab.getByRole('article', { name: sampleReport().note.title }).waitFor();
      expect(await tab.getByText('funding of the analyst').count()).toBe(0);
      await tab.getByRole('link', { name: 'Easy read' }).click();
      await tab.getByRole('article', { name: sampleReport().easyRead.title }).waitFor();
      expect(await hashOf(open)).toContain('paper=easy-read');
    }));

  test('is printed alone: the paper, and nothing around it', () =>
    withReports(`${OF_REPORT}&paper=note`, {}, async ({ page, tab }) => {
      await tab.getByRole('article').waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await tab.getByRole('article').isVisible()).toBe(true);
      expect(await tab.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
      expect(await tab.getByRole('navigation').first().isVisible()).toBe(false);
    }));

  test('that is not for somebody, or not there, says so and leads back', () =>
    withReports(OF_REPORT, { [REPORT_PATH]: refused(403, 'The draft is for the chair.') }, async (open) => {
      await open.tab.getByRole('alert').getByText('The draft is for the chair.').waitFor();
      await open.tab.getByRole('link', { name: 'All board reports' }).click();
      await open.tab.getByRole('heading', { name: 'Board reports', exact: true }).waitFor();
      expect(await hashOf(open)).not.toContain('report=');
    }));
});

describe('what is done with a report', () => {
  const OBSTACLE = 'SEND Improvement Board has no channel, so its reports reach nobody.';

  test('is barred in words, on a button that can still be reached', () =>
    withReports(OF_REPORT, { [REPORT_PATH]: ok(sampleReport({ obstacles: [OBSTACLE] })) }, async (open) => {
      const approve = open.tab.getByRole('button', { name: 'Approve' });
      await approve.focus();
      expect(await approve.getAttribute('aria-disabled')).toBe('true');
      expect(await approve.evaluate((button) => button === document.activeElement)).toBe(true);
      const described = await approve.evaluate(
        (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
      );
      expect(described).toBe(OBSTACLE);
      await approve.press('Enter');
      expect(open.server.posts).toEqual([]);
    }));

  test('goes from draft to approved to posted, and asks before it posts', () =>
    withReports(OF_REPORT, {}, async ({ page, tab, server }) => {
      const answer = (report: ReturnType<typeof sampleReport>, step: string) => {
        server.answers.set(REPORT_PATH, ok(report));
        server.answers.set(`POST ${REPORT_PATH}/${step}`, ok(report));
      };
      await tab.getByRole('button', { name: 'Approve' }).waitFor();
      answer(sampleReport({ state: 'Approved' }), 'approve');
      await tab.getByRole('button', { name: 'Approve' }).click();
      await tab.getByText(/^Approved by Director for Education/).waitFor();
      expect(await tab.getByRole('button', { name: /^Edit/ }).count()).toBe(0);
      expect(server.posts[0]?.body).toMatchObject({ seen: { confidence: 1, asked: 0 } });

      const post = tab.getByRole('button', { name: 'Post…' });
      await post.click();
      const dialog = tab.getByRole('dialog', { name: 'Post this report to SEND Improvement Board?' });
      await dialog.getByText(/goes to the channel of SEND Improvement Board, at once/).waitFor();
      await dialog.getByText(/never changed again/).waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await post.evaluate((button) => button === document.activeElement)).toBe(true);

      const posted = { state: 'Posted', version: 1, versions: [sampleVersion()] } as const;
      server.answers.set(`POST ${REPORT_PATH}/post`, refused(503, 'Wait a minute.'));
      await post.click();
      await dialog.getByRole('button', { name: 'Post' }).click();
      await tab.getByRole('status').getByText('Wait a minute.').waitFor();
      answer(sampleReport(posted), 'post');
      await post.click();
      await dialog.getByRole('button', { name: 'Post' }).click();
      await tab.getByRole('list', { name: 'What posting made' }).waitFor();
      const [first, second] = server.posts.filter(({ path }) => path.endsWith('/post'));
      expect(first?.body).toMatchObject({ approvedAt: '2022-02-10T16:00:00.000Z' });
      // What was sent before its answer was lost is not posted twice.
      expect(second?.body).toEqual(first?.body);
    }));

  test('is tried again where a part failed, and corrected once somebody says what is different', () => {
    const posted = sampleReport({
      state: 'Posted',
      version: 1,
      may: { correct: true },
      versions: [sampleVersion()],
    });
    return withReports(OF_REPORT, { [REPORT_PATH]: ok(posted) }, async (open) => {
      const { page, tab, server } = open;
      const failed = tab.getByRole('listitem').filter({ hasText: 'the library is read-only' });
      server.answers.set(`POST ${REPORT_PATH}/retry`, ok(posted));
      await Promise.all([
        page.waitForResponse(/\/retry$/),
        failed.getByRole('button', { name: 'Try again: PDF' }).click(),
      ]);
      expect(server.posts).toEqual([{ path: `${REPORT_PATH}/retry`, body: { part: 'pdf', version: 1 } }]);

      server.answers.set(`POST ${REPORT_PATH}/retry`, refused(503, 'Wait a minute.'));
      await failed.getByRole('button', { name: 'Try again: PDF' }).click();
      await tab.getByRole('status').getByText('Wait a minute.').waitFor();

      const correct = tab.getByRole('button', { name: 'Correct this report…' });
      await correct.click();
      const dialog = tab.getByRole('dialog', { name: 'Correct this report' });
      expect(await dialog.getByText('Wait a minute.').count()).toBe(0);
      const described = await dialog.evaluate(
        (shown) => document.getElementById(shown.getAttribute('aria-describedby') ?? '')?.textContent,
      );
      expect(described).toMatch(/^A new version begins.*stays beside it\.$/);
      await dialog.getByRole('button', { name: 'Write the correction' }).click();
      await dialog.getByText('Say what will be different.').waitFor();
      const different = dialog.getByRole('textbox', { name: /^What is different/ });
      await different.fill('4 waits on Data.');
      await page.keyboard.press('Escape');
      await correct.click();
      expect(await different.inputValue()).toBe('4 waits on Data.');
      const held = { error: { code: 'HELD', message: 'This may name a child.' } };
      server.answers.set(`POST ${REPORT_PATH}/correct`, { status: 400, body: held });
      await dialog.getByRole('button', { name: 'Write the correction' }).click();
      await dialog.getByText('This may name a child.').waitFor();
      await dialog.getByRole('checkbox', { name: 'I have checked: this does not name a child' }).check();
      const draft = sampleReport({ versions: [sampleVersion()], correction: '4 waits on Data.' });
      server.answers.set(`POST ${REPORT_PATH}/correct`, ok(draft));
      server.answers.set(REPORT_PATH, ok(draft));
      await dialog.getByRole('button', { name: 'Write the correction' }).click();
      await tab.getByText(/^This is a correction/).waitFor();
      await tab.getByRole('link', { name: 'As card' }).click();
      const card = tab.getByRole('article', { name: 'The card' });
      await card.getByRole('heading', { name: 'SEND Improvement Board: corrected report' }).waitFor();
      await card.getByText('This corrects the report posted before. 4 waits on Data.').waitFor();
      expect(server.posts.at(-1)?.body).toMatchObject({ words: '4 waits on Data.', checked: true });
      await tab.getByRole('link', { name: 'Version 1', exact: true }).click();
      expect(await hashOf(open)).toContain('version=1');
    });
  });

  test('leaves what was posted as it was, and says that it was corrected', () =>
    withReports(
      `${OF_REPORT}&version=1`,
      {
        [REPORT_PATH]: ok(
          sampleReport({ state: 'Posted', version: 1, versions: [sampleVersion(2), sampleVersion(1)] }),
        ),
      },
      async ({ tab, server }) => {
        await tab.getByText(/It was corrected since: version 2 is the newest/).waitFor();
        expect(server.asked).toContain(`${REPORT_PATH}?version=1`);
        await tab.getByText(/What is different: Recommendation 4 waits on Data/).waitFor();
        expect(await tab.getByRole('button', { name: /^Correct/ }).count()).toBe(0);
        // A part of it is tried again, and shown there, though a correction is open.
        const pdf = tab.getByRole('listitem').filter({ hasText: 'PDF' });
        const [newest, first] = [sampleVersion(2), sampleVersion(1)];
        const parts = first.parts.map((part) => ({ ...part, state: 'done' as const, words: 'It is there.' }));
        const versions = [newest, { ...first, parts }];
        server.answers.set(`POST ${REPORT_PATH}/retry`, ok(sampleReport({ versions })));
        server.answers.set(REPORT_PATH, ok(sampleReport({ state: 'Posted', version: 1, versions })));
        await pdf.getByRole('button', { name: 'Try again: PDF' }).click();
        await pdf.getByText('It is there.').waitFor();
        expect(await tab.evaluate(() => window.location.hash)).toContain('version=1');
      },
    ));
});

test('a draft is edited, approved and posted by keyboard alone, with the focus always in sight', () =>
  withReports(OF_REPORT, {}, async ({ page, tab, server }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1280, height: 500 });
    await tab.getByRole('button', { name: 'Approve' }).waitFor();
    const keyboard = keyboardOf(page, tab);
    const edit = tab.getByRole('button', { name: 'Edit: What is asked of the board' });
    await keyboard.tabTo(edit);
    server.answers.set(`PUT ${REPORT_PATH}/sections/asked`, ok(sampleReport()));
    await keyboard.press('Enter');
    await keyboard.type('Agree the plan. ');
    await keyboard.tabTo(tab.getByRole('button', { name: 'Done' }));
    await keyboard.press('Enter');
    expect(await edit.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(server.posts[0]?.body).toMatchObject({ words: expect.stringContaining('Agree the plan. ') });

    const approved = sampleReport({ state: 'Approved' });
    server.answers.set(`POST ${REPORT_PATH}/approve`, ok(approved));
    server.answers.set(REPORT_PATH, ok(approved));
    await keyboard.tabTo(tab.getByRole('button', { name: 'Approve' }), 'Shift+Tab');
    await keyboard.press('Enter');
    // The button that was pressed is gone: the focus goes on at what came of it.
    await tab
      .getByRole('status')
      .getByText(/^Approved: figures and words stay/)
      .waitFor();
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toMatch(/^Approved: /);
    await keyboard.tabTo(tab.getByRole('button', { name: 'Post…' }), 'Shift+Tab');
    await keyboard.press('Enter');
    const posted = sampleReport({ state: 'Posted', version: 1, versions: [sampleVersion()] });
    server.answers.set(`POST ${REPORT_PATH}/post`, ok(posted));
    server.answers.set(REPORT_PATH, ok(posted));
    await keyboard.tabTo(tab.getByRole('dialog').getByRole('button', { name: 'Post' }));
    await keyboard.press('Enter');
    await tab.getByRole('list', { name: 'What posting made' }).waitFor();
    expect(keyboard.lost).toEqual([]);
  }));
