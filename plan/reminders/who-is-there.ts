import { directoryIdOf, isAway, standInFor } from '../people.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Owner } from '../rows.ts';

/**
 * Who is there on a day for an owner of a plan: themselves, or who stands in for them; `null` for nobody. Leave is a
 * person's: entered in the list of one of their plans, it counts in all.
 */
export function whoIsThere(plans: readonly Plan[], plan: Plan, owner: Owner, day: IsoDate): Owner | null {
  const seen = new Set<Owner>();
  let person = standInFor(plan, owner, day);
  while (person !== null && isAwayAnywhere(plans, person, day)) {
    seen.add(person);
    const deputy = person.deputy === null ? undefined : indexOf(plan).owners.get(person.deputy);
    person = deputy === undefined || seen.has(deputy) ? null : standInFor(plan, deputy, day);
    if (person !== null && seen.has(person)) return null;
  }
  return person;
}

function isAwayAnywhere(plans: readonly Plan[], person: Owner, day: IsoDate): boolean {
  const id = directoryIdOf(person);
  return (
    id !== null &&
    plans.some(
      (plan) =>
        leavesOf(plan)
          .get(id)
          ?.some((owner) => isAway(owner, day)) === true,
    )
  );
}

const leavesByPlan = new WeakMap<Plan, ReadonlyMap<string, readonly Owner[]>>();

/** Rows of a plan with leave in them, by directory id. */
function leavesOf(plan: Plan): ReadonlyMap<string, readonly Owner[]> {
  const known = leavesByPlan.get(plan);
  if (known) return known;
  const made = Map.groupBy(
    plan.owners.filter(({ awayFrom, awayTo }) => awayFrom !== null || awayTo !== null),
    (owner) => directoryIdOf(owner) ?? '',
  );
  leavesByPlan.set(plan, made);
  return made;
}
