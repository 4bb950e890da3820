import { addDays } from '../calendar/dates.ts';
import { nextWorkingDay } from '../calendar/working-days.ts';
import { isClosed, itemsOf } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import type { IsoDate } from '../rows.ts';
import { expectedDue } from '../schedule.ts';
import type { Reminded } from './reminded.ts';
import { weeklyDayUpTo } from './weekly-day.ts';

/** Days before a due date on which its owner is reminded, the latest first. */
const SOON_DAYS = [1, 7, 14] as const;

/**
 * What an item's own dates have its owner told: due in 14, 7 or 1 days, due today, and overdue on the first working day
 * after it was due; from the week after on the first working day of each, so that all that is overdue comes in one
 * message. Nothing of what is done and waits for somebody else.
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
  { closures }: Plan,
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
  if (due > addDays(day, SOON_DAYS[2])) return null;
  const fellOn = SOON_DAYS.map((days) => addDays(due, -days)).find((told) => told <= day);
  return fellOn === undefined ? null : { why: 'due soon', fellOn };
}
