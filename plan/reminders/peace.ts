import type { Plan } from '../plan.ts';
import type { IsoDate, Owner, RowKey } from '../rows.ts';

/** Whether quiet periods of a plan cover everything somebody has to do with on a day. */
export function isInPeace(plan: Plan, owner: Owner, day: IsoDate): boolean {
  const periods = plan.quietPeriods.filter(({ from, to }) => from <= day && day <= to);
  if (periods.length === 0) return false;
  if (periods.some(({ groups }) => groups.length === 0)) return true;
  const groups = [...owner.groups, ...(chairedBy(plan).get(owner.key) ?? [])];
  return (
    groups.length > 0 && groups.every((group) => periods.some((period) => period.groups.includes(group)))
  );
}

const chairedByPlan = new WeakMap<Plan, ReadonlyMap<RowKey | null, readonly RowKey[]>>();

/** Keys of the groups that somebody is named as the chair of, by their own. */
function chairedBy(plan: Plan): ReadonlyMap<RowKey | null, readonly RowKey[]> {
  const known = chairedByPlan.get(plan);
  if (known) return known;
  const made = new Map<RowKey | null, RowKey[]>();
  for (const { key, chair } of plan.groups) made.set(chair, [...(made.get(chair) ?? []), key]);
  chairedByPlan.set(plan, made);
  return made;
}
