import type { ReportState } from '../../plan/glossary.ts';
import type { Plan } from '../../plan/plan.ts';
import type { BoardReport } from '../../plan/rows.ts';
import { countReportVersions, type VersionCount } from '../../store/board-report-versions.ts';
import type { Queryable } from '../../store/database.ts';
import { loadPlan } from '../../store/load-plan.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import type { WorkflowDeps } from '../deps.ts';
import { putReportRow } from './row-states.ts';

/**
 * Puts the state of a report's row back where somebody changed it in SharePoint: a report is approved and posted in
 * Milepost, where it is frozen, and the list tells of it. One that the list calls posted and nobody knows is left: see
 * `recovery/`. Answers how many were put back.
 */
export async function settleStates({ database, log }: WorkflowDeps, plan: Plan): Promise<number> {
  if ((await wrongStates(database, plan)).length === 0) return 0;
  const settled = await database.transaction(async (tx) => {
    await raisePlanVersion(tx, plan.id);
    // Somebody may have approved one of them meanwhile.
    const standing = await loadPlan(tx, plan.id);
    const wrong = standing === null ? [] : await wrongStates(tx, standing);
    for (const { row, state } of wrong) {
      const changes = state === 'Draft' ? { state, approvedBy: null } : { state };
      await putReportRow(tx, { plan, row }, changes, null);
    }
    return wrong;
  });
  for (const { row, state } of settled)
    log.info({ planId: plan.id, reportKey: row.key, state }, 'state of a board report put back');
  return settled.length;
}

async function wrongStates(
  db: Queryable,
  plan: Plan,
): Promise<readonly { readonly row: BoardReport; readonly state: ReportState }[]> {
  if (plan.boardReports.length === 0) return [];
  const counts = new Map((await countReportVersions(db, plan.id)).map((one) => [one.reportKey, one]));
  return plan.boardReports.flatMap((row) => {
    const state = stateOf(row, counts.get(row.key));
    return state === row.state ? [] : [{ row, state }];
  });
}

/** Where a report stands; what was posted stays posted while it is corrected. */
export function stateOf({ state }: BoardReport, count: VersionCount | undefined): ReportState {
  if (count === undefined) return state === 'Posted' ? 'Posted' : 'Draft';
  if (count.posted > 0) return 'Posted';
  return count.open === 'approved' ? 'Approved' : 'Draft';
}
