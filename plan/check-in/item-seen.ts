import { isAfter, itemBefore } from '../as-of.ts';
import type { Item, Plan } from '../plan.ts';
import type { Meeting } from '../rows.ts';

/** An item as a check-in shows it: once it is closed, as it stood then; its late answers count. */
export function itemSeen(plan: Plan, item: Item, meeting: Meeting, seenAt: Temporal.Instant): Item {
  if (meeting.state !== 'Closed') return item;
  return itemBefore(plan, item, (update) => isAfter(update, seenAt) && update.meeting !== meeting.key);
}
