import { todayIn } from '../calendar/dates.ts';
import type { NoticeLedger, PastReminder } from '../notices/notice-ledger.ts';
import { directoryIdOf } from '../people.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';

type Past = ReadonlyMap<IsoDate, PastReminder>;

const pastByLedger = new WeakMap<NoticeLedger['reminders'], ReadonlyMap<string, Past>>();

/** What became of somebody's earlier reminders, by the day each stands for; `undefined` where there were none. */
export function pastOf({ reminders }: NoticeLedger, subject: string): Past | undefined {
  const known = pastByLedger.get(reminders);
  if (known) return known.get(subject);
  const made = new Map<string, Map<IsoDate, PastReminder>>();
  for (const reminder of reminders) {
    const days = made.get(reminder.subject) ?? new Map<IsoDate, PastReminder>();
    made.set(reminder.subject, days.set(reminder.on, reminder));
  }
  pastByLedger.set(reminders, made);
  return made.get(subject);
}

const newsByLedger = new WeakMap<NoticeLedger['news'], ReadonlyMap<string, readonly Temporal.Instant[]>>();

/** Whether somebody had news of a plan on a day, by the clocks of a zone. */
export function hadNews(
  { news }: NoticeLedger,
  subject: string,
  { on, timeZone }: { readonly on: IsoDate; readonly timeZone: string },
): boolean {
  const known = newsByLedger.get(news) ?? momentsBySubject(news);
  newsByLedger.set(news, known);
  return (known.get(subject) ?? []).some((sentAt) => todayIn(sentAt, timeZone) === on);
}

function momentsBySubject(news: NoticeLedger['news']): ReadonlyMap<string, readonly Temporal.Instant[]> {
  const bySubject = Map.groupBy(news, ({ subject }) => subject);
  return new Map(
    [...bySubject].map(([subject, all]) => [subject, all.map(({ sentAt }) => Temporal.Instant.from(sentAt))]),
  );
}

/** A reminder by the day it stands for and the moment it goes out. */
interface Told {
  readonly on: IsoDate;
  readonly at: Temporal.Instant;
}

/**
 * Whether somebody in plans of several zones has had the reminder of another day already, on what is one day by the
 * clocks of one of these zones: that day's is then the one they have had.
 */
export function isTaken(
  { plans, ledger }: { readonly plans: readonly Plan[]; readonly ledger: NoticeLedger },
  subject: string,
  told: Told,
): boolean {
  if (zonesOf(plans).get(subject) === undefined) return false;
  return [...(pastOf(ledger, subject)?.values() ?? [])].some(
    ({ on, sentAt }) =>
      sentAt !== null && fallTogether(plans, subject, told, { on, at: Temporal.Instant.from(sentAt) }),
  );
}

/** Whether the reminders of two days would come on what is one day by the clocks of a plan that somebody is in. */
export function fallTogether(plans: readonly Plan[], subject: string, one: Told, other: Told): boolean {
  if (one.on === other.on) return false;
  const zones = zonesOf(plans).get(subject) ?? [];
  return [...zones].some((zone) => todayIn(one.at, zone) === todayIn(other.at, zone));
}

const zonesByPlans = new WeakMap<readonly Plan[], ReadonlyMap<string, ReadonlySet<string>>>();

/** The zones of the plans that somebody is in, by directory id; empty where all plans are in one. */
function zonesOf(plans: readonly Plan[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = zonesByPlans.get(plans);
  if (known) return known;
  const made = new Map<string, Set<string>>();
  zonesByPlans.set(plans, made);
  if (new Set(plans.map(({ settings }) => settings.timeZone)).size <= 1) return made;
  for (const { owners, settings } of plans) {
    for (const owner of owners) {
      const subject = directoryIdOf(owner);
      if (subject !== null) made.set(subject, (made.get(subject) ?? new Set()).add(settings.timeZone));
    }
  }
  return made;
}
