import { itemBefore } from './as-of.ts';
import type { AskReason, CheckInContent, ItemQuestion, QuestionsContent } from './content.ts';
import { ASK_REASONS } from './content.ts';
import { addDays, formatMoment, todayIn } from './dates.ts';
import { groupItems, groupName, isClosed, itemsOf, lineOf, ownerName } from './items.ts';
import { calendarOf, type PlannedMeeting, plannedOf, wordsOfMeeting } from './meetings.ts';
import type { Item, Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { Group, IsoDate, Meeting, Owner, Update } from './rows.ts';
import { colourOf, expectedDue, isOverdue, isStale } from './schedule.ts';

/** An item a check-in needs a word on, and why. */
export interface AskedItem {
  readonly item: Item;
  /** In the order of `ASK_REASONS`; empty for an item somebody answered without being asked. */
  readonly reasons: readonly AskReason[];
  /** The last answer given in this check-in; `null` while there is none. */
  readonly answer: Update | null;
}

/** How far ahead the next-but-one meeting is looked for: near first, then as far as a board's rhythm goes. */
const LOOK_AHEAD_DAYS = [60, 400] as const;

/** Rows a card shows before the rest is a count; keeps it within Teams' size limit. */
const CARD_LIMIT = 12;

/**
 * What the check-in of a meeting needs a word on: overdue, due before the next-but-one meeting, Red or
 * Amber, waiting on others, or without a word for too long or ever. Judged as things stood before this check-in's
 * own answers, so that an item stays on the card after it was answered; once the meeting is closed, as
 * things stood then. Still to answer first, the most pressing first.
 */
export function askedItems(plan: Plan, meeting: Meeting, now: Temporal.Instant): readonly AskedItem[] {
  const planned = plannedOf(plan, meeting);
  if (planned === null) return [];
  const judgedAt = meeting.state === 'Closed' ? earlier(now, planned.closesAt) : now;
  const soon = nextButOne(plan, planned);
  const asked: AskedItem[] = [];
  for (const item of groupItems(plan, planned.groupKey)) {
    const answer =
      indexOf(plan)
        .updatesOf(item.ref)
        .findLast((update) => update.meeting === meeting.key) ?? null;
    const before = itemBefore(plan, item, (update) => belongsTo(update, meeting, judgedAt));
    const reasons = reasonsToAsk(plan, before, judgedAt, { soon, meeting });
    if (reasons.length > 0 || answer !== null) asked.push({ item, reasons, answer });
  }
  return asked.toSorted((one, other) => compareAsked(plan, one, other, now));
}

/** The check-in card of a meeting, the same for everybody. */
export function buildCheckIn(
  plan: Plan,
  meeting: Meeting,
  now: Temporal.Instant,
  { limit = CARD_LIMIT, waitingCount = 0 }: { readonly limit?: number; readonly waitingCount?: number } = {},
): CheckInContent {
  const { timeZone } = plan.settings;
  const planned = plannedOf(plan, meeting);
  const asked = askedItems(plan, meeting, now);
  const shown = asked.slice(0, limit);
  const open =
    meeting.group === null ? [] : groupItems(plan, meeting.group).filter((item) => !isClosed(item.stage));
  const quiet = open.filter((item) => !asked.some((one) => one.item === item));
  return {
    kind: 'check-in',
    planId: plan.id,
    planName: plan.name,
    meetingKey: meeting.key,
    groupKey: meeting.group,
    groupName: groupName(plan, meeting.group) ?? 'Group',
    state: meeting.state === 'Cancelled' ? 'cancelled' : isCheckInOpen(meeting) ? 'open' : 'closed',
    meetingWords: wordsOfMeeting(meeting, timeZone),
    closesWords: planned === null ? 'date not set' : formatMoment(planned.closesAt, timeZone),
    asked: shown.map(({ item, reasons, answer }) => ({
      ...lineOf(plan, item, now),
      reasons,
      answered: answer === null ? null : answeredWords(plan, answer, planned),
    })),
    askedCount: asked.length,
    answeredCount: asked.filter((one) => one.answer !== null).length,
    answeredBy: [],
    quietCount: quiet.length,
    view: { list: 'asked', page: 1 },
    pageCount: 1,
    changes: [],
    newActionCount: 0,
    decisionCount: 0,
    attendeeCount: null,
    waitingCount,
  };
}

/**
 * The form for one person. In a check-in: their own asked items; else, as anybody may answer for the
 * group, all its asked items; where nothing is asked, their own open items, else the group's. Outside a
 * meeting: all their open items. Still to answer first, the most pressing first.
 */
export function buildQuestions(
  plan: Plan,
  meeting: Meeting | null,
  owner: Owner,
  submissionKey: string,
  now: Temporal.Instant,
): QuestionsContent {
  const asked = meeting === null ? myItems(plan, owner, now) : itemsToAnswer(plan, meeting, owner, now);
  return {
    kind: 'questions',
    planId: plan.id,
    planName: plan.name,
    meetingKey: meeting?.key ?? null,
    groupName: groupName(plan, meeting?.group ?? null),
    personName: owner.title,
    submissionKey,
    questions: asked.map(({ item, answer }) => questionOf(plan, item, answer !== null, now)),
    groups: plan.groups.map(({ key, title }) => ({ key, name: title })),
  };
}

/** Whether answers to a meeting's check-in are still expected; later ones count as late. */
export function isCheckInOpen(meeting: Meeting): boolean {
  return meeting.state !== 'Closed' && meeting.state !== 'Cancelled';
}

function itemsToAnswer(
  plan: Plan,
  meeting: Meeting,
  owner: Owner,
  now: Temporal.Instant,
): readonly AskedItem[] {
  const asked = askedItems(plan, meeting, now);
  const mine = asked.filter((one) => one.item.owner === owner.key);
  if (mine.length > 0) return mine;
  if (asked.length > 0) return asked;
  const open = (meeting.group === null ? [] : groupItems(plan, meeting.group)).filter(
    (item) => !isClosed(item.stage),
  );
  const own = open.filter((item) => item.owner === owner.key);
  return byUrgency(plan, own.length > 0 ? own : open, now);
}

function myItems(plan: Plan, owner: Owner, now: Temporal.Instant): readonly AskedItem[] {
  const mine = itemsOf(plan).filter((item) => item.owner === owner.key && !isClosed(item.stage));
  return byUrgency(plan, mine, now);
}

function byUrgency(plan: Plan, items: readonly Item[], now: Temporal.Instant): readonly AskedItem[] {
  return items
    .map((item) => ({
      item,
      reasons: reasonsToAsk(plan, item, now, { soon: null, meeting: null }),
      answer: null,
    }))
    .toSorted((one, other) => compareAsked(plan, one, other, now));
}

function questionOf(plan: Plan, item: Item, answered: boolean, now: Temporal.Instant): ItemQuestion {
  return {
    ...lineOf(plan, item, now),
    last: {
      stage: item.stage ?? 'Not started',
      confidence: item.confidence,
      forecastDue: item.forecastDue ?? item.baselineDue,
      note: item.latestNote,
      blocker: item.blocker,
      waitingOn: item.waitingOn,
      evidenceUrl: item.evidenceUrl,
    },
    answered,
  };
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
    'no recent word': isStale(plan, item, now, meeting?.key),
    // An imported item has a date but nobody's word: until its owner says how sure they are, green means nothing.
    'no word yet': item.confidence === null && item.latestUpdate === null,
  };
  return ASK_REASONS.filter((reason) => holds[reason]);
}

