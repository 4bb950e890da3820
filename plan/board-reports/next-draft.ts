import { addDays, formatDay, laterDay } from '../calendar/dates.ts';
import { calendarOf } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import type { Group, IsoDate } from '../rows.ts';
import { reportDayOf, reportKeyOf } from './report-key.ts';

/** As far ahead as boards meet. */
const AHEAD_DAYS = 400;

/** When the next draft of a board without an open one is made; `null` while no meeting is known that has no report yet. */
export function nextDraftOn(plan: Plan, board: Group, today: IsoDate): IsoDate | null {
  const meetings = calendarOf(plan, board, { from: today, to: addDays(today, AHEAD_DAYS) });
  const made = new Set(plan.boardReports.map(({ key }) => key));
  const at = meetings.findIndex((meeting) => !made.has(reportKeyOf(board.key, reportDayOf(meeting))));
  const meeting = meetings[at];
  if (meeting === undefined) return null;
  const lead = addDays(meeting.on, -plan.settings.reportLeadDays);
  const before = meetings[at - 1];
  return before === undefined ? lead : laterDay(lead, addDays(before.on, 1));
}

/** Where the next draft stands of a board that has none open. */
export function nextDraftWords(plan: Plan, board: Group, today: IsoDate): string {
  const on = nextDraftOn(plan, board, today);
  if (on === null) return 'No draft is made while no further meeting is planned.';
  if (on > today) return `The next draft is made on ${formatDay(on)}.`;
  return 'The draft for the next meeting is made in a minute, unless somebody deleted it in SharePoint: its recycle bin keeps it for a while.';
}
