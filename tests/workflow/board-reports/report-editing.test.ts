import { expect, test } from '@jest/globals';
import { settleStates } from '../../../workflow/board-reports/settle-states.ts';
import { makePlan } from '../../helpers/make-plan.ts';
import { AUTHOR, BOARD_CHAIR, DEPUTY, DIRECTOR, MANAGER, OWNER, PLAN } from './board-plan.ts';
import {
  ask,
  deps,
  draft,
  editRows,
  opened,
  openReportDesk,
  planNow,
  post,
  postFirst,
  save,
  useCases,
  view,
} from './report-desk.ts';

openReportDesk();

const asked = async () => (await view(AUTHOR)).sections.find(({ id }) => id === 'asked')?.edit;

test('two people at once never write over each other: the second gets the other’s words', async () => {
  await draft();
  const [first, second] = [
    await save(AUTHOR, 'The author’s words.'),
    await save(BOARD_CHAIR, 'The chair’s words.'),
  ];
  expect(first).toMatchObject({ outcome: 'saved' });
  expect(second).toMatchObject({
    outcome: 'changed',
    theirs: { words: 'The author’s words.', version: 1, editedByName: 'Report author' },
  });
  expect(await asked()).toMatchObject({ words: 'The author’s words.' });
  expect(await save(BOARD_CHAIR, 'Both.', { version: 1 })).toMatchObject({ outcome: 'saved' });
  expect(await save(AUTHOR, 'The author again.', { version: 1 })).toMatchObject({ outcome: 'changed' });
  expect(await asked()).toMatchObject({ words: 'Both.', version: 2 });
});

test('of two that save in the same moment one is taken, and the other is told', async () => {
  await draft();
  const saved = await Promise.all([save(AUTHOR, 'One.'), save(MANAGER, 'Two.')]);
  expect(saved.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'saved']);
});

test('whoever saves twice goes on from their own words, even where the answer was lost', async () => {
  await draft();
  for (const words of ['A', 'Ag', 'Agree'])
    expect(await save(AUTHOR, words)).toMatchObject({ outcome: 'saved' });
  expect(await asked()).toMatchObject({ words: 'Agree', version: 3 });
  // Somebody else wrote in between: what the author's other window began with is older than that.
  await save(BOARD_CHAIR, 'Agree it.', { version: 3 });
  await save(AUTHOR, 'Agree it today.', { version: 4 });
  expect(await save(AUTHOR, 'Agreed', { version: 3 })).toMatchObject({ outcome: 'changed' });
});

test('the same words are no conflict, and a section goes back to what the data say', async () => {
  await draft();
  await save(AUTHOR, 'Agree.');
  expect(await save(BOARD_CHAIR, 'Agree.')).toMatchObject({ outcome: 'saved' });
  expect(await save(AUTHOR, null, { version: 2, isInternal: true })).toMatchObject({ outcome: 'saved' });
  expect(await asked()).toMatchObject({ words: null, isInternal: true });
});

test('text that may name a child is held back until somebody says that they checked', async () => {
  await draft();
  const words = 'Jo Bloggs, born 3 May 2014, waits for a place.';
  expect(await save(AUTHOR, words)).toMatchObject({ outcome: 'held', problem: { held: true } });
  expect(await asked()).toBeNull();
  expect(await save(AUTHOR, words, { checked: true })).toMatchObject({ outcome: 'saved' });
});

test('text that is too long is refused in words; what can’t be shown is left out', async () => {
  await draft();
  await expect(save(AUTHOR, 'x'.repeat(8_001))).rejects.toMatchObject({
    code: 'BAD_INPUT',
    userMessage: expect.stringContaining('8001 characters, and 8000 fit'),
  });
  await save(AUTHOR, 'One.\r\n\u0000Two.\ud800\u0007  \n');
  expect(await asked()).toMatchObject({ words: 'One.\nTwo.\ufffd' });
});

test('an edit takes the approval back, in the list too', async () => {
  await draft();
  await useCases.approveReport(ask(DIRECTOR));
  await save(AUTHOR, 'Agree something else.');
  expect(await view(AUTHOR)).toMatchObject({ state: 'Draft', approvedByName: null });
  expect((await planNow()).boardReports[0]).toMatchObject({ state: 'Draft', approvedBy: null });
  await expect(post()).rejects.toMatchObject({
    code: 'STALE',
    userMessage: expect.stringContaining('not approved'),
  });
});

