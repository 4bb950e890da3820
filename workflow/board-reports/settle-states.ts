import type { ReportState } from '../../plan/glossary.ts';
import type { Plan } from '../../plan/plan.ts';
import type { BoardReport } from '../../plan/rows.ts';
import { countReportVersions, type VersionCount } from '../../store/board-report-versions.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import type { WorkflowDeps } from '../deps.ts';
import { putReportRow } from './row-states.ts';

/**
 * Puts the state of a report's row back where somebody changed it in SharePoint: a report is approved and posted in
 * Milepost, where it is frozen, and the list tells of it. One that the list calls posted and nobody knows is left: see
 * `recovery/`. Answers how many were put back.
 */
export async function settleStates({ database, log }: WorkflowDeps, plan: Plan): Promise<number> {
  if (plan.boardReports.length === 0) return 0;
  const counts = new Map((await countReportVersions(database, plan.id)).map((one) => [one.reportKey, one]));
  const wrong = plan.boardReports.flatMap((row) => {
    const state = stateOf(row, counts.get(row.key));
    return state === row.state ? [] : [{ row, state }];
  });
  for (const { row, state } of wrong) {
    await database.transaction(async (tx) => {
      await raisePlanVersion(tx, plan.id);
      const changes = state === 'Draft' ? { state, approvedBy: null } : { state };
      await putReportRow(tx, { plan, row }, changes, null);
    });
    log.info({ planId: plan.id, reportKey: row.key, state }, 'state of a board report put back');
  }
  return wrong.length;
}

/** Where a report stands; what was posted stays posted while it is corrected. */
export function stateOf({ state }: BoardReport, count: VersionCount | undefined): ReportState {
  if (count === undefined) return state === 'Posted' ? 'Posted' : 'Draft';
  if (count.posted > 0) return 'Posted';
  return count.open === 'approved' ? 'Approved' : 'Draft';
}