/** Worked out once for each meeting: an answer changes neither its group nor the meetings. */
const nextDays = new WeakMap<Group, WeakMap<readonly Meeting[], Map<IsoDate, IsoDate | null>>>();

/** The day of the second meeting after this one; `null` when there is none. */
function nextButOne(plan: Plan, meeting: PlannedMeeting): IsoDate | null {
  const group = indexOf(plan).groups.get(meeting.groupKey);
  if (!group) return null;
  const ofGroup = nextDays.get(group) ?? new WeakMap();
  nextDays.set(group, ofGroup);
  const days: Map<IsoDate, IsoDate | null> = ofGroup.get(plan.meetings) ?? new Map();
  ofGroup.set(plan.meetings, days);
  const known = days.get(meeting.on);
  if (known !== undefined) return known;
  const found = findNextButOne(plan, group, meeting.on);
  days.set(meeting.on, found);
  return found;
}

function findNextButOne(plan: Plan, group: Group, on: IsoDate): IsoDate | null {
  for (const days of LOOK_AHEAD_DAYS) {
    const range = { from: addDays(on, 1), to: addDays(on, days) };
    const second = calendarOf(plan, group, range)[1];
    if (second) return second.on;
  }
  return null;
}

function belongsTo(update: Update, meeting: Meeting, judgedAt: Temporal.Instant): boolean {
  if (update.meeting === meeting.key) return true;
  return update.at !== null && Temporal.Instant.compare(Temporal.Instant.from(update.at), judgedAt) > 0;
}

function answeredWords(plan: Plan, answer: Update, planned: PlannedMeeting | null) {
  const at = answer.at === null ? null : Temporal.Instant.from(answer.at);
  return {
    byName: ownerName(plan, answer.by) ?? 'Somebody',
    atWords: at === null ? '' : formatMoment(at, plan.settings.timeZone),
    late: at !== null && planned !== null && Temporal.Instant.compare(at, planned.closesAt) > 0,
  };
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

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) <= 0 ? one : other;
}
