import type { Plan } from '../plan.ts';
import type { BoardReport, Group, IsoDate } from '../rows.ts';
import { dayOfReportKey } from './report-key.ts';

/** A board's reports, the newest first: by the day they tell up to. */
export function reportsOf(plan: Plan, { key }: Pick<Group, 'key'>): readonly BoardReport[] {
  return plan.boardReports
    .filter(({ board }) => board === key)
    .toSorted((one, other) => (other.periodTo ?? '9999').localeCompare(one.periodTo ?? '9999'));
}

/**
 * The report of a board that is not posted yet; `null` where there is none. One that never was is none any more, once that
 * for a later meeting is.
 */
export function openReportOf(plan: Plan, board: Pick<Group, 'key'>): BoardReport | null {
  const reports = reportsOf(plan, board);
  const told = reports.filter(isPosted).map(dayOf);
  return reports.find((report) => !isPosted(report) && told.every((day) => day <= dayOf(report))) ?? null;
}

function dayOf({ key, periodTo }: BoardReport): IsoDate {
  return dayOfReportKey(key) ?? periodTo ?? '9999';
}

/** The report that a board had last; `null` where it has had none. */
export function lastPostedReport(plan: Plan, board: Pick<Group, 'key'>): BoardReport | null {
  return reportsOf(plan, board).find(isPosted) ?? null;
}

/** What was posted stays posted, while a correction of it is written too. */
export function isPosted({ state, postedOn }: Pick<BoardReport, 'state' | 'postedOn'>): boolean {
  return state === 'Posted' || postedOn !== null;
}
