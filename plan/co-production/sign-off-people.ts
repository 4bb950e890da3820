import { isClosed } from '../items.ts';
import { isChairOf, isMemberOf, isPlanManager, mayReadPlan } from '../people.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, Owner, RowKey } from '../rows.ts';
import { saidDone } from './said-done.ts';
import { isUnsigned } from './sign-off-lines.ts';

/** Members of a reference group and whoever leads it, its facilitator. */
export function isOfGroup(plan: Plan, owner: Owner, group: RowKey): boolean {
  return mayReadPlan(plan, owner) && (isMemberOf(owner, group) || isChairOf(plan, owner, group));
}

/** Everybody of the Owners list who is in a group or leads it. */
export function peopleOf(plan: Plan, group: RowKey): readonly Owner[] {
  return plan.owners.filter((owner) => isOfGroup(plan, owner, group));
}

/** Whoever leads a group, and plan managers, record for people without Teams. */
export function mayRecordForOthers(plan: Plan, owner: Owner, group: RowKey): boolean {
  return mayReadPlan(plan, owner) && (isPlanManager(owner) || isChairOf(plan, owner, group));
}

/**
 * Whose name stands beside what a group says: of whoever records it for the group. Its own people are counted and never
 * named.
 */
export function recorderOf(plan: Plan, by: Owner, group: RowKey | null): RowKey | null {
  return group !== null && mayRecordForOthers(plan, by, group) ? by.key : null;
}

/** Reference groups that are active, by name. */
export function referenceGroups(plan: Plan): readonly Group[] {
  return plan.groups
    .filter(({ kind, active }) => kind === 'Reference' && active !== false)
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
}

/** The reference group that is meant; `null` where it is none, or no longer active. */
export function referenceGroup(plan: Plan, key: RowKey): Group | null {
  const group = indexOf(plan).groups.get(key);
  return group?.kind === 'Reference' && group.active !== false ? group : null;
}

/** Why it is not somebody's to record what a group decided of an item, however it stands; `null` where it is. */
export function whyNotTheirs(plan: Plan, owner: Owner, item: Item): string | null {
  const { signOffBy } = item;
  const isAsked = signOffBy !== null && isOfGroup(plan, owner, signOffBy);
  if (!isAsked && !isPlanManager(owner))
    return 'Only the group that was asked and plan managers can sign it off.';
  return item.owner === owner.key ? 'It is yours, so somebody else records it.' : null;
}

/** Why somebody may not record what a group decided of an item; `null` where they may. */
export function whyNotSignOff(plan: Plan, owner: Owner, item: Item): string | null {
  if (item.signOffBy === null) return 'No group was asked to sign it off: the chair of its group does.';
  const whyNot = whyNotTheirs(plan, owner, item);
  if (whyNot !== null) return whyNot;
  if (saidDone(plan, item)?.by === owner.key) return 'You said that it is done, so somebody else records it.';
  // What somebody made complete in the list still has the group's word to come.
  const waits =
    item.stage === 'Done awaiting sign-off' || (item.stage === 'Complete' && isUnsigned(plan, item));
  if (!waits) return isClosed(item.stage) ? 'It does not wait for sign-off any more.' : 'It is not done yet.';
  if (item.evidenceUrl === null && item.latestNote === null)
    return 'Nothing shows that it is done: its owner gives a link or a note first.';
  return null;
}
