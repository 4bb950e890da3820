import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSiteDocuments } from '../../../graph/documents/site-documents.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Group, RowKey } from '../../../plan/rows.ts';
import { boardReportUseCases } from '../../../workflow/board-reports/board-reports.ts';
import { runDue } from '../../../workflow/run-due.ts';
import type { BoardReportUseCases } from '../../../workflow/use-cases/board-reports.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../../store/databases.ts';
import type { TestProcess } from '../helpers/make-deps.ts';
import { planOf } from '../helpers/plan-of.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from '../helpers/sandbox-plan.ts';

const BOARD = 'SEND Improvement Board';

let site: SandboxPlan;
let opened: TestDatabase;
let deps: TestProcess;
let useCases: BoardReportUseCases;
beforeAll(async () => {
  [site, opened] = await Promise.all([startSandboxPlan(), openTestDatabase()]);
  await site.importSample({ apply: true });
  await begin();
});
afterAll(async () => {
  await opened?.close();
  await site?.stop();
});

/** A process that knows nothing of what another did before. */
async function begin(): Promise<void> {
  await emptyDatabase(opened.database);
  deps = await site.startProcess(opened.database);
  useCases = boardReportUseCases(deps);
}

const planNow = (): Promise<Plan> => planOf(deps);
const boardIn = ({ groups }: Plan): Group => {
  const board = groups.find(({ title }) => title === BOARD);
  if (board === undefined) throw new Error('the sample has no such board');
  return board;
};
const reportRows = () => site.rowsOf('Board reports');
/** The chair may do everything with a report but approve where two are asked. */
async function askOf(reportKey?: RowKey) {
  const plan = await planNow();
  const { chair } = boardIn(plan);
  const owner = plan.owners.find(({ key }) => key === chair);
  const report = plan.boardReports.find(({ board }) => board === boardIn(plan).key);
  const { entraObjectId = null, email = null } = owner ?? {};
  const actor = { tenantId: deps.tenantId, entraObjectId, email };
  return { actor, planId: PLAN_ID, reportKey: reportKey ?? report?.key ?? '' };
}
const documents = () => openSiteDocuments({ client: site.client, siteId: site.site.id });

test('a draft stands in the list; posted, its documents stand in the library and the list leads to them', async () => {
  deps.setClock('2022-01-10T09:00:00Z');
  await runDue(deps);
  const drafts = await reportRows();
  expect(drafts.map(({ State }) => State)).toEqual(drafts.map(() => 'Draft'));
  const ask = await askOf();
  expect(ask.reportKey).toMatch(/^report:.+:2022-02-\d\d$/);
  const saved = await useCases.saveReportSection({
    ...ask,
    section: 'asked',
    words: 'Agree who pays for the new places.',
    isInternal: null,
    version: 0,
  });
  expect(saved).toMatchObject({ outcome: 'saved' });
  const { approvedAt } = await useCases.approveReport(ask);
  await site.setFaults([{ kind: 'graph-document-refused', status: 423, times: 1 }]);
  await useCases.postReport({ ...ask, submissionKey: 'post-the-report', approvedAt: approvedAt ?? '' });
  await runDue(deps);
  const waiting = await useCases.boardReport({ ...ask, version: null });
  expect(waiting.versions[0]?.parts.map(({ part, state }) => [part, state])).toEqual([
    ['card', 'done'],
    ['word', 'waiting'],
    ['pdf', 'done'],
    ['note', 'done'],
    ['easy-read', 'done'],
    ['record', 'done'],
  ]);
  expect(waiting.versions[0]?.parts[1]?.words).toMatch(/open and locked.*tried again by itself/);
  await useCases.retryReportPart({ ...ask, part: 'word', version: 1 });
  await runDue(deps);
  await runDue(deps);
  const [row] = (await reportRows()).filter(({ State }) => State === 'Posted');
  expect(row?.Document).toMatch(/report\.docx$/);
  const { data } = waiting;
  const path = `Board reports/${BOARD}/${data.meetingOn} report.docx`;
  const word = await documents().read(path, { mostBytes: 5_000_000 });
  expect(new TextDecoder('latin1').decode(word?.bytes).slice(0, 2)).toBe('PK');
  expect(deps.messenger.of('board-summary')).toHaveLength(1);
});

test('a lost database: the report stands as it was posted, and nobody is sent it again', async () => {
  const ask = await askOf();
  const before = await useCases.boardReport({ ...ask, version: 1 });
  await begin();
  deps.setClock('2022-01-11T09:00:00Z');
  await runDue(deps);
  await runDue(deps);
  const after = await useCases.boardReport({ ...(await askOf(ask.reportKey)), version: 1 });
  expect([after.paper, after.note, after.easyRead]).toEqual([before.paper, before.note, before.easyRead]);
  expect(after.versions[0]?.parts.map(({ state }) => state)).toEqual(Array(6).fill('done'));
  expect(after.versions[0]?.parts.find(({ part }) => part === 'word')?.url).toContain('report.docx');
  expect(deps.messenger.of('board-summary')).toEqual([]);
  expect(await reportRows()).toHaveLength((await planNow()).boardReports.length);
});

test('a library that does not let Milepost write: the words say whom to ask, and the card went out', async () => {
  deps.setClock('2022-02-20T09:00:00Z');
  await runDue(deps);
  const open = (await planNow()).boardReports.find(
    ({ board, state, key }) => state === 'Draft' && key.includes(':2022-04-') && board !== null,
  );
  const ask = await askOf(open?.key ?? '');
  const { approvedAt } = await useCases.approveReport(ask);
  await site.setFaults([{ kind: 'graph-document-refused' }]);
  await useCases.postReport({ ...ask, submissionKey: 'post-the-second', approvedAt: approvedAt ?? '' });
  await runDue(deps);
  await runDue(deps);
  await site.setFaults([]);
  const [version] = (await useCases.boardReport({ ...ask, version: null })).versions;
  expect(version?.parts.map(({ state }) => state)).toEqual(['done', ...Array(5).fill('failed')]);
  expect(version?.parts[2]?.words).toMatch(/Ask an administrator.*write/);
  expect(deps.messenger.of('board-summary')).toHaveLength(1);
});
