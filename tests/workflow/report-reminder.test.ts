import { expect, test } from '@jest/globals';
import { makeOwner } from '../helpers/make-plan.ts';
import { PLAN, REPORT } from './board-reports/board-plan.ts';
import { runAt } from './helpers/due-on-the-day.ts';
import { putRows } from './helpers/fill-mirror.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

openOwnProcess(PLAN);

const KEYS = new Map(
  ['board-chair', 'author', 'manager'].map((key) => [makeOwner({ key }).entraObjectId, key]),
);
/** Who was told so far that the report is not posted: `author in 10 days`. */
const told = () =>
  deps.messenger.sent.flatMap(({ to, content }) =>
    to.kind === 'person' && content.kind === 'report-reminder'
      ? [`${KEYS.get(to.entraObjectId)} ${content.awayWords}`]
      : [],
  );

test('chair and author are told ten and three days ahead, once each, and plan managers once the board has met', async () => {
  await runAt(deps, '2022-02-04T09:00:00Z', '2022-02-04T11:00:00Z', '2022-02-07T10:00:00Z');
  expect(told().toSorted()).toEqual(['author in 10 days', 'board-chair in 10 days']);
  await runAt(deps, '2022-02-11T10:00:00Z', '2022-02-14T09:30:00Z');
  expect(told().slice(2).toSorted()).toEqual(['author in 3 days', 'board-chair in 3 days']);
  await runAt(deps, '2022-02-14T10:00:00Z', '2022-02-14T15:00:00Z', '2022-02-15T10:00:00Z');
  expect(told().slice(4)).toEqual(['manager today']);
});

test('nobody is told of a report that is posted', async () => {
  await runAt(deps, '2022-02-03T10:00:00Z');
  const plan = await deps.plans.get(PLAN.id);
  const draft = plan?.boardReports.find(({ key }) => key === REPORT);
  if (draft === undefined) throw new Error('no draft was made');
  const posted = { ...draft, state: 'Posted' as const, postedOn: '2022-02-03T12:00:00Z' };
  await putRows(database, PLAN.id, 'Board reports', [posted]);
  await runAt(deps, '2022-02-04T10:00:00Z', '2022-02-11T10:00:00Z', '2022-02-14T15:00:00Z');
  expect(told()).toEqual([]);
});
