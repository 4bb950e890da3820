import { waitsIn } from './answers/waiting.ts';
import type { Item, Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { Update } from './rows.ts';

/**
 * An item as it stood before the first of the given updates: stage, confidence and forecast are what that
 * update recorded as previous; note, blocker and day of the last word are those of the updates before it.
 */
export function itemBefore(plan: Plan, item: Item, isUndone: (update: Update) => boolean): Item {
  const updates = indexOf(plan).updatesOf(item.ref);
  const at = updates.findIndex(isUndone);
  const first = updates[at];
  if (!first) return item;
  const earlier = updates.slice(0, at);
  const last = earlier.at(-1);
  const said = earlier.findLast((one) => one.note !== null || one.reason !== null);
  const stage = first.previousStage ?? item.stage;
  return {
    ...item,
    stage,
    confidence: first.previousConfidence,
    forecastDue: first.previousForecastDue,
    completedOn: stage === item.stage ? item.completedOn : null,
    latestUpdate: last?.at ?? null,
    latestNote: said?.note ?? said?.reason ?? null,
    ...waitsIn(plan, last, stage, item.group),
  };
}

/** An item as it stood at a moment, worked out backwards from its updates. */
export function itemAsOf(plan: Plan, item: Item, instant: Temporal.Instant): Item {
  return itemBefore(plan, item, (update) => isAfter(update, instant));
}

/** Whether an update was made after a moment. Rows without a moment count as always there. */
export function isAfter(update: Pick<Update, 'at'>, instant: Temporal.Instant): boolean {
  return update.at !== null && Temporal.Instant.from(update.at).epochMilliseconds > instant.epochMilliseconds;
}
