import { isAfter, itemAsOf } from './as-of.ts';
import { dueWords, todayIn } from './calendar/dates.ts';
import type { DigestContent, ItemLine } from './content.ts';
import { isDone, lineOf } from './items.ts';
import type { Period } from './period.ts';
import type { Item, Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import { colourOf, expectedDue, forecastPrecision } from './schedule.ts';

/** Items finished in a period: complete now, and open when it began. */
export function completedIn(plan: Plan, items: readonly Item[], { from, to }: Period): readonly ItemLine[] {
  const firstDay = todayIn(from, plan.settings.timeZone);
  return items
    .filter(({ stage }) => isDone(stage))
    .filter((item) => hasFinished(plan, item, from) || isFoundFinished(plan, item, firstDay))
    .map((item) => lineOf(plan, item, to));
}

/** Open items now expected later than they were when the period began, with the last reason given. */
export function slippedIn(
  plan: Plan,
  items: readonly Item[],
  { from, to }: Period,
): DigestContent['slipped'] {
  return items.flatMap((item) => {
    const before = itemAsOf(plan, item, from);
    const was = expectedDue(before);
    const is = expectedDue(item);
    if (was === null || is === null || is <= was || isDone(item.stage) || item.stage === 'Withdrawn')
      return [];
    return [
      {
        line: lineOf(plan, item, to),
        fromWords: expectedWords(before),
        toWords: expectedWords(item),
        reason: reasonSince(plan, item, from),
      },
    ];
  });
}

/** When an item is expected, in words; blank where it has no date. */
export function expectedWords(item: Item): string {
  const date = item.forecastDue ?? item.baselineDue;
  const precision = item.forecastDue === null ? item.duePrecision : forecastPrecision(item);
  return dueWords(date, precision)?.words ?? '';
}

/** The last reason that was given for a change of an item after a moment. */
export function reasonSince(plan: Plan, item: Item, from: Temporal.Instant): string | null {
  const updates = indexOf(plan).updatesOf(item.ref);
  return updates.findLast((update) => isAfter(update, from) && update.reason !== null)?.reason ?? null;
}

/** Items that are Red now and were not when the period began, with the last reason given. */
export function newlyRedIn(
  plan: Plan,
  items: readonly Item[],
  { from, to }: Period,
): readonly { readonly line: ItemLine; readonly reason: string | null }[] {
  const { settings } = plan;
  return items
    .filter((item) => {
      const before = colourOf(itemAsOf(plan, item, from), settings, todayIn(from, settings.timeZone));
      return colourOf(item, settings, todayIn(to, settings.timeZone)) === 'Red' && before !== 'Red';
    })
    .map((item) => ({
      line: lineOf(plan, item, to),
      reason:
        indexOf(plan)
          .updatesOf(item.ref)
          .findLast((update) => update.reason !== null)?.reason ?? null,
    }));
}

function hasFinished(plan: Plan, item: Item, from: Temporal.Instant): boolean {
  return !isDone(itemAsOf(plan, item, from).stage);
}

/** It was complete when Milepost first read it: there is no update, only the day. */
function isFoundFinished(plan: Plan, item: Item, firstDay: string): boolean {
  return (
    indexOf(plan).updatesOf(item.ref).length === 0 && item.completedOn !== null && item.completedOn > firstDay
  );
}
