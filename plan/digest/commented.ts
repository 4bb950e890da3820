import { isAfter } from '../as-of.ts';
import type { Period } from '../period.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';

/** What reference groups said of items in a period, the last words on each. */
export function commentedIn(
  plan: Plan,
  items: readonly Item[],
  { from, to }: Period,
): readonly { readonly item: Item; readonly words: string }[] {
  return items.flatMap((item) => {
    const last = indexOf(plan)
      .commentsOf(item.ref)
      .findLast((comment) => isAfter(comment, from) && !isAfter(comment, to));
    return last?.note ? [{ item, words: last.note }] : [];
  });
}
