import { momentAt, todayIn } from '../calendar/dates.ts';
import type { Plan, PlanSettings } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, IsoDate, Meeting, RowKey } from '../rows.ts';
import { meetingKeyOf, plannedDayOf } from './meeting-key.ts';
import { type DayRange, daysOfRhythm, type GroupRhythm, readMeetingTime } from './rhythm.ts';

/** A meeting and its day: the moments that hang on it are worked out only for those that are asked for. */
export interface Slot {
  /** Key of its row in Meetings. Keeps the day first planned when the meeting is moved. */
  readonly key: RowKey;
  readonly groupKey: RowKey;
  /** The day it is held. */
  readonly on: IsoDate;
  readonly startsAt: Temporal.Instant;
}

/** What `calendarOf` names. */
export function slotsOf(plan: Plan, group: Group, range: DayRange): Slot[] {
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
export function heldFrom(plan: Plan, rows: readonly Meeting[], from: IsoDate): Slot[] {
  const beginsMs = momentAt(from, '00:00', plan.settings.timeZone).epochMilliseconds;
  return rows
    .filter(({ state, startsAt }) => state !== 'Cancelled' && Date.parse(startsAt ?? '') >= beginsMs)
    .map((row) => slotOfRow(plan, row))
    .filter((slot) => slot !== null);
}

/** `null` for a row without a group or a start. */
export function slotOfRow({ settings }: Plan, { key, group, startsAt }: Meeting): Slot | null {
  if (group === null || startsAt === null) return null;
  const start = Temporal.Instant.from(startsAt);
  return { key, groupKey: group, on: todayIn(start, settings.timeZone), startsAt: start };
}

/** What `meetingsOf` names. */
export function slotsOfRhythm(
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

export function byStart(one: Slot, other: Slot): number {
  return one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds;
}
