import { daysBetween, todayIn } from '../calendar/dates.ts';
import type { Plan } from '../plan.ts';
import type { Group, IsoDate, RowKey } from '../rows.ts';
import { boardsOf, nextBoardMeeting } from './board-calendar.ts';
import { reportDayOf, reportKeyOf, titleOfReport } from './report-key.ts';
import { periodOfReport } from './report-period.ts';
import { openReportOf } from './report-rows.ts';

/** A report that is to be made, with what its row says. */
export interface DraftDue {
  readonly boardKey: RowKey;
  readonly meetingOn: IsoDate;
  /** Of its row. */
  readonly key: RowKey;
  readonly title: string;
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
}

/** Drafts that are to be made: one for each board that meets soon, once its meeting before is over and told. */
export function draftsDue(plan: Plan, now: Temporal.Instant): readonly DraftDue[] {
  const today = todayIn(now, plan.settings.timeZone);
  return boardsOf(plan).flatMap((board) => draftOf(plan, board, today) ?? []);
}

function draftOf(plan: Plan, board: Group, today: IsoDate): DraftDue | null {
  const meeting = nextBoardMeeting(plan, board, today);
  if (meeting === null || daysBetween(today, meeting.on) > plan.settings.reportLeadDays) return null;
  const key = reportKeyOf(board.key, reportDayOf(meeting));
  const isMade = plan.boardReports.some((report) => report.key === key);
  if (isMade || openReportOf(plan, board) !== null) return null;
  return {
    boardKey: board.key,
    meetingOn: meeting.on,
    key,
    title: titleOfReport(board, meeting.on),
    ...periodOfReport(plan, board, meeting.on),
  };
}
