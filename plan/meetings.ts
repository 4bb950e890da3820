import { addDays, formatMoment, isIsoDate, momentAt, todayIn } from './dates.ts';
import type { Plan, PlanSettings } from './plan.ts';
import type { Group, IsoDate, IsoInstant, Meeting, RowKey } from './rows.ts';
import { isHoliday, nextWorkingDay, workingDayOnOrBefore } from './working-days.ts';

/** One meeting of a group, with the moments that hang on it. */
export interface PlannedMeeting {
  /** Key of its row in Meetings. Keeps the day first planned when the meeting is moved by hand. */
  readonly key: RowKey;
  readonly groupKey: RowKey;
  /** The day it is held. */
  readonly on: IsoDate;
  readonly startsAt: IsoInstant;
  /** Its check-in opens. */
  readonly opensAt: Temporal.Instant;
  /** Its check-in closes. */
  readonly closesAt: Temporal.Instant;
  /** The digest about it goes out. */
  readonly digestAt: Temporal.Instant;
}

/** Days, both included. */
export interface DayRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What a group's rhythm is read from. */
export type GroupRhythm = Pick<Group, 'key' | 'everyWeeks' | 'everyMonths' | 'firstMeeting' | 'meetingTime'>;

/** A meeting is never moved further than this; how far outside a range one has to look. */
const FURTHEST_MOVE_DAYS = 31;

/** No group meets more rarely than every so many weeks or months; what is typed beyond is a slip. */
export const MAX_RHYTHM = 104;

/** Milepost's name of the row of a meeting it planned. */
export function meetingKeyOf(groupKey: RowKey, on: IsoDate): RowKey {
  return `${groupKey}@${on}`;
}

/**
 * The meetings of a group by its own rhythm, in order, on days within the range. Weeks are counted from
 * the first meeting; months keep its weekday (`the second Monday`, the last where there is no fifth).
 * A meeting on a bank holiday or closure moves to the next working day, or is skipped, as the plan says;
 * one that would move onto or past the next meeting is left out. Times are those of a clock in the plan's
 * zone. A group without a rhythm or a readable first day has none; without a readable time it meets at the
 * plan's opening time.
 */
export function meetingsOf(
  group: GroupRhythm,
  settings: PlanSettings,
  closures: readonly IsoDate[],
  { from, to }: DayRange,
): PlannedMeeting[] {
  const meetings: PlannedMeeting[] = [];
  const wanted = { from: addDays(from, -FURTHEST_MOVE_DAYS), to };
  const days = rhythmDays(group, wanted);
  for (const [at, day] of days.entries()) {
    const on = heldOn(day, days[at + 1], settings, closures);
    if (on !== null && on >= from && on <= to) {
      meetings.push(
        plannedMeeting({
          key: meetingKeyOf(group.key, on),
          groupKey: group.key,
          startsAt: momentAt(on, meetingTimeOf(group, settings), settings.timeZone),
          settings,
          closures,
        }),
      );
    }
  }
  return meetings;
}

/**
 * The meetings of a group as they will be held: its rhythm, with what people changed by hand in the
 * Meetings list. A cancelled meeting is left out, a moved one stands at its new time, an added one stands
 * among the others.
 */
export function calendarOf(plan: Plan, group: Group, range: DayRange): PlannedMeeting[] {
  const byRhythm = meetingsOf(group, plan.settings, plan.closures, range);
  const rows = plan.meetings.filter((row) => row.group === group.key);
  const known = new Set(rows.map((row) => row.key));
  const fromRows = rows
    .filter((row) => row.state !== 'Cancelled')
    .map((row) => plannedOf(plan, row))
    .filter((meeting) => meeting !== null)
    .filter((meeting) => meeting.on >= range.from && meeting.on <= range.to);
  return [...byRhythm.filter((meeting) => !known.has(meeting.key)), ...fromRows].toSorted(byStart);
}

/** The moments of a meeting from its row; `null` when it has no group or no start. */
export function plannedOf(plan: Plan, meeting: Meeting): PlannedMeeting | null {
  if (meeting.group === null || meeting.startsAt === null) return null;
  return plannedMeeting({
    key: meeting.key,
    groupKey: meeting.group,
    startsAt: Temporal.Instant.from(meeting.startsAt),
    settings: plan.settings,
    closures: plan.closures,
  });
}

/** `Mon 24 Jan 2022, 10:00`; `date not set` for a row without a start. */
export function wordsOfMeeting(meeting: Pick<Meeting, 'startsAt'>, timeZone: string): string {
  return meeting.startsAt === null ? 'date not set' : formatMoment(meeting.startsAt, timeZone);
}

/** The days the rhythm names before holidays are looked at, and one after the range. */
function rhythmDays(group: GroupRhythm, { from, to }: DayRange): IsoDate[] {
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

/** The same weekday of the month: the second Monday, or the last where the month has no fifth. */
function sameWeekday(first: Temporal.PlainDate, months: number): IsoDate {
  const turn = Math.ceil(first.day / 7);
  const start = first.with({ day: 1 }).add({ months });
  const firstSuch = start.add({ days: (first.dayOfWeek - start.dayOfWeek + 7) % 7 });
  const day = firstSuch.add({ weeks: turn - 1 });
  return (day.month === start.month ? day : day.subtract({ weeks: 1 })).toString();
}

/** The day a meeting is held that the rhythm puts on `day`; `null` when it is skipped. */
function heldOn(
  day: IsoDate,
  following: IsoDate | undefined,
  settings: PlanSettings,
  closures: readonly IsoDate[],
): IsoDate | null {
  if (!isHoliday(day, closures)) return day;
  if (settings.onBankHoliday === 'skip') return null;
  const moved = nextWorkingDay(day, closures);
  return following !== undefined && moved >= following ? null : moved;
}

function plannedMeeting({
  key,
  groupKey,
  startsAt,
  settings,
  closures,
}: {
  key: RowKey;
  groupKey: RowKey;
  startsAt: Temporal.Instant;
  settings: PlanSettings;
  closures: readonly IsoDate[];
}): PlannedMeeting {
  const { timeZone } = settings;
  const on = todayIn(startsAt, timeZone);
  const opensOn = workingDayOnOrBefore(addDays(on, -settings.checkInLeadDays), closures);
  const closesOn = nextWorkingDay(on, closures);
  return {
    key,
    groupKey,
    on,
    startsAt: startsAt.toString(),
    opensAt: momentAt(opensOn, settings.opensAt, timeZone),
    closesAt: momentAt(closesOn, settings.closesAt, timeZone),
    digestAt: momentAt(nextWorkingDay(closesOn, closures), settings.opensAt, timeZone),
  };
}

/** People type times by hand: `9:30` and `9.30` are understood. */
const MEETING_TIME = /^\s*([01]?\d|2[0-3])[:.]([0-5]\d)\s*$/;

/** Whether a time typed by hand is understood. */
export function isMeetingTime(text: string): boolean {
  return MEETING_TIME.test(text);
}

/** What is not understood is the plan's opening time. */
function meetingTimeOf(group: GroupRhythm, settings: PlanSettings): string {
  const found = MEETING_TIME.exec(group.meetingTime ?? '');
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : settings.opensAt;
}

function wholeNumber(value: number | null): number | null {
  return value !== null && value >= 1 && value <= MAX_RHYTHM ? Math.floor(value) : null;
}

function byStart(one: PlannedMeeting, other: PlannedMeeting): number {
  return (
    Temporal.Instant.from(one.startsAt).epochMilliseconds -
    Temporal.Instant.from(other.startsAt).epochMilliseconds
  );
}
