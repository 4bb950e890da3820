import { addDays } from '../calendar/dates.ts';
import { nextWorkingDay } from '../calendar/working-days.ts';
import { isClosed, itemsOf } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';
import { expectedDue } from '../schedule.ts';
import type { Reminded } from './reminded.ts';
import { weeklyDayUpTo } from './weekly-day.ts';

/**
 * What an item's own dates have its owner told: due in as many days as the plan says, due today, and overdue on the first
 * working day after it was due; from the week after on the first working day of each, so that all that is overdue comes in
 * one message. Nothing of what is done and waits for somebody else.
 */
export function dueDates(plan: Plan, day: IsoDate): Reminded[] {
  const weekly = weeklyDayUpTo(day, plan.closures);
  return itemsOf(plan).flatMap((item) => {
    if (item.owner === null || isClosed(item.stage) || item.stage === 'Done awaiting sign-off') return [];
    const found = whyOn(plan, item, { day, weekly });
    return found === null ? [] : [{ item, to: item.owner, ...found }];
  });
}

function whyOn(
  { closures, settings }: Plan,
  item: Item,
  { day, weekly }: { readonly day: IsoDate; readonly weekly: IsoDate | null },
): Pick<Reminded, 'why' | 'fellOn'> | null {
  const due = expectedDue(item);
  if (due === null) return null;
  if (due === day) return { why: 'due today', fellOn: day };
  if (due < day) {
    const isLater = weekly !== null && weekly > due;
    return { why: 'overdue', fellOn: isLater ? weekly : nextWorkingDay(due, closures) };
  }
  const days = settings.reminderDays.findLast((before) => due <= addDays(day, before));
  return days === undefined ? null : { why: 'due soon', fellOn: addDays(due, -days) };
}
