import { todayIn } from '../calendar/dates.ts';
import type { BoardReportData } from '../content.ts';
import type { Plan } from '../plan.ts';
import type { Group } from '../rows.ts';
import { nextBoardMeeting } from './board-calendar.ts';
import { buildReport } from './build-report.ts';
import { periodOfReport } from './report-period.ts';

/** What a board's first report would say now, where none was made: until its next meeting, else until today. */
export function reportNow(plan: Plan, board: Group, now: Temporal.Instant): BoardReportData {
  const today = todayIn(now, plan.settings.timeZone);
  const meetingOn = nextBoardMeeting(plan, board, today)?.on ?? null;
  const period = periodOfReport(plan, board, meetingOn ?? today);
  return buildReport(plan, board, { meetingOn, ...period, previous: null }, now);
}
