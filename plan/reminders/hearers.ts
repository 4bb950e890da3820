import { addDays, dayOfWeek } from '../calendar/dates.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { NoticeLedger } from '../notices/notice-ledger.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../notices/preferences.ts';
import { directoryIdOf } from '../people.ts';
import type { Plan } from '../plan.ts';
import type { IsoDate, Owner, RowKey } from '../rows.ts';
import { hoursOn, type Stretch } from './hours.ts';
import { hadNews, isTaken, pastOf } from './past.ts';
import { isInPeace } from './peace.ts';
import { LOOK_BACK_DAYS } from './reminded.ts';
import { whoIsThere } from './who-is-there.ts';

/** What decides who hears of something, and when. */
export interface HearerAsk {
  readonly plans: readonly Plan[];
  /** By directory id in small letters; whoever is not there has chosen nothing. */
  readonly preferences: ReadonlyMap<string, Preferences>;
  readonly ledger: NoticeLedger;
}

/** Somebody who can be written to, with what they have chosen. */
export interface Hearer {
  readonly owner: Owner;
  /** Directory id in small letters. */
  readonly subject: string;
  readonly preferences: Preferences;
}

/** Who hears on a day what is meant for an owner, as far as they are there; `null` for nobody. */
export function personFor(
  { plans, preferences }: Pick<HearerAsk, 'plans' | 'preferences'>,
  plan: Plan,
  owner: Owner,
  day: IsoDate,
): Hearer | null {
  const person = whoIsThere(plans, plan, owner, day);
  const subject = person === null ? null : directoryIdOf(person);
  if (person === null || subject === null) return null;
  return { owner: person, subject, preferences: preferences.get(subject) ?? DEFAULT_PREFERENCES };
}

/** Who hears on a day what is meant for an owner; `null` where that is no day for it, or nobody's. */
export function hearerOn(
  ask: Pick<HearerAsk, 'plans' | 'preferences'>,
  plan: Plan,
  owner: Owner,
  day: IsoDate,
): Hearer | null {
  const hearer = personFor(ask, plan, owner, day);
  return hearer !== null && isDayFor(plan, hearer, day) ? hearer : null;
}

/** Whether a day is one on which a plan may write to somebody. */
export function isDayFor(plan: Plan, hearer: Hearer, day: IsoDate): boolean {
  return isPlansDay(plan, hearer, day) && isTheirDay(hearer, day);
}

/** When on such a day a plan may write to somebody; `null` where no time is left, or they have had a message. */
export function slotOn(ask: HearerAsk, plan: Plan, hearer: Hearer, day: IsoDate): Stretch | null {
  const hours = hoursOn(plan, hearer, day);
  if (hadNews(ask.ledger, hearer.subject, { on: day, timeZone: plan.settings.timeZone })) return null;
  return hours === null || isTaken(ask, hearer.subject, { on: day, at: hours.from }) ? null : hours;
}

/** When somebody last heard what was meant for an owner. */
export interface Heard {
  readonly on: IsoDate;
  /** Who did; `null` where nobody has for as long as is looked back. */
  readonly by: Owner | null;
}

/**
 * The last day before this one on which somebody heard what was meant for an owner, or could have: what fell due up to
 * it is not told again. Days on which their message could not be sent do not count.
 * @param only days on which one of these people did; default: whoever it was
 */
export function lastHeard(
  ask: HearerAsk,
  plan: Plan,
  owner: Owner,
  { day, only = null }: { readonly day: IsoDate; readonly only?: readonly RowKey[] | null },
): Heard {
  const first = addDays(day, -LOOK_BACK_DAYS);
  for (let on = addDays(day, -1); on > first; on = addDays(on, -1)) {
    const hearer = personFor(ask, plan, owner, on);
    if (hearer === null || !isPlansDay(plan, hearer, on)) continue;
    if (only !== null && !only.includes(hearer.owner.key)) continue;
    const past = pastOf(ask.ledger, hearer.subject)?.get(on);
    const could = past === undefined && isTheirDay(hearer, on) && slotOn(ask, plan, hearer, on) !== null;
    if (could || (past && past.sentAt !== null)) return { on, by: hearer.owner };
  }
  return { on: first, by: null };
}

/** Whether a plan has anything to say to somebody on a day, whatever they have chosen. */
function isPlansDay(plan: Plan, { owner }: Hearer, day: IsoDate): boolean {
  return isWorkingDay(day, plan.closures) && !isInPeace(plan, owner, day);
}

function isTheirDay({ preferences: { workDays, snoozedUntil } }: Hearer, day: IsoDate): boolean {
  if (snoozedUntil !== null && day < snoozedUntil) return false;
  return workDays.includes(dayOfWeek(day));
}
