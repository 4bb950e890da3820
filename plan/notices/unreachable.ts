import { isClosed, itemsOf } from '../items.ts';
import { chairsOf, directoryIdOf, standInFor } from '../people.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import { hoursOn } from '../reminders/hours.ts';
import type { IsoDate, Owner, RowKey } from '../rows.ts';
import { DEFAULT_PREFERENCES, type Preferences } from './preferences.ts';

/** Why somebody's reminders reach nobody. */
export type UnreachableReason =
  | 'no account'
  | 'no deputy'
  | 'deputy away'
  | 'deputy without account'
  | 'no time';

/** Somebody whose reminders reach nobody on a day. */
export interface Unreachable {
  readonly owner: Owner;
  /**
   * They have no account in the list; they are away, and without a deputy, or with one who is away too or has no account;
   * or what they or their deputy have chosen leaves no time to write in.
   */
  readonly why: UnreachableReason;
}

/**
 * Owners of something open, and chairs, whose reminders reach nobody on a day, and why. Days on which nobody is written to
 * do not count against anybody.
 * @param preferences by directory id in small letters; whoever is not there has chosen nothing
 */
export function unreachableOwners(
  plan: Plan,
  preferences: ReadonlyMap<string, Preferences>,
  day: IsoDate,
): readonly Unreachable[] {
  const { owners } = indexOf(plan);
  return [...concerned(plan)].flatMap((key) => {
    const owner = owners.get(key);
    const why = owner === undefined ? null : whyUnreachable(plan, owner, { preferences, day });
    return owner === undefined || why === null ? [] : [{ owner, why }];
  });
}

/** Keys of those who may be reminded of something. */
function concerned(plan: Plan): ReadonlySet<RowKey> {
  const owning = itemsOf(plan).filter(({ stage }) => !isClosed(stage));
  const chairs = plan.groups
    .filter(({ active }) => active !== false)
    .flatMap((group) => chairsOf(plan, group));
  return new Set([...owning.flatMap(({ owner }) => owner ?? []), ...chairs.map(({ key }) => key)]);
}

function whyUnreachable(
  plan: Plan,
  owner: Owner,
  { preferences, day }: { readonly preferences: ReadonlyMap<string, Preferences>; readonly day: IsoDate },
): UnreachableReason | null {
  const person = standInFor(plan, owner, day);
  if (person === null) return deputyOf(plan, owner) === null ? 'no deputy' : 'deputy away';
  const subject = directoryIdOf(person);
  if (subject === null) return person === owner ? 'no account' : 'deputy without account';
  const chosen = preferences.get(subject) ?? DEFAULT_PREFERENCES;
  const hasTime = chosen.workDays.length > 0 && hoursOn(plan, { subject, preferences: chosen }, day) !== null;
  return hasTime ? null : 'no time';
}

function deputyOf(plan: Plan, { deputy }: Owner): Owner | null {
  return deputy === null ? null : (indexOf(plan).owners.get(deputy) ?? null);
}
