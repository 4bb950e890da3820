import { BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { addDays, formatDay, formatMoment, isIsoDate, momentAt, todayIn } from '../calendar/dates.ts';
import { isHoliday } from '../calendar/working-days.ts';
import type { Plan } from '../plan.ts';
import type { Group, IsoDate, IsoInstant, Meeting } from '../rows.ts';
import { calendarOf, type PlannedMeeting, plannedOf } from './meetings.ts';
import { readMeetingTime } from './rhythm.ts';

/** No meeting is moved further ahead than this. */
const FURTHEST_DAYS = 366;

/** How far around a meeting its neighbours are looked for: a group that meets every two months has some. */
const NEIGHBOUR_DAYS = 200;

/** The moment a meeting moves to, or why it can't, in words for its chair. */
export type MoveOutcome =
  | { readonly problem: string; readonly startsAt?: undefined }
  | { readonly problem?: undefined; readonly startsAt: IsoInstant };

/**
 * Judges where a meeting is to be moved to: a moment to come, between the meetings before and after it, on no bank
 * holiday or closure. A weekend is allowed: some groups meet with families.
 */
export function judgeMove({
  plan,
  group,
  meeting,
  on,
  time,
  now,
}: {
  readonly plan: Plan;
  readonly group: Group;
  /** As it stands now. */
  readonly meeting: Meeting;
  readonly on: IsoDate;
  /** `HH:mm`; `9.30` is understood. */
  readonly time: string;
  readonly now: Temporal.Instant;
}): MoveOutcome {
  const { timeZone } = plan.settings;
  if (!isIsoDate(on)) return { problem: 'Choose the day, or write it like 2022-01-26.' };
  const at = readMeetingTime(time);
  if (at === null) return { problem: 'Choose the time, or write it like 10:00.' };
  const startsAt = momentAt(on, at, timeZone);
  if (Temporal.Instant.compare(startsAt, now) <= 0)
    return { problem: `${formatMoment(startsAt, timeZone)} has passed. Choose a later moment.` };
  if (on > addDays(todayIn(now, timeZone), FURTHEST_DAYS))
    return { problem: `${formatDay(on)} is more than a year away. Check the year.` };
  const problem = holidayProblem(plan, on) ?? neighbourProblem(plan, group, meeting, on);
  return problem === null ? { startsAt: startsAt.toString() } : { problem };
}

function holidayProblem(plan: Plan, on: IsoDate): string | null {
  if (!isHoliday(on, plan.closures)) return null;
  const name = BANK_HOLIDAYS.find(({ date }) => date === on)?.name;
  const what = name === undefined ? 'a day on which everything is closed' : `a bank holiday (${name})`;
  return `${formatDay(on)} is ${what}. Choose another day.`;
}

function neighbourProblem(plan: Plan, group: Group, meeting: Meeting, on: IsoDate): string | null {
  const current = plannedOf(plan, meeting);
  if (current === null) return null;
  const range = { from: addDays(current.on, -NEIGHBOUR_DAYS), to: addDays(current.on, NEIGHBOUR_DAYS) };
  const others = calendarOf(plan, group, range).filter(({ key }) => key !== meeting.key);
  const wordsOf = ({ startsAt }: PlannedMeeting) => formatMoment(startsAt, plan.settings.timeZone);
  const after = others.find(({ startsAt }) => isBefore(current.startsAt, startsAt));
  if (after !== undefined && on >= after.on)
    return `The group’s next meeting is ${wordsOf(after)}. Choose a day before it, or cancel this meeting instead.`;
  const before = others.findLast(({ startsAt }) => isBefore(startsAt, current.startsAt));
  if (before !== undefined && on <= before.on)
    return `The group’s meeting before it is ${wordsOf(before)}. Choose a day after it.`;
  return null;
}

function isBefore(one: IsoInstant, other: IsoInstant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
