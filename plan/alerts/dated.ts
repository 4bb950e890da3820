import { dayDoneOf, isAfter } from '../as-of.ts';
import { addDays, laterDay } from '../calendar/dates.ts';
import type { AlertReason } from '../content.ts';
import { isClosed, isDone } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate } from '../rows.ts';
import { expectedDue } from '../schedule.ts';
import type { AlertSpan } from './alert-spans.ts';

/** Days before a due date on which a group is told that it is coming. */
const COMING_DAYS = [14, 2] as const;

/**
 * Why the calendar has a group alerted to an item: due in 14 or 2 days, due today, missed or reached since the alert day
 * before. What fell on days between is told on the first alert day after. What is due or missed is left alone once
 * somebody has spoken of it after that day's alerts went out.
 */
export function datedReason(plan: Plan, item: Item, span: AlertSpan): AlertReason | null {
  const { after, day, until } = span;
  if (isDone(item.stage)) {
    // Whoever marks it in SharePoint may leave the day out, or give one that is long past.
    const known = dayDoneOf(plan, item);
    const done = known === null ? item.completedOn : laterDay(known, item.completedOn ?? known);
    return done !== null && done >= after && done < day ? 'reached' : null;
  }
  const reason = dueReason(item, span);
  const last = reason === null ? undefined : indexOf(plan).updatesOf(item.ref).at(-1);
  return last !== undefined && isAfter(last, until) ? null : reason;
}

function dueReason(item: Item, { after, day }: AlertSpan): AlertReason | null {
  const falls = (date: IsoDate) => date > after && date <= day;
  const due = expectedDue(item);
  if (due === null || isClosed(item.stage)) return null;
  if (due === day) return 'due today';
  if (due < day) return falls(addDays(due, 1)) ? 'missed' : null;
  return COMING_DAYS.some((days) => falls(addDays(due, -days))) ? 'coming' : null;
}
