import { dayDoneOf, isAfter } from '../as-of.ts';
import { addDays, laterDay } from '../calendar/dates.ts';
import type { AlertReason } from '../content.ts';
import { isClosed, isDone } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate } from '../rows.ts';
import { expectedDue } from '../schedule.ts';
import type { AlertSpan } from './alert-spans.ts';

/**
 * Why the calendar has a group alerted to an item: due in as many days as the plan says, due today, missed or reached since
 * the alert day before. What fell on days between is told on the first alert day after. What is due or missed is left alone
 * once somebody has spoken of it after that day's alerts went out.
 */
export function datedReason(plan: Plan, item: Item, span: AlertSpan): AlertReason | null {
  const { after, day, until } = span;
  if (isDone(item.stage)) {
    // Whoever marks it in SharePoint may leave the day out, or give one that is long past.
    const known = dayDoneOf(plan, item);
    const done = known === null ? item.completedOn : laterDay(known, item.completedOn ?? known);
    return done !== null && done >= after && done < day ? 'reached' : null;
  }
  const reason = dueReason(plan, item, span);
  const last = reason === null ? undefined : indexOf(plan).updatesOf(item.ref).at(-1);
  return last !== undefined && isAfter(last, until) ? null : reason;
}

function dueReason({ settings }: Plan, item: Item, { after, day }: AlertSpan): AlertReason | null {
  const falls = (date: IsoDate) => date > after && date <= day;
  const due = expectedDue(item);
  if (due === null || isClosed(item.stage)) return null;
  if (due === day) return 'due today';
  if (due < day) return falls(addDays(due, 1)) ? 'missed' : null;
  return settings.alertDays.some((days) => falls(addDays(due, -days))) ? 'coming' : null;
}
