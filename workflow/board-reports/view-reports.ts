import type { BoardReportView } from '../../plan/content.ts';
import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { BoardReportUseCases } from '../use-cases/board-reports.ts';
import { readStanding } from './report-standing.ts';
import { reportView } from './report-view.ts';

/** One report, as somebody may see it. */
export async function boardReport(
  deps: WorkflowDeps,
  { actor, planId, reportKey, version }: Parameters<BoardReportUseCases['boardReport']>[0],
): Promise<BoardReportView> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const standing = await readStanding(deps.database, plan, reportKey);
  return reportView(deps, standing, { owner, version });
}
