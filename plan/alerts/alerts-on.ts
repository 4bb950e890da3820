import { ALERT_REASONS, type AlertReason } from '../content.ts';
import { itemsOf } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import { type AlertSpan, alertSpans } from './alert-spans.ts';
import { datedReason } from './dated.ts';
import { hasSlipped, isUnblocked, type MovedItem, movedIn, releasedGroup } from './moved.ts';

/** An item of an alert and why it is in it. */
export interface AlertedItem {
  readonly item: Item;
  readonly what: AlertReason;
  /** How it stood on the alert day before; `null` where nobody has spoken of it since. */
  readonly moved: MovedItem | null;
}

const alertsByPlan = new WeakMap<Plan, Map<IsoDate, ReadonlyMap<RowKey, readonly AlertedItem[]>>>();

/**
 * Every group's alerts of a day, the most pressing first: what the calendar brings of its items (`datedReason`), what has
 * slipped beyond the plan's tolerance, and what no longer waits; that is told to the group that was waited on too. An
 * item stands once in a group's alert. Groups that nobody alerts that day are left out; the next day covers them.
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

/** What a group is alerted to on a day, the most pressing first. */
export function alertedItems(plan: Plan, groupKey: RowKey, day: IsoDate): readonly AlertedItem[] {
  return alertsOn(plan, day).get(groupKey) ?? [];
}

function makeAlerts(plan: Plan, day: IsoDate): ReadonlyMap<RowKey, readonly AlertedItem[]> {
  const spans = spansByGroup(plan, day);
  const differing = [...new Set(spans.values())];
  const alerts = new Map<RowKey, AlertedItem[]>();
  const add = (group: RowKey, alerted: AlertedItem) => {
    const known = alerts.get(group);
    if (known) known.push(alerted);
    else alerts.set(group, [alerted]);
  };
  for (const item of itemsOf(plan)) {
    const own = item.group === null ? undefined : spans.get(item.group);
    const ownMoved = own === undefined ? null : movedIn(plan, item, own);
    const alerted = own === undefined ? null : alertIn(plan, item, own, ownMoved);
    if (item.group !== null && alerted !== null) add(item.group, alerted);
    for (const span of differing) {
      const moved = span === own ? ownMoved : movedIn(plan, item, span);
      const released = moved === null ? null : releasedGroup(moved);
      // Each group by its own span: one that was left in peace is told of more.
      if (released !== null && spans.get(released) === span)
        add(released, { item, what: 'unblocked', moved });
    }
  }
  for (const items of alerts.values()) items.sort((one, other) => rankOf(one.what) - rankOf(other.what));
  return alerts;
}

/** The groups that are alerted that day. */
function spansByGroup(plan: Plan, day: IsoDate): ReadonlyMap<RowKey, AlertSpan> {
  const spanOf = alertSpans(plan, day);
  const spans = new Map<RowKey, AlertSpan>();
  for (const group of plan.groups) {
    const span = group.active === false ? null : spanOf(group);
    if (span !== null) spans.set(group.key, span);
  }
  return spans;
}

/** Of several reasons the most pressing; `null` where there is none. */
function alertIn(plan: Plan, item: Item, span: AlertSpan, moved: MovedItem | null): AlertedItem | null {
  const reasons = [
    datedReason(plan, item, span),
    moved !== null && hasSlipped(plan, moved) ? ('slipped' as const) : null,
    moved !== null && isUnblocked(moved) ? ('unblocked' as const) : null,
  ].filter((reason) => reason !== null);
  const [what] = reasons.toSorted((one, other) => rankOf(one) - rankOf(other));
  return what === undefined ? null : { item, what, moved };
}

const rankOf = (what: AlertReason): number => ALERT_REASONS.indexOf(what);
