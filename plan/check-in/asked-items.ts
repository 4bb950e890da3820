import { isAfter, itemBefore } from '../as-of.ts';
import { todayIn } from '../calendar/dates.ts';
import { ASK_REASONS, type AskReason } from '../content.ts';
import { groupItems, isClosed } from '../items.ts';
import { endOf, type PlannedMeeting, plannedOf } from '../meetings/meetings.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Meeting, Update } from '../rows.ts';
import { colourOf, expectedDue, isOverdue, isStale } from '../schedule.ts';
import { nextButOne } from './next-but-one.ts';

/** An item a check-in needs a word on, and why. */
export interface AskedItem {
  readonly item: Item;
  /** In the order of `ASK_REASONS`; empty for an item somebody answered without being asked. */
  readonly reasons: readonly AskReason[];
  /** The last answer given in this check-in, once it is closed the last in time; `null` while there is none. */
  readonly answer: Update | null;
  /** The last answer given after it was closed, of an item that had been answered in time. */
  readonly lateAnswer?: Update;
}

/**
 * What the check-in of a meeting needs a word on: overdue, due before the next-but-one meeting, Red or
 * Amber, waiting on others, done but not signed off, or without a word for too long or ever. Judged as things stood before this check-in's
 * own answers, so that an item stays on the card after it was answered; once the meeting is closed, as
 * things stood then. Still to answer first, the most pressing first.
 */
export function askedItems(plan: Plan, meeting: Meeting, now: Temporal.Instant): readonly AskedItem[] {
  const planned = plannedOf(plan, meeting);
  if (planned === null) return [];
  const seenAt = lastSeen(meeting, planned, now);
  const soon = nextButOne(plan, planned);
  const { actions } = indexOf(plan);
  const asked: AskedItem[] = [];
  for (const item of groupItems(plan, planned.groupKey)) {
    const answers = answersIn(plan, item, meeting, seenAt);
    const before = itemBefore(plan, item, (update) => belongsTo(update, meeting, seenAt));
    // What the meeting itself has just taken on is news to nobody in it.
    const isNew = item.ref.list === 'Actions' && actions.get(item.ref.key)?.raisedAt === meeting.key;
    const reasons = isNew ? [] : reasonsToAsk(plan, before, seenAt, { soon, meeting });
    if (reasons.length > 0 || answers.answer !== null) asked.push({ item, reasons, ...answers });
  }
  return asked.toSorted((one, other) => compareAsked(plan, one, other, now));
}

/** Items that are asked about outside a meeting, the most pressing first. */
export function byUrgency(plan: Plan, items: readonly Item[], now: Temporal.Instant): readonly AskedItem[] {
  return items
    .map((item) => ({
      item,
      reasons: reasonsToAsk(plan, item, now, { soon: null, meeting: null }),
      answer: null,
    }))
    .toSorted((one, other) => compareAsked(plan, one, other, now));
}

/** Whether answers to a meeting's check-in are still expected; later ones count as late. */
export function isCheckInOpen(meeting: Meeting): boolean {
  return meeting.state !== 'Closed' && meeting.state !== 'Cancelled';
}

/** The moment as of which a check-in tells: once it is closed, the one it was closed at. */
export function lastSeen(meeting: Meeting, planned: PlannedMeeting, now: Temporal.Instant): Temporal.Instant {
  if (meeting.state !== 'Closed') return now;
  const end = endOf(meeting, planned);
  return Temporal.Instant.compare(now, end) <= 0 ? now : end;
}

/** A check-in does not count among the meetings without a word: it is still asking for one. */
function reasonsToAsk(
  plan: Plan,
  item: Item,
  now: Temporal.Instant,
  { soon, meeting }: { readonly soon: IsoDate | null; readonly meeting: Meeting | null },
): readonly AskReason[] {
  if (isClosed(item.stage)) return [];
  const today = todayIn(now, plan.settings.timeZone);
  const due = expectedDue(item);
  const overdue = isOverdue(item, today);
  const colour = colourOf(item, plan.settings, today);
  const holds: Readonly<Record<AskReason, boolean>> = {
    overdue,
    'due soon': !overdue && due !== null && soon !== null && due < soon,
    red: colour === 'Red' && !(overdue && item.confidence !== 'Red'),
    amber: colour === 'Amber',
    'waiting on others': item.stage === 'Waiting on others',
    // Done is not complete: until a second person has said so, it is on somebody's list.
    'to sign off': item.stage === 'Done awaiting sign-off',
    'no recent word': isStale(plan, item, now, meeting?.key),
    // An imported item has a date but nobody's word: until its owner says how sure they are, green means nothing.
    'no word yet': item.confidence === null && item.latestUpdate === null,
  };
  return ASK_REASONS.filter((reason) => holds[reason]);
}

/** What was said in time is the record of a meeting: what comes later is added to it and takes the place of nothing. */
export function answersIn(
  plan: Plan,
  item: Item,
  meeting: Meeting,
  seenAt: Temporal.Instant,
): Pick<AskedItem, 'answer' | 'lateAnswer'> {
  const all = indexOf(plan)
    .updatesOf(item.ref)
    .filter((update) => update.meeting === meeting.key);
  const last = all.at(-1) ?? null;
  const inTime = meeting.state === 'Closed' ? all.findLast((update) => !isAfter(update, seenAt)) : undefined;
  if (inTime === undefined || last === null || last === inTime) return { answer: last };
  return { answer: inTime, lateAnswer: last };
}

function belongsTo(update: Update, meeting: Meeting, seenAt: Temporal.Instant): boolean {
  return update.meeting === meeting.key || isAfter(update, seenAt);
}

function compareAsked(plan: Plan, one: AskedItem, other: AskedItem, now: Temporal.Instant): number {
  const answered = Number(one.answer !== null) - Number(other.answer !== null);
  if (answered !== 0) return answered;
  const reason = rank(one.reasons) - rank(other.reasons);
  if (reason !== 0) return reason;
  const today = todayIn(now, plan.settings.timeZone);
  const due = (expectedDue(one.item) ?? '9999-12-31').localeCompare(expectedDue(other.item) ?? '9999-12-31');
  return due || Number(isOverdue(other.item, today)) - Number(isOverdue(one.item, today));
}

function rank(reasons: readonly AskReason[]): number {
  const first = reasons[0];
  return first === undefined ? ASK_REASONS.length : ASK_REASONS.indexOf(first);
}
