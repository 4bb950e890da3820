import { addDays, momentAt, todayIn } from '../calendar/dates.ts';
import { nextWorkingTime } from '../calendar/working-hours.ts';
import type { Plan } from '../plan.ts';
import { hoursOn } from '../reminders/hours.ts';
import type { Preferences } from './preferences.ts';

/** Kinds for which the plan's working hours count. */
const WHILE_AT_WORK: readonly string[] = ['alert', 'digest', 'trouble', 'channel-trouble'];

/** Kinds for which a person's own hours count too. */
const IN_OWN_HOURS: readonly string[] = ['reminder', 'report-reminder', 'news'];

/** Somebody a notice is for. */
interface Reader {
  /** Directory id in small letters. */
  readonly subject: string;
  readonly preferences: Preferences;
}

/**
 * Until when a notice waits that was due before and put off: nobody is written to out of hours because Teams was busy.
 * `null` where it may go now. Check-ins and summaries go when they happen, answers to somebody at once.
 * @param reader of a notice to one person
 */
export function waitsUntil(
  plan: Plan,
  { kind, reader = null }: { readonly kind: string; readonly reader?: Reader | null },
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (WHILE_AT_WORK.includes(kind)) {
    const from = nextWorkingTime(plan, now);
    return Temporal.Instant.compare(from, now) > 0 ? from : null;
  }
  return reader !== null && IN_OWN_HOURS.includes(kind) ? waitsForReader(plan, reader, now) : null;
}

/** What was not sent in somebody's hours of a day is not for that day any more. */
function waitsForReader(plan: Plan, reader: Reader, now: Temporal.Instant): Temporal.Instant | null {
  const { timeZone } = plan.settings;
  const today = todayIn(now, timeZone);
  const hours = hoursOn(plan, reader, today);
  if (hours === null || Temporal.Instant.compare(now, hours.to) >= 0)
    return momentAt(addDays(today, 1), '00:00', timeZone);
  return Temporal.Instant.compare(now, hours.from) < 0 ? hours.from : null;
}
