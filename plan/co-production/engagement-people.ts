import { isChairOf, isMemberOf, isPlanManager, mayAnswer, mayReadPlan } from '../people.ts';
import type { Item, Plan } from '../plan.ts';
import type { Engagement, Owner, RowKey } from '../rows.ts';

/**
 * Plan managers, people of reference groups, and chairs of groups that do the work add to the engagement log. Everybody in
 * the plan reads it.
 */
export function mayRecordEngagement(plan: Plan, owner: Owner): boolean {
  if (!mayReadPlan(plan, owner)) return false;
  if (isPlanManager(owner)) return true;
  return plan.groups.some((group) => {
    if (group.active === false) return false;
    if (group.kind === 'Operational') return isChairOf(plan, owner, group);
    return group.kind === 'Reference' && (isMemberOf(owner, group.key) || isChairOf(plan, owner, group));
  });
}

/** Whose name stands in an entry: people of reference groups who lead no group are counted and never named. */
export function namedRecorder(plan: Plan, owner: Owner): RowKey | null {
  const leads = plan.groups.some((group) => group.active !== false && isChairOf(plan, owner, group));
  return leads || isPlanManager(owner) ? owner.key : null;
}

/** Plan managers and whoever recorded an entry correct it, whatever stands in it. */
export function mayCorrectEngagement(
  plan: Plan,
  owner: Owner,
  { recordedBy }: Pick<Engagement, 'recordedBy'>,
): boolean {
  if (!mayReadPlan(plan, owner)) return false;
  return isPlanManager(owner) || (recordedBy != null && recordedBy === owner.key);
}

/** They say what came of it too; so does, of a comment on an item, whoever may answer for the item: that, and nothing else. */
export function mayCompleteEngagement(
  plan: Plan,
  owner: Owner,
  row: Pick<Engagement, 'recordedBy'>,
  item: Item | null,
): boolean {
  return (
    mayCorrectEngagement(plan, owner, row) || (item !== null && mayAnswer(plan, owner, item.group, item))
  );
}
