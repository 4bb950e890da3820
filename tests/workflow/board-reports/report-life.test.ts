import { expect, test } from '@jest/globals';
import type { BoardReportView } from '../../../plan/content.ts';
import { makeDrafts } from '../../../workflow/board-reports/make-drafts.ts';
import { makeReportParts } from '../../../workflow/board-reports/parts/make-parts.ts';
import { deliverNotices } from '../../../workflow/notices/deliver-notices.ts';
import { makeRecommendation } from '../../helpers/make-plan.ts';
import { AUTHOR, BOARD_CHAIR, CHANNEL, DIRECTOR, MANAGER, OWNER, PLAN, REPORT } from './board-plan.ts';
import {
  ask,
  deps,
  documents,
  draft,
  editRows,
  opened,
  openReportDesk,
  planNow,
  post,
  postFirst,
  save,
  startProcess,
  useCases,
  view,
} from './report-desk.ts';

openReportDesk();

const sectionOf = (report: BoardReportView, id: string) =>
  report.sections.find((section) => section.id === id);

test('a draft is made once, however often and in how many processes it is due', async () => {
  const other = startProcess();
  const plan = await planNow();
  const made = await Promise.all([makeDrafts(deps, plan), makeDrafts(other, plan), makeDrafts(deps, plan)]);
  expect(made.reduce((sum, one) => sum + one)).toBe(1);
  expect((await planNow()).boardReports).toMatchObject([
    { key: REPORT, board: 'board', state: 'Draft', periodTo: '2022-02-14' },
  ]);
  expect(await makeDrafts(deps, await planNow())).toBe(0);
  const queued = await opened.database.query(`SELECT kind FROM outbox WHERE list = 'Board reports'`);
  expect(queued).toEqual([{ kind: 'create' }]);
});

test('from draft to approved to posted: the card once, each document once, all of it frozen', async () => {
  await draft();
  await save(AUTHOR, 'Agree the budget of the new centre.');
  const approved = await useCases.approveReport(ask(DIRECTOR));
  expect(approved).toMatchObject({ state: 'Approved', approvedByName: 'Director', version: null });
  const draftWords = 'This is a draft. It is not final.';
  for (const { subtitle } of [approved.note, approved.easyRead]) expect(subtitle[0]).toBe(draftWords);
  await post();
  await post();
  await post('post-it-once-more');
  await deliverNotices(deps);
  expect(await makeReportParts(deps, PLAN.id)).toBe(5);
  await deliverNotices(deps);
  expect(await makeReportParts(deps, PLAN.id)).toBe(0);

  const cards = deps.messenger.of('board-summary');
  expect(cards).toHaveLength(1);
  expect(cards[0]).toMatchObject({ to: { channelId: CHANNEL }, report: { key: REPORT, version: 1 } });
  expect(JSON.stringify(cards[0])).toContain('Agree the budget of the new centre.');
  expect([...documents.files.keys()].toSorted()).toEqual([
    'Board reports/Records/report_3a_board_3a_2022-02-14 v1.json',
    'Board reports/SEND Improvement Board/2022-02-14 report, easy read.docx',
    'Board reports/SEND Improvement Board/2022-02-14 report, public note.docx',
    'Board reports/SEND Improvement Board/2022-02-14 report.docx',
    'Board reports/SEND Improvement Board/2022-02-14 report.pdf',
  ]);
  const posted = await view(OWNER);
  for (const { subtitle } of [posted.note, posted.easyRead]) expect(subtitle).not.toContain(draftWords);
  expect(posted.versions[0]?.parts.map(({ part, state }) => `${part} ${state}`).toSorted()).toEqual([
    'card done',
    'easy-read done',
    'note done',
    'pdf done',
    'record done',
    'word done',
  ]);
  expect(posted).toMatchObject({
    state: 'Posted',
    version: 1,
    may: { edit: false, post: false, correct: false },
  });
  const [row] = (await planNow()).boardReports;
  expect(row).toMatchObject({ state: 'Posted', approvedBy: 'director', periodTo: '2022-01-10' });
  expect(row?.document).toContain('2022-02-14%20report.docx');
});

test('what was posted stays, whatever happens to the lists and however the board is called', async () => {
  await postFirst();
  const before = await view(OWNER);
  const plan = await planNow();
  const board = plan.groups.find(({ key }) => key === 'board');
  if (board === undefined) throw new Error('no board');
  const renamed = { ...board, title: 'Another name' };
  await editRows('Groups', [renamed]);
  await editRows('Recommendations', [
    makeRecommendation({ number: 3, title: 'Called otherwise', stage: 'Complete' }),
  ]);
  deps.setClock('2022-05-01T09:00:00Z');
  const after = await view(OWNER);
  expect(after.paper).toEqual(before.paper);
  expect([after.data, after.sections, after.note, after.easyRead]).toEqual([
    before.data,
    before.sections,
    before.note,
    before.easyRead,
  ]);
  await makeReportParts(deps, PLAN.id);
  expect(documents.uploads.join()).not.toContain('Another name');
});

test('a correction begins with what was posted, says what is different, and is a card of its own', async () => {
  await draft();
  await save(AUTHOR, 'Agree the budget.');
  await useCases.approveReport(ask(DIRECTOR));
  await post();
  await deliverNotices(deps);
  const first = await view(OWNER, 1);
  await editRows('Recommendations', [
    makeRecommendation({ number: 3, title: 'Called otherwise', stage: 'Complete' }),
  ]);
  deps.setClock('2022-02-20T09:00:00Z');
  const words = 'The budget is 2 million, not 3.';
  const first1 = await useCases.correctReport({ ...ask(BOARD_CHAIR), words, submissionKey: 'correct-it-1' });
  const again = await useCases.correctReport({ ...ask(BOARD_CHAIR), words, submissionKey: 'correct-it-1' });
  expect([first1, again]).toMatchObject([{ outcome: 'opened' }, { outcome: 'opened' }]);
  const open = await view(BOARD_CHAIR);
  expect(open).toMatchObject({ state: 'Draft', version: null });
  expect(open.data).toEqual(first.data);
  expect(sectionOf(open, 'asked')?.edit?.words).toBe('Agree the budget.');
  expect(JSON.stringify(open.paper)).toContain(words);
  expect(open.card).toMatchObject({ boardName: open.data.boardName, correction: words });
  // Until it is posted, everybody reads what was posted.
  expect(await view(OWNER)).toMatchObject({ version: 1, state: 'Posted' });
  await save(AUTHOR, 'Agree the budget of 2 million.', { version: 1 });
  await useCases.approveReport(ask(MANAGER));
  await post('post-the-correction');
  await deliverNotices(deps);
  await makeReportParts(deps, PLAN.id);
  const second = await view(OWNER);
  expect(second.data).toEqual(first.data);
  expect(second).toMatchObject({ version: 2, versions: [{ version: 2, correction: words }, { version: 1 }] });
  expect((await view(OWNER, 1)).paper).toEqual(first.paper);
  const cards = deps.messenger.of('board-summary');
  expect(cards.map(({ correction }) => correction)).toEqual([null, words]);
  expect((await planNow()).boardReports[0]?.document).toContain('version%202');
});
