import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { BoardReportView, ReportSectionId } from '../../../plan/content.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { RowKey } from '../../../plan/rows.ts';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import { boardReportUseCases } from '../../../workflow/board-reports/board-reports.ts';
import { makeDrafts } from '../../../workflow/board-reports/make-drafts.ts';
import type { BoardReportUseCases } from '../../../workflow/use-cases/board-reports.ts';
import type { Actor } from '../../../workflow/use-cases.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../../store/databases.ts';
import { fillMirror, putRows } from '../helpers/fill-mirror.ts';
import { makeDeps, type TestProcess } from '../helpers/make-deps.ts';
import { BOARD_CHAIR, DIRECTOR, makeBoardPlan, REPORT } from './board-plan.ts';
import { createMemoryDocuments, type MemoryDocuments } from './memory-documents.ts';

/** The database of a test file, with the plan of `makeBoardPlan` before each test. */
export let opened: TestDatabase;
/** What stands in the site of the plan. */
export let documents: MemoryDocuments;
/** A process that works with both; another for each test. */
export let deps: TestProcess;
export let useCases: BoardReportUseCases;

const { id: planId } = makeBoardPlan();

/** Opens a database for a test file. @param overrides of the plan that stands in it. Default: none */
export function openReportDesk(overrides: Partial<Plan> = {}): void {
  beforeAll(async () => {
    opened = await openTestDatabase();
  });
  afterAll(() => opened?.close());
  beforeEach(async () => {
    await emptyDatabase(opened.database);
    await fillMirror(opened.database, makeBoardPlan(overrides));
    documents = createMemoryDocuments();
    deps = startProcess();
    useCases = boardReportUseCases(deps);
  });
}

/** Another process on the same database and site. */
export function startProcess(): TestProcess {
  return makeDeps({ database: opened.other, documentsOf: async () => documents });
}

export async function planNow(): Promise<Plan> {
  const plan = await deps.plans.get(planId);
  if (plan === null) throw new Error('the plan is gone');
  return plan;
}

/** Changes rows as if they had been edited in SharePoint. */
export async function editRows(
  ...[list, rows]: [Parameters<typeof putRows>[2], Parameters<typeof putRows>[3]]
): Promise<void> {
  await putRows(opened.database, planId, list, rows);
  await raisePlanVersion(opened.database, planId);
}

export const ask = (actor: Actor, reportKey: RowKey = REPORT) => ({ actor, planId, reportKey });

export const view = (actor: Actor, version: number | null = null): Promise<BoardReportView> =>
  useCases.boardReport({ ...ask(actor), version });

/** Saves a section for somebody; what is asked of the board unless said otherwise. */
export const save = (
  actor: Actor,
  words: string | null,
  {
    version = 0,
    section = 'asked',
    isInternal = null,
    checked = false,
  }: {
    readonly version?: number;
    readonly section?: ReportSectionId;
    readonly isInternal?: boolean | null;
    readonly checked?: boolean;
  } = {},
) => useCases.saveReportSection({ ...ask(actor), section, words, isInternal, version, checked });

/** Makes the draft that is due. */
export async function draft(): Promise<void> {
  await makeDrafts(deps, await planNow());
}

/** From nothing to posted. */
export async function postFirst(): Promise<BoardReportView> {
  await draft();
  await useCases.approveReport(ask(DIRECTOR));
  return post();
}

/** Posts what somebody sees; the chair unless said otherwise. */
export async function post(
  submissionKey = 'post-the-report',
  actor: Actor = BOARD_CHAIR,
): Promise<BoardReportView> {
  const { approvedAt } = await view(actor);
  return useCases.postReport({ ...ask(actor), submissionKey, approvedAt: approvedAt ?? '' });
}
