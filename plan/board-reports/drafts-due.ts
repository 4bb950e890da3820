import { addDays, laterDay, todayIn } from '../calendar/dates.ts';
import type { PlannedMeeting } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import type { Group, IsoDate, RowKey } from '../rows.ts';
import { boardsOf, meetingOfReport, nextBoardMeeting } from './board-calendar.ts';
import { reportDayOf, reportKeyOf, titleOfReport } from './report-key.ts';
import { periodOfReport } from './report-period.ts';
import { OVERDUE_DAYS } from './report-reminders.ts';
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

/**
 * The first day, today or later, on which a draft of a board is to be made as things stand; `null` while one is open whose
 * meeting was not long ago, and
 * where no meeting is known. Before a meeting that has its report, it is the day after that meeting.
 */
export function nextDraftOn(plan: Plan, board: Group, today: IsoDate): IsoDate | null {
  if (isInTheWay(plan, board, today)) return null;
  let from = today;
  for (;;) {
    const meeting = nextBoardMeeting(plan, board, from);
    if (meeting === null) return null;
    if (!isMade(plan, board, meeting))
      return laterDay(from, addDays(meeting.on, -plan.settings.reportLeadDays));
    from = addDays(meeting.on, 1);
  }
}

function draftOf(plan: Plan, board: Group, today: IsoDate): DraftDue | null {
  if (nextDraftOn(plan, board, today) !== today) return null;
  const meeting = nextBoardMeeting(plan, board, today);
  if (meeting === null) return null;
  return {
    boardKey: board.key,
    meetingOn: meeting.on,
    key: reportKeyOf(board.key, reportDayOf(meeting)),
    title: titleOfReport(board, meeting.on),
    ...periodOfReport(plan, board, meeting.on),
  };
}

/** A draft that was never posted makes room for the next one, once nobody is told of it any more. */
function isInTheWay(plan: Plan, board: Group, today: IsoDate): boolean {
  const open = openReportOf(plan, board);
  if (open === null) return false;
  const day = meetingOfReport(plan, board, open)?.on ?? open.periodTo;
  return day === null || today <= addDays(day, OVERDUE_DAYS);
}

function isMade(plan: Plan, board: Group, meeting: PlannedMeeting): boolean {
  const key = reportKeyOf(board.key, reportDayOf(meeting));
  return plan.boardReports.some((report) => report.key === key);
}
