import { isAfter } from './as-of.ts';
import type { AlertContent } from './content.ts';
import { addDays, formatDay, momentAt, relativeWords } from './dates.ts';
import { groupItems, groupName, isClosed, lineOf } from './items.ts';
import type { Item, Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { IsoDate, RowKey } from './rows.ts';
import { expectedDue } from './schedule.ts';
import { previousWorkingDay } from './working-days.ts';

/** Days before a due date on which a group is told that it is coming. */
const COMING_DAYS = [14, 2] as const;

export type AlertReason = AlertContent['entries'][number]['what'];

/** An item of an alert and why it is in it. */
export interface AlertedItem {
  readonly item: Item;
  readonly what: AlertReason;
}

/** What a group is alerted to on a working day; `null` when there is nothing. */
export function buildAlert(
  plan: Plan,
  groupKey: RowKey,
  day: IsoDate,
  now: Temporal.Instant,
): AlertContent | null {
  const entries = alertedItems(plan, groupKey, day);
  if (entries.length === 0) return null;
  return {
    kind: 'alert',
    planId: plan.id,
    planName: plan.name,
    groupName: groupName(plan, groupKey) ?? 'Group',
    todayWords: formatDay(day),
    entries: entries.map(({ item, what }) => ({
      what,
      whenWords: whenWords(item, what, day),
      line: lineOf(plan, item, now),
    })),
  };
}

/**
 * Items of a group that are due in 14 or 2 days, due today, missed yesterday or reached since the last
 * working day. What would fall on a day that is not a working day waits for the next one. An item
 * somebody has spoken of since that day's alerts went out is left alone.
 */
export function alertedItems(plan: Plan, groupKey: RowKey, day: IsoDate): readonly AlertedItem[] {
  const sentAt = momentAt(day, plan.settings.opensAt, plan.settings.timeZone);
  const after = previousWorkingDay(day, plan.closures);
  const found: AlertedItem[] = [];
  for (const item of groupItems(plan, groupKey)) {
    if (
      indexOf(plan)
        .updatesOf(item.ref)
        .some((update) => isAfter(update, sentAt))
    )
      continue;
    const what = whyAlerted(item, after, day);
    if (what !== null) found.push({ item, what });
  }
  return found.toSorted((one, other) => RANK[one.what] - RANK[other.what]);
}

const RANK: Readonly<Record<AlertReason, number>> = { missed: 0, 'due today': 1, coming: 2, reached: 3 };

/** `after` is the working day before: everything that fell since belongs to this day's alert. */
function whyAlerted(item: Item, after: IsoDate, day: IsoDate): AlertReason | null {
  const falls = (date: IsoDate) => date > after && date <= day;
  if (item.stage === 'Complete' || item.stage === 'Embedded') {
    const done = item.completedOn;
    return done !== null && done >= after && done < day ? 'reached' : null;
  }
  const due = expectedDue(item);
  if (due === null || isClosed(item.stage)) return null;
  if (due === day) return 'due today';
  if (due < day) return falls(addDays(due, 1)) ? 'missed' : null;
  return COMING_DAYS.some((days) => falls(addDays(due, -days))) ? 'coming' : null;
}

function whenWords(item: Item, what: AlertReason, day: IsoDate): string {
  if (what === 'reached') return item.completedOn === null ? 'reached' : `on ${formatDay(item.completedOn)}`;
  const due = expectedDue(item);
  return due === null ? '' : relativeWords(due, day);
}
