import { isAfter } from './as-of.ts';
import { addDays, daysBetween, formatDay, momentAt, todayIn } from './calendar/dates.ts';
import { isWorkingDay, nextWorkingDay, previousWorkingDay } from './calendar/working-days.ts';
import { askedItems } from './check-in.ts';
import { REMINDER_REASONS, type ReminderContent, type ReminderReason } from './content.ts';
import { isClosed, itemsOf, lineOf, ownerName } from './items.ts';
import { plannedOf } from './meetings/meetings.ts';
import { standInFor } from './people.ts';
import type { Item, Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { IsoDate, RowKey } from './rows.ts';
import { expectedDue } from './schedule.ts';

/** Days before a due date on which its owner is reminded. */
const SOON_DAYS = [14, 7, 1] as const;
/** How often an owner is reminded of what is overdue, from the day after it was due. */
const OVERDUE_EVERY_DAYS = 7;

/** An item of a reminder and why it is in it. */
export interface RemindedItem {
  readonly item: Item;
  readonly why: ReminderReason;
}

/**
 * The one message of a day to a person over all their plans; `null` when nothing is due to them. Holds
 * what they stand in for while somebody is away.
 */
export function buildReminder(
  plans: readonly { readonly plan: Plan; readonly ownerKey: RowKey }[],
  now: Temporal.Instant,
): ReminderContent | null {
  const parts = plans
    .map(({ plan, ownerKey }) => ({
      plan,
      ownerKey,
      day: todayIn(now, plan.settings.timeZone),
      reminded: remindedItems(plan, ownerKey, todayIn(now, plan.settings.timeZone)),
    }))
    .filter((part) => part.reminded.length > 0);
  const first = parts[0];
  if (!first) return null;
  return {
    kind: 'reminder',
    personName: ownerName(first.plan, first.ownerKey) ?? 'Owner',
    todayWords: formatDay(first.day),
    plans: parts.map(({ plan, reminded }) => ({
      planId: plan.id,
      planName: plan.name,
      entries: reminded.map(({ item, why }) => ({ why, line: lineOf(plan, item, now), words: null })),
    })),
  };
}

/** What a person is reminded of on a day: theirs, and that of whom they stand in for. */
export function remindedItems(plan: Plan, ownerKey: RowKey, day: IsoDate): readonly RemindedItem[] {
  return remindersOn(plan, day).get(ownerKey) ?? [];
}

const remindersByPlan = new WeakMap<Plan, Map<IsoDate, ReadonlyMap<RowKey, readonly RemindedItem[]>>>();

/**
 * Everybody's reminders of a day, by who gets them; none on a day that is not a working day. Due in 14, 7
 * or 1 days, today, overdue (weekly), or asked in a check-in and not answered: one that closes that day or
 * the next working day, or was closed since the last working day's reminders. What would fall on another
 * day waits for the next working day; an item somebody has spoken of since that day's reminders went out is
 * left alone.
 */
export function remindersOn(plan: Plan, day: IsoDate): ReadonlyMap<RowKey, readonly RemindedItem[]> {
  const days = remindersByPlan.get(plan) ?? new Map();
  remindersByPlan.set(plan, days);
  const known = days.get(day);
  if (known) return known;
  const made = makeReminders(plan, day);
  days.set(day, made);
  return made;
}

function makeReminders(plan: Plan, day: IsoDate): ReadonlyMap<RowKey, readonly RemindedItem[]> {
  const reminders = new Map<RowKey, RemindedItem[]>();
  if (!isWorkingDay(day, plan.closures)) return reminders;
  const { owners, updatesOf } = indexOf(plan);
  const sentAt = momentAt(day, plan.settings.opensAt, plan.settings.timeZone);
  const after = previousWorkingDay(day, plan.closures);
  const unanswered = unansweredItems(plan, day, sentAt);
  for (const item of itemsOf(plan)) {
    const owner = item.owner === null || isClosed(item.stage) ? undefined : owners.get(item.owner);
    const recipient = owner && standInFor(plan, owner, day);
    if (!recipient || updatesOf(item.ref).some((update) => isAfter(update, sentAt))) continue;
    const why = whyReminded(item, after, day) ?? (unanswered.has(item) ? 'check-in unanswered' : null);
    if (why !== null) reminders.set(recipient.key, [...(reminders.get(recipient.key) ?? []), { item, why }]);
  }
  for (const items of reminders.values()) items.sort((one, other) => rankOf(one) - rankOf(other));
  return reminders;
}

/** The most pressing first. */
const rankOf = ({ why }: RemindedItem): number => REMINDER_REASONS.indexOf(why);

function whyReminded(item: Item, after: IsoDate, day: IsoDate): ReminderReason | null {
  const due = expectedDue(item);
  if (due === null || item.stage === 'Done awaiting sign-off') return null;
  if (due === day) return 'due today';
  if (due < day) return fallsWeekly(due, after, day) ? 'overdue' : null;
  const isSoon = SOON_DAYS.some((days) => {
    const told = addDays(due, -days);
    return told > after && told <= day;
  });
  return isSoon ? 'due soon' : null;
}

/** Whether one of the days 1, 8, 15 … after the due date lies after the last working day, up to this one. */
function fallsWeekly(due: IsoDate, after: IsoDate, day: IsoDate): boolean {
  const turn = (date: IsoDate) => Math.floor((daysBetween(due, date) - 1) / OVERDUE_EVERY_DAYS);
  return turn(day) > turn(after);
}

/** What nobody has answered of the check-ins that end soon, or have ended since the reminders before. */
function unansweredItems(plan: Plan, day: IsoDate, at: Temporal.Instant): ReadonlySet<Item> {
  const { opensAt, timeZone } = plan.settings;
  const tomorrow = nextWorkingDay(day, plan.closures);
  const before = momentAt(previousWorkingDay(day, plan.closures), opensAt, timeZone);
  const items = plan.meetings
    .filter((meeting) => {
      if (meeting.state === 'Closed') return isWithin(meeting.closedAt, { after: before, until: at });
      const planned = meeting.state === 'Open' ? plannedOf(plan, meeting) : null;
      const closesOn = planned === null ? null : todayIn(planned.closesAt, timeZone);
      return closesOn === day || closesOn === tomorrow;
    })
    .flatMap((meeting) => askedItems(plan, meeting, at))
    .filter((asked) => asked.answer === null)
    .map((asked) => asked.item);
  return new Set(items);
}

function isWithin(
  moment: string | null,
  { after, until }: { readonly after: Temporal.Instant; readonly until: Temporal.Instant },
): boolean {
  if (moment === null) return false;
  return Temporal.Instant.compare(moment, after) > 0 && Temporal.Instant.compare(moment, until) <= 0;
}
