import { saidDone } from '../co-production/said-done.ts';
import { isOfGroup, peopleOf } from '../co-production/sign-off-people.ts';
import { groupName, itemsOf, ownerName } from '../items.ts';
import { isPlanManager } from '../people.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Owner } from '../rows.ts';
import type { Reminded } from './reminded.ts';
import { weeklyDayUpTo } from './weekly-day.ts';

/**
 * What is done and waits for the word of a reference group, told weekly to everybody who is in it, but for its owner; where
 * nobody is, to plan managers.
 */
export function groupSignOff(plan: Plan, day: IsoDate): Reminded[] {
  const fellOn = weeklyDayUpTo(day, plan.closures);
  if (fellOn === null) return [];
  return itemsOf(plan)
    .filter(({ stage, signOffBy }) => stage === 'Done awaiting sign-off' && signOffBy !== null)
    .flatMap((item) =>
      hearersOf(plan, item).map(
        ({ key }): Reminded => ({
          item,
          why: 'group to sign off',
          to: key,
          fellOn,
          says: () => wordsOf(plan, item),
        }),
      ),
    );
}

/** Whether somebody is among those whose word it waits for. */
export function isGroupsToSignOff(plan: Plan, owner: Owner, { signOffBy, stage }: Item): boolean {
  if (signOffBy === null || stage !== 'Done awaiting sign-off') return false;
  return isPlanManager(owner) || isOfGroup(plan, owner, signOffBy);
}

function hearersOf(plan: Plan, { signOffBy, owner }: Item): readonly Owner[] {
  const others = (people: readonly Owner[]) => people.filter(({ key }) => key !== owner);
  const theirs = signOffBy === null ? [] : others(peopleOf(plan, signOffBy));
  return theirs.length > 0 ? theirs : others([...indexOf(plan).owners.values()].filter(isPlanManager));
}

function wordsOf(plan: Plan, item: Item): string {
  const who = ownerName(plan, saidDone(plan, item)?.by ?? null) ?? 'Its owner';
  const group = groupName(plan, item.signOffBy) ?? 'the group that was asked';
  return `${who} says that it is done; it waits for ${group} to sign it off.`;
}
