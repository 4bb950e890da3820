import { addDays } from '../calendar/dates.ts';
import { calendarOf, type PlannedMeeting } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import type { BoardReport, Group, IsoDate } from '../rows.ts';
import { dayOfReportKey, reportDayOf } from './report-key.ts';

/** No board meets more rarely than once in so many days; meetings further away have no report yet. */
const FURTHEST_DAYS = 400;

/** The boards of a plan, as they stand in its list; those that were given up are left out. */
export function boardsOf(plan: Plan): readonly Group[] {
  return plan.groups.filter(({ kind, active }) => kind === 'Board' && active !== false);
}

/** The board's next meeting, today's among them; `null` where none is known. */
export function nextBoardMeeting(plan: Plan, board: Group, today: IsoDate): PlannedMeeting | null {
  return calendarOf(plan, board, { from: today, to: addDays(today, FURTHEST_DAYS) })[0] ?? null;
}

/** The meeting that a report is for, wherever it was moved to; `null` where it is held no more, or nobody knows. */
export function meetingOfReport(
  plan: Plan,
  board: Group,
  { key, periodTo }: Pick<BoardReport, 'key' | 'periodTo'>,
): PlannedMeeting | null {
  const day = dayOfReportKey(key) ?? periodTo;
  if (day === null) return null;
  const range = { from: addDays(day, -FURTHEST_DAYS), to: addDays(day, FURTHEST_DAYS) };
  return calendarOf(plan, board, range).find((meeting) => reportDayOf(meeting) === day) ?? null;
}
