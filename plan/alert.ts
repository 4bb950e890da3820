import { isAfter } from './as-of.ts';
import { addDays, formatDay, laterDay, momentAt, relativeWords, todayIn } from './calendar/dates.ts';
import { isWorkingDay, previousWorkingDay } from './calendar/working-days.ts';
import type { AlertContent } from './content.ts';
import { groupName, isClosed, itemsOf, lineOf } from './items.ts';
import type { Item, Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { IsoDate, RowKey } from './rows.ts';
import { expectedDue } from './schedule.ts';

/** Days before a due date on which a group is told that it is coming. */
const COMING_DAYS = [14, 2] as const;

export type AlertReason = AlertContent['entries'][number]['what'];

/** An item of an alert and why it is in it. */
export interface AlertedItem {
  readonly item: Item;
  readonly what: AlertReason;
}

/**
 * What a group is alerted to on a working day; `null` when there is nothing. Sent late, it speaks of the
 * day it is sent: what was due then is missed now.
 */
export function buildAlert(
  plan: Plan,
  groupKey: RowKey,
  day: IsoDate,
  now: Temporal.Instant,
): AlertContent | null {
  const alerted = alertedItems(plan, groupKey, day);
  if (alerted.length === 0) return null;
  const today = laterDay(day, todayIn(now, plan.settings.timeZone));
  return {
    kind: 'alert',
    planId: plan.id,
    planName: plan.name,
    groupName: groupName(plan, groupKey) ?? 'Group',
    todayWords: formatDay(today),
    entries: alerted.map(({ item, what }) => ({
      ...entryOn(item, what, today),
      line: lineOf(plan, item, now),
    })),
  };
}

/** What a group is alerted to on a working day, the most pressing first. */
export function alertedItems(plan: Plan, groupKey: RowKey, day: IsoDate): readonly AlertedItem[] {
  return alertsOn(plan, day).get(groupKey) ?? [];
}

const alertsByPlan = new WeakMap<Plan, Map<IsoDate, ReadonlyMap<RowKey, readonly AlertedItem[]>>>();

/**
 * Every group's alerts of a working day: items due in 14 or 2 days, due today, missed yesterday or reached
 * since the last working day. What would fall on a day that is not a working day waits for the next one.
 * An item somebody has spoken of since that day's alerts went out is left alone.
 */
export function alertsOn(plan: Plan, day: IsoDate): ReadonlyMap<RowKey, readonly AlertedItem[]> {
  const days = alertsByPlan.get(plan) ?? new Map();
  alertsByPlan.set(plan, days);
  const known = days.get(day);
  if (known) return known;
  const made = makeAlerts(plan, day);
  days.set(day, made);
  return made;
}

function makeAlerts(plan: Plan, day: IsoDate): ReadonlyMap<RowKey, readonly AlertedItem[]> {
  const alerts = new Map<RowKey, AlertedItem[]>();
  if (!isWorkingDay(day, plan.closures)) return alerts;
  const { groups, updatesOf } = indexOf(plan);
  const sentAt = momentAt(day, plan.settings.opensAt, plan.settings.timeZone);
  const after = previousWorkingDay(day, plan.closures);
  for (const item of itemsOf(plan)) {
    const group = item.group === null ? undefined : groups.get(item.group);
    const what = group && group.active !== false ? whyAlerted(item, after, day) : null;
    if (!group || what === null || updatesOf(item.ref).some((update) => isAfter(update, sentAt))) continue;
    alerts.set(group.key, [...(alerts.get(group.key) ?? []), { item, what }]);
  }
  for (const items of alerts.values()) items.sort((one, other) => RANK[one.what] - RANK[other.what]);
  return alerts;
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

function entryOn(item: Item, what: AlertReason, today: IsoDate): { what: AlertReason; whenWords: string } {
  if (what === 'reached')
    return { what, whenWords: item.completedOn === null ? '' : `on ${formatDay(item.completedOn)}` };
  const due = expectedDue(item) ?? today;
  const whatNow = due > today ? 'coming' : due === today ? 'due today' : 'missed';
  return { what: whatNow, whenWords: relativeWords(due, today) };
}
