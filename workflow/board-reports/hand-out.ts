import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { safeFileName } from '../papers/file-name.ts';
import type { BoardReportUseCases, ReportPaperKind } from '../use-cases/board-reports.ts';
import type { ExportedFile } from '../use-cases/files.ts';
import { paperOf } from './paper-of.ts';
import { CONTENT_TYPES, writePaper } from './parts/make-document.ts';
import { readStanding } from './report-standing.ts';
import { shownVersion } from './report-view.ts';

const TITLES: Readonly<Record<ReportPaperKind, string>> = {
  report: 'report',
  note: 'public note',
  'easy-read': 'easy read',
};

/** A paper of a report as a file, the draft's too for whoever may read it. */
export async function handOutPaper(
  deps: WorkflowDeps,
  { actor, planId, reportKey, paper, format, version }: Parameters<BoardReportUseCases['reportPaper']>[0],
): Promise<ExportedFile> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const standing = await readStanding(deps.database, plan, reportKey);
  const shown = await shownVersion(deps, standing, { owner, version });
  const bytes = await writePaper(() => deps.documentsOf(planId), paperOf(shown, paper), format);
  const { boardName, meetingOn, periodTo } = shown.data;
  const draft = shown.version === null ? ' (draft)' : '';
  const name = safeFileName(`${boardName} ${meetingOn ?? periodTo} ${TITLES[paper]}${draft}`);
  return { name: `${name}.${format}`, contentType: CONTENT_TYPES[format], bytes };
}
