import { groupNamedIn } from '../answers/waiting.ts';
import { isAfter } from '../as-of.ts';
import { formatShortDay, todayIn } from '../calendar/dates.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Update } from '../rows.ts';

/** The day from which an item has waited, in words: `10 Jan 2022`. */
export function waitingSince(plan: Plan, item: Item, seenAt: Temporal.Instant): string | null {
  const day = waitingSinceDay(plan, item, seenAt);
  return day === null ? null : formatShortDay(day);
}

/**
 * The day from which an item has waited on whom it waits on now. `null` where it does not wait, or did before anybody's
 * first word of it.
 */
export function waitingSinceDay(plan: Plan, item: Item, seenAt: Temporal.Instant): IsoDate | null {
  if (item.stage !== 'Waiting on others') return null;
  const updates = indexOf(plan)
    .updatesOf(item.ref)
    .filter((update) => !isAfter(update, seenAt));
  const waits = (update: Update) =>
    update.stage === 'Waiting on others' && groupNamedIn(plan, update.blocker, item.group) === item.waitingOn;
  const first = updates[updates.findLastIndex((update) => !waits(update)) + 1];
  if (!first?.at || (first === updates[0] && first.previousStage === 'Waiting on others')) return null;
  return todayIn(Temporal.Instant.from(first.at), plan.settings.timeZone);
}
