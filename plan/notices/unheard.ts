import { addDays, daysBetween } from '../calendar/dates.ts';
import { isClosed, itemsOf } from '../items.ts';
import { standInFor } from '../people.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Owner } from '../rows.ts';
import { expectedDue } from '../schedule.ts';
import type { Trouble, TroubleCode } from '../troubles.ts';
import type { Preferences } from './preferences.ts';
import { type Unreachable, type UnreachableReason, unreachableOwners } from './unreachable.ts';

/** Codes of the troubles that this file finds. */
export const OF_UNHEARD: readonly TroubleCode[] = [
  'AWAY_UNCOVERED',
  'DEPUTY_AWAY',
  'DEPUTY_UNKNOWN',
  'NO_TIME_LEFT',
  'NO_GROUP',
];

/** Whoever is away for no longer chose that nobody stands in for them. */
const SHORT_ABSENCE_DAYS = 7;

/** A fortnight before the first alert would be due. */
const LOOK_AHEAD_DAYS = 28;

/**
 * What of a plan is told to nobody as things stand, for plan managers to mend: owners whose reminders reach nobody, and
 * open items of no group that are due within four weeks, or were.
 * @param preferences by directory id in small letters; whoever is not there has chosen nothing
 */
export function unheard(
  plan: Plan,
  preferences: ReadonlyMap<string, Preferences>,
  day: IsoDate,
): readonly Trouble[] {
  const people = unreachableOwners(plan, preferences, day).flatMap((one) => ofPerson(plan, one, day));
  const items = itemsOf(plan).filter((item) => isWithoutGroup(item, day));
  return [...people, ...items.map(ofItem)];
}

/** `null`: told in another way. Who has no account is a row to put right. */
const CODES: Readonly<Record<UnreachableReason, TroubleCode | null>> = {
  'no account': null,
  'no deputy': 'AWAY_UNCOVERED',
  'deputy away': 'DEPUTY_AWAY',
  'deputy without account': 'DEPUTY_UNKNOWN',
  'no time': 'NO_TIME_LEFT',
};

function ofPerson(plan: Plan, { owner, why }: Unreachable, day: IsoDate): Trouble[] {
  const code = CODES[why];
  if (code === null || (why === 'no deputy' && isShort(owner))) return [];
  const standIn = standInFor(plan, owner, day) ?? deputyOf(plan, owner);
  const detail = {
    person: owner.title,
    ...(standIn === null || standIn === owner ? {} : { deputy: standIn.title }),
  };
  return [{ list: 'Owners', code, subject: owner.key, detail }];
}

function isShort({ awayFrom, awayTo }: Owner): boolean {
  return awayFrom !== null && awayTo !== null && daysBetween(awayFrom, awayTo) < SHORT_ABSENCE_DAYS;
}

function deputyOf(plan: Plan, { deputy }: Owner): Owner | null {
  return deputy === null ? null : (indexOf(plan).owners.get(deputy) ?? null);
}

function isWithoutGroup(item: Item, day: IsoDate): boolean {
  const due = expectedDue(item);
  return item.group === null && !isClosed(item.stage) && due !== null && due <= addDays(day, LOOK_AHEAD_DAYS);
}

function ofItem({ ref, title }: Item): Trouble {
  return { list: ref.list, code: 'NO_GROUP', subject: ref.key, detail: { item: title } };
}
