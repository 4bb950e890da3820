import { formatShortDay } from '../calendar/dates.ts';
import type { ItemStory } from '../content.ts';
import { groupName, ownerName } from '../items.ts';
import type { ItemRef, Plan } from '../plan.ts';

/** What groups decided about an item, the latest first. */
export function signOffsOf(plan: Plan, { list, key }: ItemRef): ItemStory['signOffs'] {
  return plan.signOffs
    .filter(({ itemList, itemKey }) => itemList === list && itemKey === key)
    .toReversed()
    .map(({ group, decision, conditions, dissent, voices, on, recordedBy }) => ({
      groupName: groupName(plan, group) ?? 'A group that is not named',
      decision,
      conditions,
      dissent: dissent ?? null,
      voices: voices ?? null,
      onWords: on === null ? null : formatShortDay(on),
      recordedByName: ownerName(plan, recordedBy),
    }));
}

/** How groups rank a recommendation among what matters most, the highest first; of each group what it said last. */
export function prioritiesOf(plan: Plan, { list, key }: ItemRef): ItemStory['priorities'] {
  if (list !== 'Recommendations') return [];
  const said = plan.priorities.filter(({ recommendation, rank }) => recommendation === key && rank !== null);
  const latest = new Map(said.map((row) => [row.group, row]));
  return [...latest.values()]
    .map(({ group, rank, on }) => ({
      groupName: groupName(plan, group) ?? 'A group that is not named',
      rank: rank ?? 0,
      onWords: on === null ? null : formatShortDay(on),
    }))
    .toSorted((one, other) => one.rank - other.rank);
}