test('what was approved is what is posted, whatever the lists say by then', async () => {
  await draft();
  const approved = await useCases.approveReport(ask(DIRECTOR));
  await editRows('Recommendations', makePlan().recommendations);
  deps.setClock('2022-01-20T09:00:00Z');
  expect((await post()).data).toEqual(approved.data);
  const [reopened] = await Promise.allSettled([useCases.reopenReport(ask(DIRECTOR))]);
  expect(reopened).toMatchObject({ status: 'rejected', reason: { code: 'STALE' } });
});

test('nobody approves words that were changed since they looked', async () => {
  await draft();
  await save(AUTHOR, 'Agree.');
  const seen = { asked: 1 };
  await save(AUTHOR, 'Agree something else.', { version: 1 });
  await expect(useCases.approveReport({ ...ask(DIRECTOR), seen })).rejects.toMatchObject({
    code: 'STALE',
    userMessage: expect.stringContaining('Report author changed “What is asked of the board”'),
  });
  expect(await useCases.approveReport({ ...ask(DIRECTOR), seen: { asked: 2, next: 0 } })).toMatchObject({
    state: 'Approved',
  });
});

test('nobody posts what was approved anew since they looked', async () => {
  await draft();
  const { approvedAt } = await useCases.approveReport(ask(DIRECTOR));
  await save(AUTHOR, 'Agree something else.');
  deps.setClock('2022-01-10T09:05:00Z');
  await useCases.approveReport(ask(MANAGER));
  const stale = { ...ask(BOARD_CHAIR), submissionKey: 'post-the-report', approvedAt: approvedAt ?? '' };
  await expect(useCases.postReport(stale)).rejects.toMatchObject({
    code: 'STALE',
    userMessage: expect.stringContaining('Plan manager approved it anew'),
  });
  expect(await view(BOARD_CHAIR)).toMatchObject({ state: 'Approved', versions: [] });
  // They read it anew and press again.
  expect(await post()).toMatchObject({ state: 'Posted' });
});

