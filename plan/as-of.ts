import { waitsIn } from './answers/waiting.ts';
import { todayIn } from './calendar/dates.ts';
import { isDone } from './items.ts';
import type { Item, Plan } from './plan.ts';
import { indexOf, momentOf } from './plan-index.ts';
import type { IsoDate, Update } from './rows.ts';

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
  const stage = first.previousStage ?? (first.stage === null ? item.stage : null);
  const staysDone = isDone(item.stage) && updates.slice(at).every((one) => isDone(one.previousStage));
  return {
    ...item,
    stage,
    confidence: first.previousConfidence,
    forecastDue: first.previousForecastDue,
    completedOn: (staysDone ? item.completedOn : null) ?? (isDone(stage) ? dayDone(plan, earlier) : null),
    latestUpdate: last?.at ?? null,
    latestNote: said?.note ?? said?.reason ?? null,
    ...waitsIn(plan, last, stage, item.group),
  };
}

/** An item as it stood at a moment, worked out backwards from its updates. */
export function itemAsOf(plan: Plan, item: Item, instant: Temporal.Instant): Item {
  return itemBefore(plan, item, (update) => isAfter(update, instant));
}

/**
 * The day on which an item came to be done, for good as far as its updates tell; `null` where they do not: it was done
 * before the first of them.
 */
export function dayDoneOf(plan: Plan, item: Item): IsoDate | null {
  return isDone(item.stage) ? dayDone(plan, indexOf(plan).updatesOf(item.ref)) : null;
}

function dayDone(plan: Plan, updates: readonly Update[]): IsoDate | null {
  const closing = updates[updates.findLastIndex(({ stage }) => !isDone(stage)) + 1];
  if (!closing?.at || isDone(closing.previousStage)) return null;
  return todayIn(Temporal.Instant.from(closing.at), plan.settings.timeZone);
}

/** Whether an update was made after a moment. Rows without a moment count as always there. */
export function isAfter(update: Pick<Update, 'at'>, instant: Temporal.Instant): boolean {
  return momentOf(update) > instant.epochMilliseconds;
}
