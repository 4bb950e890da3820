import { formatShortDay } from '../calendar/dates.ts';
import { rankingOf } from '../co-production/ranking-result.ts';
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

/** How groups rank a recommendation among what matters most, the highest first. */
export function prioritiesOf(plan: Plan, { list, key }: ItemRef): ItemStory['priorities'] {
  if (list !== 'Recommendations') return [];
  const groups = new Set(plan.priorities.flatMap(({ group }) => (group === null ? [] : [group])));
  return [...groups]
    .flatMap((group) => {
      const { ballots, lines } = rankingOf(plan, group);
      const line = lines.find(({ ref }) => ref.key === key);
      if (line === undefined) return [];
      const on = plan.priorities
        .flatMap((row) => (row.group === group && row.on !== null ? [row.on] : []))
        .toSorted()
        .at(-1);
      return [
        {
          groupName: groupName(plan, group) ?? 'A group that is not named',
          // One list is told as it was made; several make an order together.
          rank: ballots === 1 ? line.medianRank : line.place,
          words: line.spreadWords,
          onWords: on === undefined ? null : formatShortDay(on),
        },
      ];
    })
    .toSorted((one, other) => one.rank - other.rank);
}
