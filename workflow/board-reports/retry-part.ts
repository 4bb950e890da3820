import type { BoardReportView } from '../../plan/content.ts';
import { retryPart } from '../../store/board-report-parts.ts';
import { refuse } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { BoardReportUseCases } from '../use-cases/board-reports.ts';
import { changeReport, reportMovedOn } from './change-report.ts';
import { repeatCard } from './parts/card-notice.ts';
import { rightsOf } from './report-view.ts';

/** Tries one part of a posted version again. A card that stands in the channel, or may, is never posted once more. */
export function retryReportPart(
  deps: WorkflowDeps,
  ask: Parameters<BoardReportUseCases['retryReportPart']>[0],
): Promise<BoardReportView> {
  const { part, version } = ask;
  return changeReport(deps, ask, async ({ tx, name, standing, owner, now, today }) => {
    if (!rightsOf(standing, owner, today).retry)
      throw refuse(
        `Only the chair and the author of the ${standing.board.title} and plan managers can have this tried again.`,
      );
    if (!standing.posted.some((one) => one.version === version))
      throw reportMovedOn('This version of the report is not posted.');
    if (part === 'card') await repeatCard(tx, standing, { version, now });
    else await retryPart(tx, name.planId, { reportKey: name.reportKey, version, part });
  });
}
