import { daysBetween } from '../calendar/dates.ts';
import type { DigestContent, ItemLine } from '../content.ts';
import type { Item, Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';
import { colourOf, expectedDue, isOverdue } from '../schedule.ts';

/**
 * What is overdue or Red today, the most overdue first, then the soonest due; what has no date last.
 * @param turnedRed lines of those that were not Red when the period began
 */
export function overdueOrRed(
  plan: Plan,
  items: readonly Item[],
  today: IsoDate,
  { turnedRed, shown }: { readonly turnedRed: readonly ItemLine[]; readonly shown: (item: Item) => ItemLine },
): DigestContent['overdueOrRed'] {
  return items
    .filter((item) => isOverdue(item, today) || colourOf(item, plan.settings, today) === 'Red')
    .toSorted((one, other) => dueOf(one).localeCompare(dueOf(other)))
    .map((item) => ({
      line: shown(item),
      isNew: turnedRed.some(({ ref }) => ref.list === item.ref.list && ref.key === item.ref.key),
    }));
}

/** Labels of what is overdue and for how many days, the longest first. */
export function overdueOf(open: readonly Item[], today: IsoDate): readonly { label: string; days: number }[] {
  return open
    .filter((item) => isOverdue(item, today))
    .map((item) => ({ label: item.label, days: daysBetween(expectedDue(item) ?? today, today) }))
    .toSorted((one, other) => other.days - one.days);
}

/** The day it is expected; where it has none, one after every other. */
function dueOf(item: Item): IsoDate {
  return expectedDue(item) ?? '9999-12-31';
}
