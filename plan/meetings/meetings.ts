import { addDays, formatMoment, formatShortDay, momentAt } from '../calendar/dates.ts';
import { nextWorkingDay, workingDayOnOrBefore } from '../calendar/working-days.ts';
import type { Plan, PlanSettings } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, IsoDate, IsoInstant, Meeting } from '../rows.ts';
import type { DayRange, GroupRhythm } from './rhythm.ts';
import { byStart, heldFrom, type Slot, slotOfRow, slotsOf, slotsOfRhythm } from './slots.ts';

/** One meeting of a group, with the moments that hang on it. */
export interface PlannedMeeting extends Pick<Slot, 'key' | 'groupKey' | 'on'> {
  readonly startsAt: IsoInstant;
  /** Its check-in opens. */
  readonly opensAt: Temporal.Instant;
  /** Its check-in closes. */
  readonly closesAt: Temporal.Instant;
  /** The digest about it goes out. */
  readonly digestAt: Temporal.Instant;
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
