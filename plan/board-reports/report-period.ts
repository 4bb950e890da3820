import { addDays } from '../calendar/dates.ts';
import type { Plan } from '../plan.ts';
import type { Group, IsoDate } from '../rows.ts';
import { lastPostedReport } from './report-rows.ts';

/** What a board's first report looks back on, and what any report looks ahead to. */
export const PERIOD_MONTHS = 2;

/**
 * What a board's report tells of: from the day after its last posted report until its meeting; its first, from two months
 * before.
 */
export function periodOfReport(
  plan: Plan,
  board: Group,
  meetingOn: IsoDate,
): { readonly periodFrom: IsoDate; readonly periodTo: IsoDate } {
  const last = lastPostedReport(plan, board)?.periodTo ?? null;
  const periodFrom = last === null ? addMonths(meetingOn, -PERIOD_MONTHS) : addDays(last, 1);
  return { periodFrom: periodFrom > meetingOn ? meetingOn : periodFrom, periodTo: meetingOn };
}

/** The same day so many months later; the month's last where it is shorter. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}
