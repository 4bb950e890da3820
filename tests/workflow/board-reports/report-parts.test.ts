import { describe, expect, test } from '@jest/globals';
import type { ReportPart } from '../../../plan/content.ts';
import { makeReportParts } from '../../../workflow/board-reports/parts/make-parts.ts';
import { noteTroubles } from '../../../workflow/lists/state/note-troubles.ts';
import { deliverNotices } from '../../../workflow/notices/deliver-notices.ts';
import { planTroubleNotices } from '../../../workflow/notices/trouble-notice.ts';
import { letTimePass } from '../../store/databases.ts';
import { AUTHOR, BOARD_CHAIR, DIRECTOR, OWNER, PLAN } from './board-plan.ts';
import { refusedWith } from './memory-documents.ts';
import {
  ask,
  deps,
  documents,
  draft,
  opened,
  openReportDesk,
  planNow,
  post,
  postFirst,
  startProcess,
  useCases,
  view,
} from './report-desk.ts';

openReportDesk();

const make = () => makeReportParts(deps, PLAN.id);
const partOf = async (part: ReportPart, version = 1) => {
  const { versions } = await view(BOARD_CHAIR);
  return versions.find((one) => one.version === version)?.parts.find((one) => one.part === part);
};
const retry = (part: ReportPart, actor = BOARD_CHAIR) =>
  useCases.retryReportPart({ ...ask(actor), part, version: 1 });
const waitIsOver = () => opened.database.query(`UPDATE report_part SET not_before = now()`);
const count = (ending: string) => documents.uploads.filter((path) => path.endsWith(ending)).length;

describe('a library that refuses', () => {
  test.each([403, 404, 413, 507])(
    '%i: the others are made, the refused one waits for a press',
    async (status) => {
      await postFirst();
      documents.refusal = (path) => (path.endsWith('.pdf') ? refusedWith(status) : null);
      expect(await make()).toBe(4);
      await waitIsOver();
      expect(await make()).toBe(0);
      expect(await partOf('pdf')).toMatchObject({ state: 'failed', mayRetry: true });
      expect(await partOf('word')).toMatchObject({ state: 'done', mayRetry: false });
      documents.refusal = null;
      await retry('pdf');
      expect(await make()).toBe(1);
      expect(await partOf('pdf')).toMatchObject({
        state: 'done',
        words: expect.stringContaining('documents since'),
      });
      expect([count('.pdf'), count('report.docx')]).toEqual([2, 1]);
    },
  );

  test.each([423, 429, 503, null])(
    '%s passes: it is tried again by itself, later and later',
    async (status) => {
      await postFirst();
      documents.refusal = (path) => (path.endsWith('.json') ? refusedWith(status) : null);
      await make();
      expect(await make()).toBe(0);
      expect(await partOf('record')).toMatchObject({
        state: 'waiting',
        words: expect.stringMatching(/tried again by itself/),
      });
      documents.refusal = null;
      await waitIsOver();
      expect(await make()).toBe(1);
      expect(await partOf('record')).toMatchObject({ state: 'done' });
    },
  );

  test('what never passes waits for a press in the end', async () => {
    await postFirst();
    documents.refusal = (path) => (path.endsWith('.json') ? refusedWith(503) : null);
    for (let attempt = 0; attempt < 14; attempt += 1) {
      await make();
      await waitIsOver();
    }
    expect(await partOf('record')).toMatchObject({ state: 'failed', mayRetry: true });
    expect(count('.json')).toBe(12);
  });

  test('chair and plan managers are told once, and the trouble goes with the failure', async () => {
    await postFirst();
    documents.refusal = (path) => (path.endsWith('.pdf') ? refusedWith(403) : null);
    await make();
    const tell = async () => {
      await noteTroubles(deps, PLAN.id, null);
      await planTroubleNotices(deps, await planNow());
      await deliverNotices(deps);
    };
    for (let round = 0; round < 3; round += 1) await tell();
    const told = deps.messenger
      .of('trouble')
      .filter(({ troubles }) => troubles.some(({ code }) => code === 'REPORT_PART_FAILED'));
    expect(told.map(({ audience }) => audience).toSorted()).toEqual(['chair', 'plan managers']);
    documents.refusal = null;
    await retry('pdf');
    await make();
    await tell();
    expect(await opened.database.query(`SELECT 1 FROM trouble WHERE code = 'REPORT_PART_FAILED'`)).toEqual(
      [],
    );
  });
});