test('a draft is for those who may change or approve it; to the others it says so', async () => {
  await draft();
  for (const actor of [BOARD_CHAIR, AUTHOR, MANAGER, DIRECTOR, DEPUTY])
    expect(await view(actor)).toMatchObject({ state: 'Draft' });
  await expect(view(OWNER)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const [board] = (await useCases.boardReports({ actor: OWNER, planId: PLAN.id })).boards;
  expect(board).toMatchObject({
    draftKey: null,
    reports: [],
    draftWords: expect.stringContaining('being written'),
  });
  await expect(save(DIRECTOR, 'Mine.')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(useCases.approveReport(ask(AUTHOR))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await useCases.approveReport(ask(DIRECTOR));
  for (const actor of [AUTHOR, MANAGER, DIRECTOR, DEPUTY])
    await expect(post('post-it-instead', actor)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      userMessage: expect.stringContaining('chair'),
    });
});

test('while the chair is away, their deputy posts', async () => {
  await draft();
  await useCases.approveReport(ask(DIRECTOR));
  const chair = PLAN.owners.find(({ key }) => key === 'board-chair');
  if (chair === undefined) throw new Error('no chair');
  const away = { ...chair, awayFrom: '2022-01-01', awayTo: '2022-02-01' };
  await editRows('Owners', [away]);
  const posted = await post('post-it-instead', DEPUTY);
  expect(posted.versions).toMatchObject([{ postedByName: 'Deputy of the chair' }]);
});

test('where the plan asks for a second person, nobody who wrote in it approves it', async () => {
  const setting = {
    key: 's',
    itemId: 1,
    title: 'Board reports are approved by',
    value: 'A second person',
    meaning: null,
  };
  await editRows('Plan settings', [setting]);
  await draft();
  await save(MANAGER, 'The manager’s words.');
  await save(BOARD_CHAIR, 'The chair’s words.', { version: 1 });
  for (const actor of [MANAGER, BOARD_CHAIR]) {
    expect(await view(actor)).toMatchObject({
      may: { approve: false },
      obstacles: [expect.stringContaining('second person')],
    });
    await expect(useCases.approveReport(ask(actor))).rejects.toMatchObject({
      userMessage: expect.stringContaining('second person'),
    });
  }
  expect(await useCases.approveReport(ask(DIRECTOR))).toMatchObject({ approvedByName: 'Director' });
});

test('a board without a channel or a chair: said in words, and nothing is posted', async () => {
  await draft();
  await useCases.approveReport(ask(DIRECTOR));
  const board = PLAN.groups.find(({ key }) => key === 'board');
  if (board === undefined) throw new Error('no board');
  const silent = { ...board, channelId: null };
  await editRows('Groups', [silent]);
  expect((await view(BOARD_CHAIR)).obstacles).toEqual([expect.stringContaining('no channel')]);
  await expect(post()).rejects.toMatchObject({
    code: 'BAD_INPUT',
    userMessage: expect.stringContaining('no channel'),
  });
  expect(await opened.database.query('SELECT 1 FROM notice')).toEqual([]);
  expect(await opened.database.query('SELECT 1 FROM report_part')).toEqual([]);
  const headless = { ...board, chair: null };
  await editRows('Groups', [headless]);
  await expect(post()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const [listed] = (await useCases.boardReports({ actor: MANAGER, planId: PLAN.id })).boards;
  expect(listed?.problems).toEqual([expect.stringContaining('no chair')]);
});

test('what somebody types as the state in the list approves and posts nothing, and is put back', async () => {
  await draft();
  const type = async (state: string | null) => {
    const [row] = (await planNow()).boardReports;
    if (row === undefined) throw new Error('no report');
    const typed = { ...row, state };
    await editRows('Board reports', [typed]);
    const settled = await settleStates(deps, await planNow());
    return [settled, (await planNow()).boardReports[0]?.state];
  };
  expect(await type('Approved')).toEqual([1, 'Draft']);
  expect(await type('Draft')).toEqual([0, 'Draft']);
  await expect(post()).rejects.toMatchObject({ code: 'STALE' });
  await useCases.approveReport(ask(DIRECTOR));
  await post();
  expect(await type(null)).toEqual([1, 'Posted']);
  expect(await view(OWNER)).toMatchObject({ state: 'Posted', version: 1 });
});

test('a draft that somebody deleted in SharePoint is not made again', async () => {
  await draft();
  const version = async () => (await opened.database.query('SELECT version FROM plan_site'))[0];
  await opened.database.query('UPDATE mirror_board_reports SET deleted = true');
  await editRows('Owners', []);
  const before = await version();
  await draft();
  expect((await planNow()).boardReports).toEqual([]);
  expect(await version()).toEqual(before);
  await expect(view(AUTHOR)).rejects.toMatchObject({
    code: 'NOT_FOUND',
    userMessage: expect.stringContaining('recycle bin'),
  });
});

test('a correction says what is different, of what was posted, and is opened once', async () => {
  await draft();
  const correct = (words: string, submissionKey = 'correct-it-now') =>
    useCases.correctReport({ ...ask(BOARD_CHAIR), words, submissionKey });
  await expect(correct('Too early.')).rejects.toMatchObject({ code: 'STALE' });
  await useCases.approveReport(ask(DIRECTOR));
  await post();
  await expect(correct('  ')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  expect(await correct('Jo Bloggs, born 3 May 2014.')).toMatchObject({ outcome: 'held' });
  await correct('Another sum.');
  await expect(correct('And another.', 'correct-it-again')).rejects.toMatchObject({
    code: 'STALE',
    userMessage: expect.stringContaining('open already'),
  });
  await expect(
    useCases.correctReport({ ...ask(DIRECTOR), words: 'Mine.', submissionKey: 'correct-it-now' }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('the next report opens with what changed since the one that was posted', async () => {
  await postFirst();
  deps.setClock('2022-03-01T09:00:00Z');
  await draft();
  const next = 'report:board:2022-04-11';
  const report = await useCases.boardReport({ ...ask(AUTHOR, next), version: null });
  expect(report.data).toMatchObject({ periodFrom: '2022-01-11', meetingOn: '2022-04-11' });
  expect(report.data.before).toEqual((await view(OWNER)).data.now);
});
