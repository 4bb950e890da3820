import { chairsOf, isPlanManager } from '../people.ts';
import type { Plan } from '../plan.ts';
import type { Owner, RowKey } from '../rows.ts';

/**
 * Who is told what somebody else has to look at: the chair of the group; where there is none, or it is somebody who is
 * left out, plan managers. Empty where nobody is left.
 * @param except keys of people whom it would tell nothing new
 */
export function toldOf(
  plan: Plan,
  group: RowKey | null,
  except: readonly (RowKey | null)[] = [],
): readonly Owner[] {
  const others = (people: readonly Owner[]) => people.filter(({ key }) => !except.includes(key));
  const chairs = others(chairsOf(plan, group));
  return chairs.length > 0 ? chairs : others(managersOf(plan));
}

const managersByPlan = new WeakMap<Plan, readonly Owner[]>();

function managersOf(plan: Plan): readonly Owner[] {
  const known = managersByPlan.get(plan);
  if (known) return known;
  const managers = plan.owners.filter(isPlanManager);
  managersByPlan.set(plan, managers);
  return managers;
}
