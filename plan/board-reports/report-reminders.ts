import { addDays, daysBetween } from '../calendar/dates.ts';
import { workingDayOnOrBefore } from '../calendar/working-days.ts';
import { calendarOf, type PlannedMeeting } from '../meetings/meetings.ts';
import { chairsOf, isPlanManager } from '../people.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { BoardReport, Group, IsoDate, Owner } from '../rows.ts';
import { boardsOf } from './board-calendar.ts';
import { reportDayOf, reportKeyOf } from './report-key.ts';
import { isPosted } from './report-rows.ts';

/** For how long plan managers may be told that a board met without its report. */
export const OVERDUE_DAYS = 14;

/** A moment in the life of a report at which somebody is told that it is not posted. */
export interface ReportStep {
  readonly board: Group;
  readonly meeting: PlannedMeeting;
  /** Its row; `null` where no draft was made. */
  readonly report: BoardReport | null;
  /** So many days before the meeting, as the plan sets; `overdue`: the meeting has begun. */
  readonly step: number | 'overdue';
}

/**
 * The steps at which the reports of a plan's boards are on a day, the one that each board came to last. What a plan sets is
 * counted back to a working day; a step lasts until the next, so that who is away on its first day hears of it later.
 */
export function reportStepsOn(plan: Plan, day: IsoDate): readonly ReportStep[] {
  const first = addDays(day, -OVERDUE_DAYS);
  const last = addDays(day, Math.max(0, ...plan.settings.reportReminderDays));
  return boardsOf(plan).flatMap((board) => {
    const meetings = calendarOf(plan, board, { from: first, to: addDays(last, LONG_WEEKEND_DAYS) });
    return meetings.flatMap((meeting) => stepsOf(plan, { board, meeting, day }));
  });
}

/** Nobody works on as many days in a row around Christmas; a step may be counted back over them. */
const LONG_WEEKEND_DAYS = 7;

/** Who is told of a step: the board's chair and author; of one that is overdue the plan managers. */
export function toldOfStep(
  plan: Plan,
  { board, step }: Pick<ReportStep, 'board' | 'step'>,
): readonly Owner[] {
  if (step === 'overdue') return plan.owners.filter(isPlanManager);
  const author = indexOf(plan).owners.get(board.author ?? '');
  return [...new Set([...chairsOf(plan, board), ...(author === undefined ? [] : [author])])];
}

function stepsOf(
  plan: Plan,
  { board, meeting, day }: Pick<ReportStep, 'board' | 'meeting'> & { readonly day: IsoDate },
): readonly ReportStep[] {
  const key = reportKeyOf(board.key, reportDayOf(meeting));
  const report = plan.boardReports.find((row) => row.key === key) ?? null;
  if (report !== null && isPosted(report)) return [];
  const found = { board, meeting, report };
  const step = stepOn(plan, meeting, day);
  const isOverdue = meeting.on <= day && report !== null;
  return [
    ...(step === null ? [] : [{ ...found, step }]),
    ...(isOverdue ? [{ ...found, step: 'overdue' as const }] : []),
  ];
}

/** The last step that has come by a day, up to the day of the meeting; `null` before the first. */
function stepOn({ settings, closures }: Plan, { on }: PlannedMeeting, day: IsoDate): number | null {
  if (day > on) return null;
  const come = settings.reportReminderDays.filter(
    (days) => day >= workingDayOnOrBefore(addDays(on, -days), closures),
  );
  return come.length === 0 ? null : Math.min(...come);
}

/** `in 10 days`, `tomorrow`, `today`, `2 days ago`. */
export function awayWords(on: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, on);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
