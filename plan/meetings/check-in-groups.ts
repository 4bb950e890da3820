import type { Plan } from '../plan.ts';
import type { Group } from '../rows.ts';

/** Operational groups that are active check in; what is put anywhere else is asked of nobody. */
export function checksIn({ kind, active }: Pick<Group, 'kind' | 'active'>): boolean {
  return kind === 'Operational' && active !== false;
}

export function checkInGroups(plan: Plan): readonly Group[] {
  return plan.groups.filter(checksIn);
}
