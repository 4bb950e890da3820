import { meetingOfReport } from '../../plan/board-reports/board-calendar.ts';
import { buildReport } from '../../plan/board-reports/build-report.ts';
import { periodOfReport } from '../../plan/board-reports/report-period.ts';
import { reportsOf } from '../../plan/board-reports/report-rows.ts';
import { todayIn } from '../../plan/calendar/dates.ts';
import type { BoardReportData } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import type { ReportState } from '../../plan/glossary.ts';
import type { Plan } from '../../plan/plan.ts';
import type { BoardReport, Group, RowKey } from '../../plan/rows.ts';
import { readReportEdits, type StoredEdit } from '../../store/board-report-edits.ts';
import {
  type FrozenContent,
  readReportVersions,
  type StoredVersion,
} from '../../store/board-report-versions.ts';
import type { Queryable } from '../../store/database.ts';

/** A version that is being written, or waits to be posted. */
export interface OpenVersion {
  readonly version: number;
  readonly state: Exclude<ReportState, 'Posted'>;
  /** As `StoredVersion` has them; nothing of the first until it is approved. */
  readonly stored: StoredVersion | null;
}

/** A version that was posted: it has everything. */
export interface PostedVersion extends StoredVersion {
  readonly content: FrozenContent;
  readonly postedAt: string;
}

/** A report as list and database have it. */
export interface ReportStanding {
  readonly plan: Plan;
  readonly row: BoardReport;
  readonly board: Group;
  readonly edits: readonly StoredEdit[];
  /** `null`: what was posted last stands, and nobody corrects it. */
  readonly open: OpenVersion | null;
  /** The first first. */
  readonly posted: readonly PostedVersion[];
}

export function isPosted(one: StoredVersion): one is PostedVersion {
  return one.postedAt !== null && one.content !== null;
}

/** Finds a report. What was posted is known by the database alone: the list's word counts for nothing else. */
export async function readStanding(db: Queryable, plan: Plan, reportKey: RowKey): Promise<ReportStanding> {
  const row = plan.boardReports.find(({ key }) => key === reportKey);
  if (row === undefined) throw reportGone();
  const name = { planId: plan.id, reportKey };
  const versions = await readReportVersions(db, name);
  const posted = versions.filter(isPosted);
  const board = boardOf(plan, row, versions);
  return { plan, row, board, edits: await readReportEdits(db, name), open: openOf(row, versions), posted };
}

function openOf(row: BoardReport, versions: readonly StoredVersion[]): OpenVersion | null {
  const last = versions.at(-1);
  if (last === undefined) return row.state === 'Posted' ? null : { version: 1, state: 'Draft', stored: null };
  if (last.postedAt !== null) return null;
  return { version: last.version, state: last.content === null ? 'Draft' : 'Approved', stored: last };
}

/**
 * Whose report it is: once something is frozen that says so, whatever becomes of the row in the list. What was posted is
 * read even once its board is gone; it belongs to whichever board the row names then.
 */
function boardOf(plan: Plan, row: BoardReport, versions: readonly StoredVersion[]): Group {
  const find = (key: RowKey | null) => plan.groups.find((group) => group.key === key);
  const frozen = versions.findLast(({ content }) => content !== null)?.content?.data;
  const listed = find(row.board);
  if (frozen !== undefined) {
    const successor = versions.some(isPosted) ? listed : undefined;
    return (
      find(frozen.boardKey) ?? successor ?? { ...NO_BOARD, key: frozen.boardKey, title: frozen.boardName }
    );
  }
  if (listed === undefined) throw boardGone();
  return listed;
}

const NO_BOARD: Omit<Group, 'key' | 'title'> = {
  itemId: null,
  kind: 'Board',
  chair: null,
  author: null,
  teamId: null,
  channelId: null,
  everyWeeks: null,
  everyMonths: null,
  firstMeeting: null,
  meetingTime: null,
  onBankHoliday: null,
  active: false,
};

/** Data and words of the version that is open: as they were frozen, else as they are now. */
export async function openData(
  db: Queryable,
  standing: ReportStanding,
  { version, stored }: OpenVersion,
  now: Temporal.Instant,
): Promise<BoardReportData> {
  const frozen =
    stored?.content?.data ?? standing.posted.find((one) => one.version === version - 1)?.content.data;
  if (frozen !== undefined) return frozen;
  return dataNow(db, standing, now);
}

/** The first version of a report as the lists have it now. */
async function dataNow(
  db: Queryable,
  { plan, board, row }: ReportStanding,
  now: Temporal.Instant,
): Promise<BoardReportData> {
  const today = todayIn(now, plan.settings.timeZone);
  const meetingOn = meetingOfReport(plan, board, row)?.on ?? null;
  const period = periodOfReport(plan, board, meetingOn ?? row.periodTo ?? today);
  return buildReport(
    plan,
    board,
    {
      meetingOn,
      periodFrom: row.periodFrom ?? period.periodFrom,
      periodTo: period.periodTo,
      previous: await previousOf(db, plan, row),
    },
    now,
  );
}

/** The board's last report that was posted before this one, as it was frozen; `null` for its first. */
async function previousOf(db: Queryable, plan: Plan, row: BoardReport): Promise<BoardReportData | null> {
  if (row.board === null) return null;
  const earlier = reportsOf(plan, { key: row.board }).filter(
    ({ key, state }) => key !== row.key && state === 'Posted',
  );
  for (const one of earlier) {
    const versions = await readReportVersions(db, { planId: plan.id, reportKey: one.key });
    const content = versions.findLast(({ postedAt }) => postedAt !== null)?.content;
    if (content && boardOf(plan, one, versions).key === row.board) return content.data;
  }
  return null;
}

/** Keys of everybody who wrote in what is open: a correction goes on from the words before, and from what is different. */
export function writersOf({ edits, open }: ReportStanding): readonly RowKey[] {
  const correctedBy = open?.stored?.correctedBy ?? null;
  const writers = edits.flatMap((edit) => edit.writers);
  return [...new Set(correctedBy === null ? writers : [...writers, correctedBy])];
}

function reportGone(): AppError {
  return new AppError({
    code: 'NOT_FOUND',
    message: 'no such board report',
    userMessage:
      'This report is not in the list Board reports any more. Somebody may have deleted it in SharePoint: its recycle bin keeps it for a while.',
  });
}

function boardGone(): AppError {
  return new AppError({
    code: 'NOT_FOUND',
    message: 'the board of a report is not there',
    userMessage:
      'The board of this report is not in the list Groups any more. A plan manager can restore it from the recycle bin of the SharePoint site, or choose another in the list Board reports.',
  });
}