test('only who may edit or post has a part tried again', async () => {
  await postFirst();
  documents.refusal = () => refusedWith(403);
  await make();
  await expect(retry('pdf', OWNER)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(retry('pdf', DIRECTOR)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const shown = await view(OWNER);
  expect(shown.versions[0]?.parts.every(({ mayRetry }) => !mayRetry)).toBe(true);
  await retry('pdf', AUTHOR);
  await expect(useCases.retryReportPart({ ...ask(AUTHOR), part: 'pdf', version: 2 })).rejects.toMatchObject({
    code: 'STALE',
  });
});

test('a process that dies between card and documents: another goes on, and nothing is done twice', async () => {
  await postFirst();
  await deliverNotices(deps);
  documents.refusal = () => {
    throw new Error('the process dies');
  };
  // It dies in the middle: what it held is let go only by time.
  await opened.database.query(
    `INSERT INTO lease (name, holder, expires_at) VALUES ($1, 'dead', now() + interval '45 seconds')`,
    [`reports:${PLAN.id}`],
  );
  const other = startProcess();
  documents.refusal = null;
  expect(await makeReportParts(other, PLAN.id)).toBe(0);
  await letTimePass(opened.database, { seconds: 60 });
  expect(await makeReportParts(other, PLAN.id)).toBe(5);
  await deliverNotices(other);
  expect(other.messenger.sent).toEqual([]);
  expect(deps.messenger.of('board-summary')).toHaveLength(1);
});

test('several processes make each document once', async () => {
  await postFirst();
  const processes = [deps, startProcess(), startProcess()];
  const made = await Promise.all(processes.map((one) => makeReportParts(one, PLAN.id)));
  expect(made.reduce((sum, one) => sum + one)).toBe(5);
  expect(documents.uploads).toHaveLength(5);
});

test('a card that Teams refuses is tried again alone; one that may have arrived is not', async () => {
  await postFirst();
  deps.messenger.answer = () => ({ status: 'permanent', code: 'BadArgument' });
  await deliverNotices(deps);
  await make();
  expect(await partOf('card')).toMatchObject({ state: 'failed', mayRetry: true });
  deps.messenger.answer = () => ({ status: 'ambiguous', code: 'TimedOut' });
  await retry('card');
  await deliverNotices(deps);
  expect(await partOf('card')).toMatchObject({
    state: 'failed',
    mayRetry: false,
    words: expect.stringContaining('may stand'),
  });
  deps.messenger.answer = null;
  await retry('card');
  await deliverNotices(deps);
  expect(deps.messenger.of('board-summary')).toHaveLength(2);
  expect(documents.uploads).toHaveLength(5);
});

test('a card whose notice the ledger does not hold any more is not posted once more', async () => {
  await postFirst();
  await deliverNotices(deps);
  await opened.database.query('DELETE FROM notice');
  expect(await partOf('card')).toMatchObject({ state: 'done', mayRetry: false });
  await retry('card');
  await deliverNotices(deps);
  expect(deps.messenger.of('board-summary')).toHaveLength(1);
});

test('a channel that is not there holds up the card alone', async () => {
  await postFirst();
  deps.messenger.answer = () => ({ status: 'permanent', code: 'ConversationNotFound', isGone: true });
  await deliverNotices(deps);
  expect(await make()).toBe(5);
  expect(await partOf('card')).toMatchObject({ state: 'waiting', words: expect.stringContaining('gone') });
});

test('a template that is no Word file: refused in words, and only what is written with it', async () => {
  documents.files.set('Board reports/Template.docx', new TextEncoder().encode('no Word file'));
  await postFirst();
  expect(await make()).toBe(2);
  expect(await partOf('word')).toMatchObject({ state: 'failed', words: expect.stringMatching(/template/i) });
  expect(await partOf('pdf')).toMatchObject({ state: 'done' });
  await expect(
    useCases.reportPaper({ ...ask(OWNER), paper: 'report', format: 'docx', version: 1 }),
  ).rejects.toMatchObject({ code: 'BAD_INPUT', userMessage: expect.stringMatching(/template/i) });
  const pdf = await useCases.reportPaper({ ...ask(OWNER), paper: 'note', format: 'pdf', version: 1 });
  expect(pdf).toMatchObject({
    name: 'SEND Improvement Board 2022-02-14 public note.pdf',
    contentType: 'application/pdf',
  });
  documents.files.delete('Board reports/Template.docx');
  await retry('word');
  expect(await make()).toBe(1);
});

test('two boards of one name have a folder each', async () => {
  await draft();
  await useCases.approveReport(ask(DIRECTOR));
  await opened.database.query(
    `INSERT INTO report_version (plan_id, report_key, version, folder, posted_at)
     VALUES ($1, 'report:other:2021-02-14', 1, 'send improvement board', now())`,
    [PLAN.id],
  );
  await post();
  await make();
  expect(documents.uploads[0]).toBe('Board reports/SEND Improvement Board (board)/2022-02-14 report.docx');
});
