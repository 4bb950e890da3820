import type { Plan } from '../plan.ts';
import { momentAt, todayIn } from './dates.ts';
import { isWorkingDay, nextWorkingDay, workingDayOnOrAfter } from './working-days.ts';

/** Whether people of the plan are at work: between its opening and its closing time on a working day. */
export function isWorkingTime(
  { settings, closures }: Pick<Plan, 'settings' | 'closures'>,
  now: Temporal.Instant,
): boolean {
  const today = todayIn(now, settings.timeZone);
  const at = (time: string) => momentAt(today, time, settings.timeZone);
  const isBetween =
    Temporal.Instant.compare(now, at(settings.opensAt)) >= 0 &&
    Temporal.Instant.compare(now, at(settings.closesAt)) < 0;
  return isBetween && isWorkingDay(today, closures);
}

/** Whether nobody of the plan has begun to work on that day: before its opening time, or on a day on which nobody works. */
export function isBeforeWork(
  { settings, closures }: Pick<Plan, 'settings' | 'closures'>,
  now: Temporal.Instant,
): boolean {
  const today = todayIn(now, settings.timeZone);
  const opening = momentAt(today, settings.opensAt, settings.timeZone);
  return Temporal.Instant.compare(now, opening) < 0 || !isWorkingDay(today, closures);
}

/** The next moment at which people are at work: now, where they are. */
export function nextWorkingTime(
  plan: Pick<Plan, 'settings' | 'closures'>,
  now: Temporal.Instant,
): Temporal.Instant {
  if (isWorkingTime(plan, now)) return now;
  const { opensAt, timeZone } = plan.settings;
  const today = todayIn(now, timeZone);
  const opening = momentAt(workingDayOnOrAfter(today, plan.closures), opensAt, timeZone);
  if (Temporal.Instant.compare(opening, now) > 0) return opening;
  return momentAt(nextWorkingDay(today, plan.closures), opensAt, timeZone);
}

/** Whether something that was due before, while Milepost was down, waits until people are at work. */
export function waitsForWork(
  plan: Pick<Plan, 'settings' | 'closures'>,
  { dueAt }: { readonly dueAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  return Temporal.Instant.compare(dueAt, now) <= 0 && !isWorkingTime(plan, now);
}
