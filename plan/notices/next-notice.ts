import { alertedItems } from '../alert.ts';
import { addDays, momentAt, todayIn } from '../dates.ts';
import type { Plan } from '../plan.ts';
import { remindedItems } from '../reminder.ts';
import type { IsoDate } from '../rows.ts';
import { isWorkingDay } from '../working-days.ts';
import { checkInGroups, meetingsAround } from './check-in-opening.ts';

/** How far ahead is looked. */
const LOOK_AHEAD_DAYS = 60;

/**
 * The next moment after now at which something falls due as things stand: a check-in opens or closes, a
 * digest, alert or reminder goes out. `null` when nothing does within 60 days.
 */
export function nextNoticeAt(plan: Plan, now: Temporal.Instant): Temporal.Instant | null {
  const moments = [...meetingMoments(plan, now), dailyMoment(plan, now)]
    .filter((moment) => moment !== null)
    .filter((moment) => Temporal.Instant.compare(moment, now) > 0)
    .toSorted(Temporal.Instant.compare);
  return moments[0] ?? null;
}

function meetingMoments(plan: Plan, now: Temporal.Instant): Temporal.Instant[] {
  const until = now.add({ hours: LOOK_AHEAD_DAYS * 24 });
  return checkInGroups(plan)
    .flatMap((group) => meetingsAround({ plan, now, until }, group))
    .flatMap((meeting) => [meeting.opensAt, meeting.closesAt, meeting.digestAt])
    .filter((moment) => Temporal.Instant.compare(moment, until) <= 0);
}

function dailyMoment(plan: Plan, now: Temporal.Instant): Temporal.Instant | null {
  const { opensAt, timeZone } = plan.settings;
  const today = todayIn(now, timeZone);
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    const moment = momentAt(day, opensAt, timeZone);
    if (Temporal.Instant.compare(moment, now) > 0 && isBusy(plan, day)) return moment;
  }
  return null;
}

function isBusy(plan: Plan, day: IsoDate): boolean {
  if (!isWorkingDay(day, plan.closures)) return false;
  return (
    plan.groups.some((group) => group.active !== false && alertedItems(plan, group.key, day).length > 0) ||
    plan.owners.some((owner) => remindedItems(plan, owner.key, day).length > 0)
  );
}
