import { dayDoneOf } from '../as-of.ts';
import { formatDay, laterDay, relativeWords, todayIn } from '../calendar/dates.ts';
import { expectedWords, reasonSince } from '../changes.ts';
import type { AlertContent, AlertReason } from '../content.ts';
import { groupName } from '../items.ts';
import { lineFor, wordsMayStand } from '../narrative.ts';
import type { Plan } from '../plan.ts';
import type { Group, IsoDate } from '../rows.ts';
import { expectedDue } from '../schedule.ts';
import { type AlertedItem, alertedItems } from './alerts-on.ts';

/**
 * What a group is alerted to on a day; `null` when there is nothing. Sent late, it speaks of the day it is sent: what was
 * due then is missed now.
 */
export function buildAlert(
  plan: Plan,
  group: Group,
  day: IsoDate,
  now: Temporal.Instant,
): AlertContent | null {
  const alerted = alertedItems(plan, group.key, day);
  if (alerted.length === 0) return null;
  const today = laterDay(day, todayIn(now, plan.settings.timeZone));
  const mayStand = wordsMayStand(plan, group);
  return {
    kind: 'alert',
    planId: plan.id,
    planName: plan.name,
    groupName: group.title,
    todayWords: formatDay(today),
    entries: alerted.map((one) => ({
      ...whyNow(plan, group, one, today),
      reason: mayStand(one.item) ? reasonOf(plan, one) : null,
      line: lineFor(plan, one.item, now, mayStand),
    })),
  };
}

function whyNow(
  plan: Plan,
  group: Group,
  { item, what, moved }: AlertedItem,
  today: IsoDate,
): Pick<AlertContent['entries'][number], 'what' | 'whenWords'> {
  switch (what) {
    case 'reached': {
      const done = item.completedOn ?? dayDoneOf(plan, item);
      return { what, whenWords: done === null ? '' : `on ${formatDay(done)}` };
    }
    case 'slipped':
      return { what, whenWords: `${moved ? expectedWords(moved.before) : ''} → ${expectedWords(item)}` };
    case 'unblocked':
      return { what, whenWords: releasedWords(plan, group, { item, moved }) };
    default: {
      const due = expectedDue(item) ?? today;
      return { what: datedNow(due, today), whenWords: relativeWords(due, today) };
    }
  }
}

function datedNow(due: IsoDate, today: IsoDate): AlertReason {
  if (due > today) return 'coming';
  return due === today ? 'due today' : 'missed';
}

function releasedWords(
  plan: Plan,
  group: Group,
  { item, moved }: Pick<AlertedItem, 'item' | 'moved'>,
): string {
  if (item.group !== group.key)
    return `${groupName(plan, item.group) ?? 'another group'} no longer waits on this group`;
  return `no longer waits on ${groupName(plan, moved?.before.waitingOn ?? null) ?? 'others'}`;
}

/** Why its date moved, as somebody said since the alert before. */
function reasonOf(plan: Plan, { item, what, moved }: AlertedItem): string | null {
  return what === 'slipped' && moved !== null ? reasonSince(plan, item, moved.since) : null;
}
