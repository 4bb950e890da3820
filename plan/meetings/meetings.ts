import { addDays, formatMoment, formatShortDay, isIsoDate, momentAt, todayIn } from '../calendar/dates.ts';
import { nextWorkingDay, workingDayOnOrBefore } from '../calendar/working-days.ts';
import type { Plan, PlanSettings } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, IsoDate, IsoInstant, Meeting, RowKey } from '../rows.ts';
import { type DayRange, daysOfRhythm, type GroupRhythm, readMeetingTime } from './rhythm.ts';

/** One meeting of a group, with the moments that hang on it. */
export interface PlannedMeeting {
  /** Key of its row in Meetings. Keeps the day first planned when the meeting is moved. */
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

/** Milepost's name of the row of a meeting it planned. */
export function meetingKeyOf(groupKey: RowKey, on: IsoDate): RowKey {
  return `${groupKey}@${on}`;
}

/** The day for which Milepost planned a meeting; `null` for a row that people added. */
export function plannedDayOf({ key, groupKey }: Pick<PlannedMeeting, 'key' | 'groupKey'>): IsoDate | null {
  const day = key.startsWith(`${groupKey}@`) ? key.slice(groupKey.length + 1) : null;
  return isIsoDate(day) ? day : null;
}

/**
 * The meetings of a group by its own rhythm, in order, on days within the range. Times are those of a clock in the
 * plan's zone. Without a readable time a group meets at the plan's opening time.
 */
export function meetingsOf(
  group: GroupRhythm,
  settings: PlanSettings,
  closures: readonly IsoDate[],
  range: DayRange,
): PlannedMeeting[] {
  const time = readMeetingTime(group.meetingTime ?? '') ?? settings.opensAt;
  return daysOfRhythm(group, settings, closures, range).map((on) =>
    withMoments({
      key: meetingKeyOf(group.key, on),
      groupKey: group.key,
      startsAt: momentAt(on, time, settings.timeZone),
      settings,
      closures,
    }),
  );
}

/**
 * The meetings of a group as they will be held: its rhythm, with what people changed in the Meetings list. A cancelled or
 * deleted meeting is left out, a moved one stands at its new time, an added one stands among the others. While a meeting of an
 * earlier rhythm is still to be held, the new rhythm goes on after it.
 */
export function calendarOf(plan: Plan, group: Group, range: DayRange): PlannedMeeting[] {
  const rows = indexOf(plan).meetingsOf(group.key);
  const known = new Set([...rows.map((row) => row.key), ...plan.deletedMeetings]);
  const held = rows
    .filter((row) => row.state !== 'Cancelled')
    .map((row) => plannedOf(plan, row))
    .filter((meeting) => meeting !== null)
    .filter((meeting) => meeting.on >= range.from);
  const byRhythm = meetingsOf(group, plan.settings, plan.closures, {
    from: range.from,
    to: held.reduce((last, { on }) => (on > last ? on : last), range.to),
  });
  const after = lastOffRhythm(held, byRhythm);
  return [...byRhythm.filter(({ key, on }) => !known.has(key) && (after === null || on > after)), ...held]
    .filter(({ on }) => on <= range.to)
    .toSorted(byStart);
}

/** The moments of a meeting from its row; `null` when it has no group or no start. */
export function plannedOf(plan: Plan, meeting: Meeting): PlannedMeeting | null {
  if (meeting.group === null || meeting.startsAt === null) return null;
  return withMoments({
    key: meeting.key,
    groupKey: meeting.group,
    startsAt: Temporal.Instant.from(meeting.startsAt),
    settings: plan.settings,
    closures: plan.closures,
  });
}

/** When a meeting's check-in ends, or did: as noted when it was closed, else as planned. */
export function endOf(meeting: Meeting, planned: PlannedMeeting): Temporal.Instant {
  if (meeting.state !== 'Closed' || meeting.closedAt === null) return planned.closesAt;
  return Temporal.Instant.from(meeting.closedAt);
}

/** The row of a meeting that so far only the rhythm names. */
export function rowOfPlanned(group: Group, planned: PlannedMeeting): Meeting {
  return {
    key: planned.key,
    itemId: null,
    title: titleOfMeeting(group, planned.on),
    group: group.key,
    startsAt: planned.startsAt,
    state: 'Planned',
    attendees: [],
    decisions: null,
    closedAt: null,
  };
}

/** The state of a meeting; one without a row, or whose state is empty, is planned. */
export function stateOf(meeting: Pick<Meeting, 'state'> | undefined): NonNullable<Meeting['state']> {
  return meeting?.state ?? 'Planned';
}

/** What a title of 255 characters leaves for the group's name beside the day. */
const NAME_LENGTH = 240;

/** `SEND, 24 Jan 2022`: how Milepost calls the row of a meeting. */
export function titleOfMeeting(group: Pick<Group, 'title'>, on: IsoDate): string {
  return `${group.title.slice(0, NAME_LENGTH)}, ${formatShortDay(on)}`;
}

/** `Mon 24 Jan 2022, 10:00`; `date not set` for a row without a start. */
export function wordsOfMeeting(meeting: Pick<Meeting, 'startsAt'>, timeZone: string): string {
  return meeting.startsAt === null ? 'date not set' : formatMoment(meeting.startsAt, timeZone);
}

/**
 * The day of the last meeting that Milepost planned and nobody moved, and that the rhythm no longer names; `null` where
 * there is none.
 */
function lastOffRhythm(held: readonly PlannedMeeting[], byRhythm: readonly PlannedMeeting[]): IsoDate | null {
  const days = new Set(byRhythm.map(({ on }) => on));
  return held
    .filter((meeting) => plannedDayOf(meeting) === meeting.on && !days.has(meeting.on))
    .reduce<IsoDate | null>((last, { on }) => (last === null || on > last ? on : last), null);
}

function withMoments({
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

function byStart(one: PlannedMeeting, other: PlannedMeeting): number {
  return (
    Temporal.Instant.from(one.startsAt).epochMilliseconds -
    Temporal.Instant.from(other.startsAt).epochMilliseconds
  );
}
