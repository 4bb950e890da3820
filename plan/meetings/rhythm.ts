import { LONGEST_CLOSURE_DAYS } from '../calendar/closures.ts';
import { addDays, isIsoDate } from '../calendar/dates.ts';
import { isHoliday, nextWorkingDay } from '../calendar/working-days.ts';
import type { PlanSettings } from '../plan.ts';
import type { Group, IsoDate } from '../rows.ts';

/** Days, both included. */
export interface DayRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What a group's rhythm is read from. */
export type GroupRhythm = Pick<
  Group,
  'key' | 'everyWeeks' | 'everyMonths' | 'firstMeeting' | 'meetingTime' | 'onBankHoliday'
>;

/** No group meets more rarely than every so many weeks or months; what is typed beyond is a slip. */
export const MAX_RHYTHM = 104;

/** Closed days never move a meeting further than this, and never onto the next one: how far before a range one has to look. */
const FURTHEST_MOVE_DAYS = LONGEST_CLOSURE_DAYS;

/** Whether a rhythm can be read from what stands in a group's row. */
export function hasRhythm(group: GroupRhythm): boolean {
  const isEvery = wholeNumber(group.everyWeeks) !== null || wholeNumber(group.everyMonths) !== null;
  return isEvery && isIsoDate(group.firstMeeting);
}

/**
 * The days within a range on which a group meets by its own rhythm, in order. Weeks are counted from the first meeting;
 * months keep its weekday (`the second Monday`, the last where there is no fifth). A meeting on a bank holiday or
 * closure moves to the next working day, or is skipped, as the group says, else the plan; one that would move onto or
 * past the next meeting is left out. None for a group whose rhythm can't be read.
 */
export function daysOfRhythm(
  group: GroupRhythm,
  settings: Pick<PlanSettings, 'onBankHoliday'>,
  closures: readonly IsoDate[],
  { from, to }: DayRange,
): IsoDate[] {
  const before = Math.min(FURTHEST_MOVE_DAYS, longestGapDays(group));
  const days = daysByCount(group, { from: addDays(from, -before), to });
  const skips = (group.onBankHoliday ?? settings.onBankHoliday) === 'Skip';
  return days
    .map((day, at) => {
      if (!isHoliday(day, closures)) return day;
      const following = days[at + 1];
      const moved = skips ? null : nextWorkingDay(day, closures);
      return moved !== null && following !== undefined && moved >= following ? null : moved;
    })
    .filter((day) => day !== null && day >= from && day <= to) as IsoDate[];
}

/** People type times by hand: `9:30` and `9.30` are understood. */
const MEETING_TIME = /^\s*([01]?\d|2[0-3])[:.]([0-5]\d)\s*$/;

/** A time of day typed by hand as `HH:mm`; `null` where it is not understood. */
export function readMeetingTime(text: string): string | null {
  const found = MEETING_TIME.exec(text);
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : null;
}

/** The days before holidays are looked at, and one after the range. */
function daysByCount(group: GroupRhythm, { from, to }: DayRange): IsoDate[] {
  const { firstMeeting } = group;
  if (!isIsoDate(firstMeeting)) return [];
  const first = Temporal.PlainDate.from(firstMeeting);
  const weeks = wholeNumber(group.everyWeeks);
  const months = wholeNumber(group.everyMonths);
  if (weeks === null && months === null) return [];
  const dayAt = (turn: number) =>
    weeks === null ? sameWeekday(first, turn * (months ?? 1)) : first.add({ weeks: turn * weeks }).toString();
  const span = Temporal.PlainDate.from(from).since(first, { largestUnit: 'days' }).days;
  const roughDays = weeks === null ? (months ?? 1) * 31 : weeks * 7;
  const days: IsoDate[] = [];
  for (let turn = Math.max(0, Math.floor(span / roughDays) - 1); ; turn += 1) {
    const day = dayAt(turn);
    if (day >= from) days.push(day);
    if (day > to) return days;
  }
}

/** The most days from one meeting to the next; a weekday of the month comes up to six days late. */
function longestGapDays(group: GroupRhythm): number {
  const weeks = wholeNumber(group.everyWeeks);
  return weeks === null ? (wholeNumber(group.everyMonths) ?? 1) * 31 + 6 : weeks * 7;
}

/** The same weekday of the month: the second Monday, or the last where the month has no fifth. */
function sameWeekday(first: Temporal.PlainDate, months: number): IsoDate {
  const turn = Math.ceil(first.day / 7);
  const start = first.with({ day: 1 }).add({ months });
  const firstSuch = start.add({ days: (first.dayOfWeek - start.dayOfWeek + 7) % 7 });
  const day = firstSuch.add({ weeks: turn - 1 });
  return (day.month === start.month ? day : day.subtract({ weeks: 1 })).toString();
}

function wholeNumber(value: number | null): number | null {
  return value !== null && value >= 1 && value <= MAX_RHYTHM ? Math.floor(value) : null;
}
