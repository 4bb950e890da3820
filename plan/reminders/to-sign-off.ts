import { itemsOf, ownerName } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import type { Reminded } from './reminded.ts';
import { toldOf } from './told-to.ts';
import { weeklyDayUpTo } from './weekly-day.ts';

/**
 * What is done and waits for a second person, and no group was asked: told weekly to the chair who is neither its owner nor
 * said that it is done.
 */
export function toSignOff(plan: Plan, day: IsoDate): Reminded[] {
  const fellOn = weeklyDayUpTo(day, plan.closures);
  if (fellOn === null) return [];
  return itemsOf(plan)
    .filter(({ stage, signOffBy }) => stage === 'Done awaiting sign-off' && signOffBy === null)
    .flatMap((item) => {
      const by = saidDoneBy(plan, item);
      const says = () => wordsOf(plan, by);
      return toldOf(plan, item.group, [item.owner, by]).map(
        ({ key }): Reminded => ({ item, why: 'to sign off', to: key, fellOn, says }),
      );
    });
}

/** Whoever first said so since it was last anything else; `null` where it stands in the list only. */
function saidDoneBy(plan: Plan, { ref }: Item): RowKey | null {
  const updates = indexOf(plan).updatesOf(ref);
  const before = updates.findLastIndex(({ stage }) => stage !== 'Done awaiting sign-off');
  return updates[before + 1]?.by ?? null;
}

function wordsOf(plan: Plan, by: RowKey | null): string {
  const name = ownerName(plan, by);
  return name === null
    ? 'It is said to be done, and waits for a second person to sign it off.'
    : `${name} says that it is done; it waits for a second person to sign it off.`;
}
