import { isAfter, itemBefore } from '../as-of.ts';
import type { Item, Plan } from '../plan.ts';
import type { Meeting } from '../rows.ts';

/**
 * An item as a check-in shows it: once it is closed, as it stood then. A late answer counts only where there was none in
 * time.
 */
export function itemSeen(
  plan: Plan,
  { item, lateAnswer }: { readonly item: Item; readonly lateAnswer?: unknown },
  meeting: Meeting,
  seenAt: Temporal.Instant,
): Item {
  if (meeting.state !== 'Closed') return item;
  const countsLate = lateAnswer === undefined;
  return itemBefore(
    plan,
    item,
    (update) => isAfter(update, seenAt) && !(countsLate && update.meeting === meeting.key),
  );
}
