import { reportObstacles } from '../../plan/board-reports/report-obstacles.ts';
import { isApprover, mayApproveReport, mayEditReport } from '../../plan/board-reports/report-rights.ts';
import { formatPeriod, laterDay } from '../../plan/calendar/dates.ts';
import type { BoardReportData, BoardReportView } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { type FrozenContent, freezeReport, thawReport } from '../../store/board-report-versions.ts';
import { refuse } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { BoardReportUseCases, ReportAsk } from '../use-cases/board-reports.ts';
import { changeReport, type ReportChange, reportMovedOn } from './change-report.ts';
import { nameIn } from './frozen-edits.ts';
import { type OpenVersion, openData, type ReportStanding, writersOf } from './report-standing.ts';
import { backToDraft, putReportRow } from './row-states.ts';

/** Freezes data and words of what is open, as they are at this moment. What is approved already stays as it is. */
export function approveReport(
  deps: WorkflowDeps,
  ask: Parameters<BoardReportUseCases['approveReport']>[0],
): Promise<BoardReportView> {
  return changeReport(deps, ask, async (change) => {
    const { standing, owner } = change;
    const { plan, board, open } = standing;
    if (!isApprover(plan, owner, board)) throw mayNotApprove(board.title);
    if (open === null) throw reportMovedOn('This report is posted already.');
    if (open.state === 'Approved') return;
    const data = await dataToFreeze(change, open);
    requireSeen(standing, data, ask.seen);
    requireNoObstacle(change, data);
    if (!mayApproveReport(plan, owner, board, writersOf(standing))) throw mayNotApprove(board.title);
    await freeze(change, open, data);
  });
}

/** Takes an approval back. */
export function reopenReport(deps: WorkflowDeps, ask: ReportAsk): Promise<BoardReportView> {
  return changeReport(deps, ask, async ({ tx, name, standing, owner, said }) => {
    const { plan, board, open } = standing;
    if (!isApprover(plan, owner, board) && !mayEditReport(plan, owner, board))
      throw mayNotApprove(board.title);
    if (open === null)
      throw reportMovedOn(
        'This report is posted, and what was posted stays. Its chair can post a correction.',
      );
    if (await thawReport(tx, name)) await backToDraft(tx, standing, said);
  });
}

/** A first version tells up to the day of its approval; a correction tells of the same days as what it corrects. */
async function dataToFreeze(
  { tx, standing, now, today }: ReportChange,
  open: OpenVersion,
): Promise<BoardReportData> {
  const data = await openData(tx, standing, open, now);
  if (open.version > 1) return data;
  const periodTo = laterDay(today, data.periodFrom);
  return { ...data, periodTo, periodWords: formatPeriod(data.periodFrom, periodTo) };
}

/** Figures are those of the moment, and say so; words are those that somebody read. */
function requireSeen(
  { plan, edits }: ReportStanding,
  { sections }: BoardReportData,
  seen: Readonly<Record<string, number>> | undefined,
): void {
  const changed = edits.find(
    ({ section, version }) => seen !== undefined && (seen[section] ?? 0) !== version,
  );
  if (changed === undefined) return;
  const title = sections.find(({ id }) => id === changed.section)?.title ?? changed.section;
  throw reportMovedOn(
    `Not approved: ${nameIn(plan, changed.editedBy) ?? 'somebody'} changed “${title}” after you opened this report. Read it as it is now, then approve it.`,
  );
}

function requireNoObstacle({ standing, owner }: ReportChange, data: BoardReportData): void {
  const { plan, row, board } = standing;
  const [obstacle] = reportObstacles(plan, {
    board,
    viewer: owner,
    state: 'Draft',
    writers: writersOf(standing),
    data,
    listedBoard: row.board,
  });
  if (obstacle === undefined) return;
  throw new AppError({
    code: 'BAD_INPUT',
    message: 'a board report cannot be approved',
    userMessage: obstacle,
  });
}

async function freeze(
  { tx, name, standing, owner, said, now }: ReportChange,
  { version }: OpenVersion,
  data: BoardReportData,
): Promise<void> {
  const { plan, edits, posted } = standing;
  const people = new Set(edits.map(({ editedBy }) => editedBy));
  const names = Object.fromEntries([...people].map((key) => [key, nameIn(plan, key) ?? '']));
  const content: FrozenContent = { data, edits, names };
  const by = { key: owner.key, name: owner.title };
  await freezeReport(tx, name, { version, content, by, at: now.toString() });
  if (posted.length > 0) return;
  const changes = { state: 'Approved', approvedBy: owner.key, periodTo: data.periodTo };
  await putReportRow(tx, standing, changes, said);
}

const mayNotApprove = (boardName: string) =>
  refuse(
    `Only the chair of the ${boardName}, Directors and plan managers approve its reports; where the plan asks for a second person, nobody who wrote in it.`,
  );
