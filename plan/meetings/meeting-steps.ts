import { addDays, todayIn } from '../calendar/dates.ts';
import { hasRecord } from '../meeting-record/has-record.ts';
import { SUMMARY_LIFE_HOURS } from '../notices/summary.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, Meeting } from '../rows.ts';
import { checkInGroups } from './check-in-groups.ts';
import { plannedDayOf } from './meeting-key.ts';
import { calendarOf, type PlannedMeeting, plannedOf, stateOf } from './meetings.ts';
import { daysOfRhythm, hasRhythm } from './rhythm.ts';

/** What is to be done with one meeting by now. */
export type MeetingStep =
  /** Its check-in opens. It may have no row yet. */
  | { readonly step: 'open'; readonly group: Group; readonly planned: PlannedMeeting }
  /** The time of its check-in is over. */
  | { readonly step: 'close'; readonly meeting: Meeting }
  /** Somebody closed it in SharePoint: when is noted, as Milepost sees it. */
  | { readonly step: 'note closing'; readonly meeting: Meeting }
  /** The group no longer meets then. */
  | { readonly step: 'cancel'; readonly meeting: Meeting };

/** How far back a meeting may lie whose check-in is still to be opened; they close within days. */
const LOOK_BACK_DAYS = 14;

/** How far ahead a check-in may open. */
const LOOK_AHEAD_DAYS = 31;

/** Everything that is due with the meetings of a plan. Done once, none of it is named again. */
export function meetingSteps(plan: Plan, now: Temporal.Instant): MeetingStep[] {
  const dropped = plan.meetings.filter((meeting) => isOffRhythm(plan, meeting, now));
  // What takes the place of a dropped meeting may open at once.
  const current = withCancelled(plan, dropped);
  return [
    ...dropped.map((meeting) => ({ step: 'cancel', meeting }) as const),
    ...current.meetings
      .filter((meeting) => isOver(current, meeting, now))
      .map((meeting) => ({ step: 'close', meeting }) as const),
    ...current.meetings
      .filter((meeting) => isClosedByHand(current, meeting, now))
      .map((meeting) => ({ step: 'note closing', meeting }) as const),
    ...toOpen(current, now),
  ];
}

/**
 * A meeting to come that Milepost planned, nobody moved to another day and nobody has said anything in, on a day that
 * its group's rhythm no longer names: the first meeting, the weeks, or what holidays do were changed. A rhythm that
 * can't be read says nothing.
 */
function isOffRhythm(plan: Plan, meeting: Meeting, now: Temporal.Instant): boolean {
  if (meeting.state === 'Closed' || meeting.state === 'Cancelled') return false;
  const planned = plannedOf(plan, meeting);
  const group = planned === null ? undefined : indexOf(plan).groups.get(planned.groupKey);
  if (planned === null || group === undefined || !hasRhythm(group)) return false;
  const { on } = planned;
  if (plannedDayOf(planned) !== on || Temporal.Instant.compare(planned.startsAt, now) <= 0) return false;
  const days = daysOfRhythm(group, plan.settings, plan.closures, { from: on, to: on });
  return days.length === 0 && !hasRecord(plan, meeting);
}

function withCancelled(plan: Plan, dropped: readonly Meeting[]): Plan {
  if (dropped.length === 0) return plan;
  const meetings = plan.meetings.map((meeting) =>
    dropped.includes(meeting) ? { ...meeting, state: 'Cancelled' as const } : meeting,
  );
  return { ...plan, meetings };
}

function isOver(plan: Plan, meeting: Meeting, now: Temporal.Instant): boolean {
  const planned = meeting.state === 'Open' ? plannedOf(plan, meeting) : null;
  return planned !== null && Temporal.Instant.compare(now, planned.closesAt) >= 0;
}

/** Closed without Milepost, lately enough to be summed up; what is imported as closed lies further back. */
function isClosedByHand(plan: Plan, meeting: Meeting, now: Temporal.Instant): boolean {
  const planned = meeting.state === 'Closed' && meeting.closedAt === null ? plannedOf(plan, meeting) : null;
  if (planned === null) return false;
  const isRecent = Temporal.Instant.compare(now, planned.closesAt.add({ hours: SUMMARY_LIFE_HOURS })) < 0;
  const hasBegun = Temporal.Instant.compare(now, planned.opensAt) >= 0;
  return isRecent && (hasBegun || hasRecord(plan, meeting));
}

function toOpen(plan: Plan, now: Temporal.Instant): MeetingStep[] {
  const today = todayIn(now, plan.settings.timeZone);
  const range = { from: addDays(today, -LOOK_BACK_DAYS), to: addDays(today, LOOK_AHEAD_DAYS) };
  return checkInGroups(plan)
    .flatMap((group) => calendarOf(plan, group, range).map((planned) => ({ group, planned })))
    .filter(({ planned }) => isBetween(now, planned.opensAt, planned.closesAt))
    .filter(({ planned }) => stateOf(indexOf(plan).meetings.get(planned.key)) === 'Planned')
    .map(({ group, planned }) => ({ step: 'open', group, planned }));
}

function isBetween(now: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, from) >= 0 && Temporal.Instant.compare(now, to) < 0;
}
