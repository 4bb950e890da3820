import { expect, test } from '@jest/globals';
import { makeGroup } from '../../helpers/make-plan.ts';
import { actorOf } from '../helpers/fill-mirror.ts';
import { DIRECTOR, makeBoardPlan, PLAN } from './board-plan.ts';
import {
  ask,
  draft,
  editRows,
  openReportDesk,
  planNow,
  post,
  postFirst,
  useCases,
  view,
} from './report-desk.ts';

const OTHER = makeGroup({
  key: 'other',
  itemId: 9,
  title: 'Other board',
  kind: 'Board',
  channelId: '19:other',
});
const groups = [...makeBoardPlan().groups, { ...OTHER, everyWeeks: null }];
/** The chair of the other board. */
const CHAIR = actorOf(PLAN, 'chair');

openReportDesk({ groups });

/** Somebody names the other board in the list. */
async function moveReport(): Promise<void> {
  const [row] = (await planNow()).boardReports;
  if (row === undefined) throw new Error('no report');
  const moved = { ...row, board: 'other' };
  await editRows('Board reports', [moved]);
}

test('what one board approved is posted by no other, and not while the list names another', async () => {
  await draft();
  await useCases.approveReport(ask(DIRECTOR));
  await moveReport();
  await expect(post('post-as-another', CHAIR)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(post()).rejects.toMatchObject({
    code: 'BAD_INPUT',
    userMessage: expect.stringContaining('Put SEND Improvement Board back'),
  });
});

test('what one board posted is corrected by no other', async () => {
  await postFirst();
  await moveReport();
  const words = { words: 'Another sum.', submissionKey: 'correct-it-now' };
  await expect(useCases.correctReport({ ...ask(CHAIR), ...words })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const [version] = (await view(DIRECTOR)).versions;
  expect(version?.parts.find(({ part }) => part === 'card')?.words).not.toContain('is gone');
});
