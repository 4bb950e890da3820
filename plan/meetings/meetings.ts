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
  return slotsOfRhythm(group, settings, closures, range).map((slot) =>
    withMoments(slot, { settings, closures }),
  );
}

/**
 * The meetings of a group as they will be held: its rhythm, with what people changed in the Meetings list. A cancelled or
 * deleted meeting is left out, a moved one stands at its new time, an added one stands among the others. While a meeting of an
 * earlier rhythm is still to be held, the new rhythm goes on after it.
 */
export function calendarOf(plan: Plan, group: Group, range: DayRange): PlannedMeeting[] {
  return slotsOf(plan, group, range).map((slot) => withMoments(slot, plan));
}

/** The days of these meetings alone, where nobody asks for the moments that hang on them. */
export function meetingDays(plan: Plan, group: Group, range: DayRange): IsoDate[] {
  return slotsOf(plan, group, range).map(({ on }) => on);
}

/** Of these, the meetings that have a row in a state, in order. */
export function meetingsInState(
  plan: Plan,
  group: Group,
  state: NonNullable<Meeting['state']>,
  range: DayRange,
): PlannedMeeting[] {
  const rows = indexOf(plan)
    .meetingsOf(group.key)
    .filter((row) => row.state === state);
  return heldFrom(plan, rows, range.from)
    .filter(({ on }) => on <= range.to)
    .toSorted(byStart)
    .map((slot) => withMoments(slot, plan));
}

/** The moments of a meeting from its row; `null` when it has no group or no start. */
export function plannedOf(plan: Plan, meeting: Meeting): PlannedMeeting | null {
  const slot = slotOfRow(plan, meeting);
  return slot === null ? null : withMoments(slot, plan);
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

/** A meeting and its day: the moments that hang on it are worked out only for those that are asked for. */
interface Slot extends Pick<PlannedMeeting, 'key' | 'groupKey' | 'on'> {
  readonly startsAt: Temporal.Instant;
}

function slotsOf(plan: Plan, group: Group, range: DayRange): Slot[] {
  const rows = indexOf(plan).meetingsOf(group.key);
  const known = new Set([...rows.map((row) => row.key), ...plan.deletedMeetings]);
  const held = heldFrom(plan, rows, range.from);
  const byRhythm = slotsOfRhythm(group, plan.settings, plan.closures, {
    from: range.from,
    to: held.reduce((last, { on }) => (on > last ? on : last), range.to),
  });
  const after = lastOffRhythm(held, byRhythm);
  return [...byRhythm.filter(({ key, on }) => !known.has(key) && (after === null || on > after)), ...held]
    .filter(({ on }) => on <= range.to)
    .toSorted(byStart);
}

/** Of some rows, the meetings that are held on a day or later. */
function heldFrom(plan: Plan, rows: readonly Meeting[], from: IsoDate): Slot[] {
  const beginsMs = momentAt(from, '00:00', plan.settings.timeZone).epochMilliseconds;
  return rows
    .filter(({ state, startsAt }) => state !== 'Cancelled' && Date.parse(startsAt ?? '') >= beginsMs)
    .map((row) => slotOfRow(plan, row))
    .filter((slot) => slot !== null);
}

function slotOfRow({ settings }: Plan, { key, group, startsAt }: Meeting): Slot | null {
  if (group === null || startsAt === null) return null;
  const start = Temporal.Instant.from(startsAt);
  return { key, groupKey: group, on: todayIn(start, settings.timeZone), startsAt: start };
}

function slotsOfRhythm(
  group: GroupRhythm,
  settings: PlanSettings,
  closures: readonly IsoDate[],
  range: DayRange,
): Slot[] {
  const time = readMeetingTime(group.meetingTime ?? '') ?? settings.opensAt;
  return daysOfRhythm(group, settings, closures, range).map((on) => ({
    key: meetingKeyOf(group.key, on),
    groupKey: group.key,
    on,
    startsAt: momentAt(on, time, settings.timeZone),
  }));
}

/**
 * The day of the last meeting that Milepost planned and nobody moved, and that the rhythm no longer names; `null` where
 * there is none.
 */
function lastOffRhythm(held: readonly Slot[], byRhythm: readonly Slot[]): IsoDate | null {
  const days = new Set(byRhythm.map(({ on }) => on));
  return held
    .filter((meeting) => plannedDayOf(meeting) === meeting.on && !days.has(meeting.on))
    .reduce<IsoDate | null>((last, { on }) => (last === null || on > last ? on : last), null);
}

function withMoments(
  { key, groupKey, on, startsAt }: Slot,
  { settings, closures }: Pick<Plan, 'settings' | 'closures'>,
): PlannedMeeting {
  const { timeZone } = settings;
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

function byStart(one: Slot, other: Slot): number {
  return one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds;
}
