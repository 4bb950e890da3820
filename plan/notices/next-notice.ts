import { alertsOn } from '../alert.ts';
import { addDays, momentAt, todayIn } from '../calendar/dates.ts';
import type { Plan } from '../plan.ts';
import { remindersOn } from '../reminder.ts';
import { checkInGroups, meetingsAround } from './check-in-opening.ts';

/** How far ahead is looked. */
const LOOK_AHEAD_DAYS = 60;

/**
 * The next moment after now at which something falls due as things stand: a check-in opens or closes, a
 * digest, alert or reminder goes out. `null` when nothing does within 60 days.
 */
export function nextNoticeAt(plan: Plan, now: Temporal.Instant): Temporal.Instant | null {
  const latest = now.add({ hours: LOOK_AHEAD_DAYS * 24 });
  const meeting = nextMeetingMoment(plan, now, latest);
  // Most days have a meeting soon: only the days before it need to be looked at.
  return nextDailyMoment(plan, now, meeting ?? latest) ?? meeting;
}

function nextMeetingMoment(
  plan: Plan,
  now: Temporal.Instant,
  until: Temporal.Instant,
): Temporal.Instant | null {
  const moments = checkInGroups(plan)
    .flatMap((group) => meetingsAround({ plan, now, until }, group))
    .flatMap((meeting) => [meeting.opensAt, meeting.closesAt, meeting.digestAt])
    .filter((moment) => isBetween(moment, now, until))
    .toSorted(Temporal.Instant.compare);
  return moments[0] ?? null;
}

function nextDailyMoment(
  plan: Plan,
  now: Temporal.Instant,
  until: Temporal.Instant,
): Temporal.Instant | null {
  const { opensAt, timeZone } = plan.settings;
  const last = todayIn(until, timeZone);
  for (let day = todayIn(now, timeZone); day <= last; day = addDays(day, 1)) {
    const moment = momentAt(day, opensAt, timeZone);
    const isBusy = () => alertsOn(plan, day).size > 0 || remindersOn(plan, day).size > 0;
    if (isBetween(moment, now, until) && isBusy()) return moment;
  }
  return null;
}

function isBetween(moment: Temporal.Instant, after: Temporal.Instant, until: Temporal.Instant): boolean {
  return Temporal.Instant.compare(moment, after) > 0 && Temporal.Instant.compare(moment, until) <= 0;
}
