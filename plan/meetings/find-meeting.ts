import { addDays, todayIn } from '../calendar/dates.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, IsoDate, Meeting, RowKey } from '../rows.ts';
import { plannedDayOf } from './meeting-key.ts';
import { calendarOf, meetingsOf, type PlannedMeeting, plannedOf, rowOfPlanned } from './meetings.ts';

/** Longer than a check-in stays open after its meeting, holidays and all. */
const LOOK_BACK_DAYS = 31;

/** How far ahead a group's next meeting is looked for: one that meets every two months has some. */
const LOOK_AHEAD_DAYS = 200;

/** A meeting's row, or the row it would have where only the rhythm names it; `null` where there is none. */
export function findMeeting(
  plan: Plan,
  key: RowKey,
): { readonly meeting: Meeting; readonly group: Group } | null {
  const row = indexOf(plan).meetings.get(key);
  const group =
    row === undefined
      ? plan.groups.find((candidate) => plannedDayOf({ key, groupKey: candidate.key }) !== null)
      : plan.groups.find((candidate) => candidate.key === row.group);
  if (group === undefined) return null;
  if (row !== undefined) return { meeting: row, group };
  if (plan.deletedMeetings.includes(key)) return null;
  const on = plannedDayOf({ key, groupKey: group.key }) ?? '';
  const [planned] = meetingsOf(group, plan.settings, plan.closures, { from: on, to: on });
  return planned === undefined ? null : { meeting: rowOfPlanned(group, planned), group };
}

/** The meeting of a group whose check-in is open, the last to start where there are several; `null` where none is. */
export function openMeetingOf(plan: Plan, groupKey: RowKey | null): Meeting | null {
  return plan.meetings.findLast(({ group, state }) => group === groupKey && state === 'Open') ?? null;
}

/**
 * The meetings of a group that are still to come or under way, cancelled ones too, soonest first; each as its row, or
 * as the row it would have.
 */
export function comingMeetings(plan: Plan, group: Group, now: Temporal.Instant): readonly Meeting[] {
  const today = todayIn(now, plan.settings.timeZone);
  const { meetings } = indexOf(plan);
  const held = calendarOf(plan, group, {
    from: addDays(today, -LOOK_BACK_DAYS),
    to: addDays(today, LOOK_AHEAD_DAYS),
  }).map((planned) => meetings.get(planned.key) ?? rowOfPlanned(group, planned));
  const cancelled = plan.meetings.filter(
    (row) => row.group === group.key && row.state === 'Cancelled' && row.startsAt !== null,
  );
  return [...held, ...cancelled]
    .filter((meeting) => meeting.state !== 'Closed' && isStillAhead(plan, meeting, now))
    .toSorted((one, other) => Temporal.Instant.compare(one.startsAt ?? now, other.startsAt ?? now));
}

/**
 * The meeting that a group's chair means by `the meeting`: the one held on a given day; else the next to be held today
 * or later, cancelled or not. `null` where there is none.
 */
export function meantMeeting(
  plan: Plan,
  group: Group,
  now: Temporal.Instant,
  { on, held = false }: { readonly on?: IsoDate /** Only what will be held. */; readonly held?: boolean },
): Meeting | null {
  const today = todayIn(now, plan.settings.timeZone);
  const coming = comingMeetings(plan, group, now)
    .filter(({ state }) => !held || state !== 'Cancelled')
    .map((meeting) => ({ meeting, day: plannedOf(plan, meeting)?.on ?? '' }));
  const meant = coming.find(({ day }) => (on === undefined ? day >= today : day === on));
  return meant?.meeting ?? null;
}

/** The next meeting of a group that will be held after the day of this one; `null` where none is planned. */
export function meetingAfter(plan: Plan, group: Group, meeting: Meeting): PlannedMeeting | null {
  const on = plannedOf(plan, meeting)?.on;
  if (on === undefined) return null;
  const range = { from: addDays(on, 1), to: addDays(on, LOOK_AHEAD_DAYS) };
  return calendarOf(plan, group, range)[0] ?? null;
}

function isStillAhead(plan: Plan, meeting: Meeting, now: Temporal.Instant): boolean {
  const planned = plannedOf(plan, meeting);
  return planned !== null && Temporal.Instant.compare(planned.closesAt, now) > 0;
}
