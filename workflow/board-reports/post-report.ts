import { reportObstacles } from '../../plan/board-reports/report-obstacles.ts';
import { mayPostReport } from '../../plan/board-reports/report-rights.ts';
import { reportsOf } from '../../plan/board-reports/report-rows.ts';
import type { BoardReportView } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { addReportParts } from '../../store/board-report-parts.ts';
import { markReportPosted, readOtherFolders, type StoredVersion } from '../../store/board-report-versions.ts';
import { planNotices } from '../../store/ledger.ts';
import { refuse } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { BoardReportUseCases } from '../use-cases/board-reports.ts';
import { changeReportOnce, type ReportChange, reportMovedOn } from './change-report.ts';
import { reportNotice } from './parts/card-notice.ts';
import { DOCUMENT_PARTS, folderFor } from './parts/documents.ts';
import { writersOf } from './report-standing.ts';
import { putReportRow } from './row-states.ts';

/**
 * Posts what was approved: in one transaction it stands as posted, its card stands in the ledger, and its documents wait to
 * be made. Whoever presses again, or somebody else meanwhile, posts nothing more. Nobody posts what they did not see.
 */
export function postReport(
  deps: WorkflowDeps,
  ask: Parameters<BoardReportUseCases['postReport']>[0],
): Promise<BoardReportView> {
  return changeReportOnce(deps, ask, {
    asked: { post: ask.approvedAt },
    async work(change) {
      const { tx, name, standing, owner, said, now } = change;
      const { plan, board, open, posted } = standing;
      requirePoster(change);
      if (open === null && posted.length > 0) return;
      if (open?.state !== 'Approved' || !open.stored?.content)
        throw reportMovedOn(
          'This report is not approved: somebody changed it, or took the approval back. Read it again.',
        );
      if (open.stored.approvedAt !== ask.approvedAt) throw approvedAnew(open.stored);
      const { content } = open.stored;
      const [obstacle] = reportObstacles(plan, {
        board,
        viewer: owner,
        state: 'Approved',
        writers: writersOf(standing),
        data: content.data,
        listedBoard: standing.row.board,
      });
      if (obstacle !== undefined) throw cannotBePosted(obstacle);
      const { version } = open;
      const folder = await folderOf(change, content.data.boardName);
      const at = now.toString();
      const by = { key: owner.key, name: owner.title };
      if (!(await markReportPosted(tx, name, { version, folder, by, at }))) return;
      await addReportParts(
        tx,
        { ...name, version },
        DOCUMENT_PARTS.map((part) => ({ part })),
      );
      await planNotices(tx, [reportNotice(standing, version, now)]);
      const { approvedBy } = open.stored;
      await putReportRow(tx, standing, { state: 'Posted', postedOn: at, approvedBy }, said);
    },
  });
}

/** @throws AppError `FORBIDDEN` for anybody but the board's chair, and their deputy while they are away */
export function requirePoster({
  standing: { plan, board },
  owner,
  today,
}: Pick<ReportChange, 'standing' | 'owner' | 'today'>): void {
  if (!mayPostReport(plan, owner, board, today))
    throw refuse(
      `Only the chair of the ${board.title} posts its reports, or whoever stands in for them while they are away.`,
    );
}

/** No two boards have their documents in one folder, whatever they are called now or were before. */
async function folderOf({ tx, name, standing }: ReportChange, boardName: string): Promise<string> {
  const { plan, board } = standing;
  const own = reportsOf(plan, board).map(({ key }) => key);
  return folderFor(boardName, board.key, await readOtherFolders(tx, name.planId, own));
}

function approvedAnew({ approvedName }: StoredVersion): AppError {
  return reportMovedOn(
    `Not posted: this report was changed after you opened it, and ${approvedName ?? 'somebody'} approved it anew. Read it as it is now, then post it.`,
  );
}

function cannotBePosted(userMessage: string): AppError {
  return new AppError({ code: 'BAD_INPUT', message: 'a board report cannot be posted', userMessage });
}
