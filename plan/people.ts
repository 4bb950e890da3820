import type { Item, Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { Group, Owner, RowKey } from './rows.ts';

/** A group of the plan, or its key. */
export type GroupOrKey = Group | RowKey | null;

/**
 * The person in the plan. The directory's id decides; an email counts only for a row that has no id yet,
 * so that an address passed on to somebody else opens nothing. `null` for anybody not in the plan.
 */
export function ownerOf(
  plan: Pick<Plan, 'owners'>,
  { entraObjectId, email }: { entraObjectId: string | null; email: string | null },
): Owner | null {
  const id = entraObjectId?.trim().toLowerCase() || null;
  const address = email?.trim().toLowerCase() || null;
  const byId = plan.owners.find((owner) => id !== null && owner.entraObjectId?.trim().toLowerCase() === id);
  if (byId) return byId;
  const byEmail = plan.owners.find(
    (owner) => address !== null && !owner.entraObjectId && owner.email?.trim().toLowerCase() === address,
  );
  return byEmail ?? null;
}

/** What personal notices are named by: the directory's id in small letters; `null` for somebody whom Teams cannot know. */
export function directoryIdOf({ entraObjectId }: Owner): string | null {
  return entraObjectId?.trim().toLowerCase() || null;
}

export function isMemberOf(owner: Owner, groupKey: RowKey): boolean {
  return owner.groups.includes(groupKey);
}

/** Named as the group's chair; where nobody is named, a member whose role is Chair. */
export function isChairOf(plan: Plan, owner: Owner, group: GroupOrKey): boolean {
  const row = groupRow(plan, group);
  if (row === null) return false;
  if (row.chair !== null) return row.chair === owner.key;
  return owner.roles.includes('Chair') && isMemberOf(owner, row.key);
}

/** Everybody who is the group's chair, see `isChairOf`. */
export function chairsOf(plan: Plan, group: GroupOrKey): readonly Owner[] {
  const named = groupRow(plan, group)?.chair ?? null;
  if (named === null) return plan.owners.filter((owner) => isChairOf(plan, owner, group));
  const chair = indexOf(plan).owners.get(named);
  return chair === undefined ? [] : [chair];
}

export function isPlanManager(owner: Owner): boolean {
  return owner.roles.includes('Plan manager');
}

/** Everybody in the plan's Owners list may read it; nobody else may. */
export function mayReadPlan(plan: Plan, owner: Owner | null): boolean {
  return owner !== null && indexOf(plan).owners.has(owner.key);
}

/** Whom an owner has named to stand in for them while they are away. */
export function isDeputyOf(plan: Plan, person: Owner, owner: RowKey | null): boolean {
  return owner !== null && indexOf(plan).owners.get(owner)?.deputy === person.key;
}

/**
 * Members and the chair of the group, the item's owner and their deputy, and plan managers may answer for an item.
 * Whoever sits on a board or in a reference group reads.
 */
export function mayAnswer(plan: Plan, owner: Owner, group: GroupOrKey, item: Item | null = null): boolean {
  if (!mayReadPlan(plan, owner)) return false;
  if (isPlanManager(owner)) return true;
  if (item !== null && (item.owner === owner.key || isDeputyOf(plan, owner, item.owner))) return true;
  const row = groupRow(plan, group);
  return row?.kind === 'Operational' && (isMemberOf(owner, row.key) || isChairOf(plan, owner, row));
}

/** The group's chair and plan managers close, move and cancel its meetings. */
export function mayManageMeetings(plan: Plan, owner: Owner, group: GroupOrKey): boolean {
  return mayReadPlan(plan, owner) && (isPlanManager(owner) || isChairOf(plan, owner, group));
}

/** Away on that day; an open end means until further notice. */
export function isAway(owner: Owner, day: string): boolean {
  if (owner.awayFrom === null && owner.awayTo === null) return false;
  return (owner.awayFrom === null || owner.awayFrom <= day) && (owner.awayTo === null || day <= owner.awayTo);
}

/** Who gets what is meant for an owner that day: themselves, or while away their deputy; `null` for nobody. */
export function standInFor(plan: Plan, owner: Owner, day: string): Owner | null {
  const { owners } = indexOf(plan);
  const seen = new Set<RowKey>();
  let person: Owner | undefined = owner;
  while (person && isAway(person, day)) {
    seen.add(person.key);
    const next: RowKey | null = person.deputy;
    person = next === null || seen.has(next) ? undefined : owners.get(next);
  }
  return person ?? null;
}

function groupRow(plan: Plan, group: GroupOrKey): Group | null {
  if (typeof group !== 'string') return group;
  return indexOf(plan).groups.get(group) ?? null;
}
