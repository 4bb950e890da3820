import { formatMoment } from '../calendar/dates.ts';
import type { CheckInContent, CheckInView } from '../content.ts';
import { groupItems, groupName, isClosed, lineOf, ownerName } from '../items.ts';
import { decisionsOf } from '../meeting-record/decision.ts';
import { endOf, type PlannedMeeting, plannedOf, wordsOfMeeting } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Meeting, Update } from '../rows.ts';
import { meetingsWithoutWord } from '../schedule.ts';
import { type AskedItem, askedItems, isCheckInOpen, lastSeen } from './asked-items.ts';
import { changesIn } from './changes.ts';
import { itemSeen } from './item-seen.ts';
import { waitingSince } from './waiting-since.ts';

/** Rows of one page: what a phone shows in three screens, and well within Teams' size limit. */
export const PAGE_ITEMS = 8;

const FIRST_PAGE: CheckInView = { list: 'asked', page: 1 };

/**
 * The check-in card of a meeting, the same for everybody; once it is closed, as things stood then, with the late
 * answers.
 * @param options.view which rows; a page that is not there is the last. Default: the first of what is asked.
 * @param options.pageItems rows of a page. Default: `PAGE_ITEMS`
 * @param options.waitingCount answers of it that wait for SharePoint; default: not known
 * @param options.refusedCount answers of it that SharePoint refused; default: none
 */
export function buildCheckIn(
  plan: Plan,
  meeting: Meeting,
  now: Temporal.Instant,
  {
    view = FIRST_PAGE,
    pageItems = PAGE_ITEMS,
    waitingCount = null,
    refusedCount = 0,
  }: {
    readonly view?: CheckInView;
    readonly pageItems?: number;
    readonly waitingCount?: number | null;
    readonly refusedCount?: number;
  } = {},
): CheckInContent {
  const { timeZone } = plan.settings;
  const planned = plannedOf(plan, meeting);
  const seenAt = planned === null ? now : lastSeen(meeting, planned, now);
  const asked = askedItems(plan, meeting, now);
  const quiet = quietItems(plan, meeting, asked, seenAt);
  const entries = view.list === 'asked' ? asked : quiet;
  const pageCount = Math.max(1, Math.ceil(entries.length / pageItems));
  const page = Math.min(Math.max(1, view.page), pageCount);
  return {
    kind: 'check-in',
    planId: plan.id,
    planName: plan.name,
    meetingKey: meeting.key,
    groupKey: meeting.group,
    groupName: groupName(plan, meeting.group) ?? 'Group',
    state: meeting.state === 'Cancelled' ? 'cancelled' : isCheckInOpen(meeting) ? 'open' : 'closed',
    meetingWords: wordsOfMeeting(meeting, timeZone),
    closesWords: planned === null ? 'date not set' : formatMoment(endOf(meeting, planned), timeZone),
    asked: entries
      .slice((page - 1) * pageItems, page * pageItems)
      .map((entry) => rowOf(plan, meeting, entry, { seenAt, planned })),
    askedCount: asked.length,
    answeredCount: asked.filter((one) => one.answer !== null).length,
    answeredBy: namesOf(plan, meeting, asked),
    quietCount: quiet.length,
    view: { list: view.list, page },
    pageCount,
    ...changesIn(plan, meeting, seenAt),
    newActionCount: plan.actions.filter(({ raisedAt }) => raisedAt === meeting.key).length,
    decisionCount: decisionsOf(meeting).length,
    attendeeCount: meeting.attendees.length || null,
    waitingCount,
    refusedCount,
  };
}

/** Open items of the group that nobody is asked about. */
function quietItems(
  plan: Plan,
  meeting: Meeting,
  asked: readonly AskedItem[],
  seenAt: Temporal.Instant,
): readonly AskedItem[] {
  if (meeting.group === null) return [];
  const others = new Set(asked.map(({ item }) => item));
  return groupItems(plan, meeting.group)
    .filter((item) => !others.has(item) && !isClosed(itemSeen(plan, { item }, meeting, seenAt).stage))
    .map((item) => ({ item, reasons: [], answer: null }));
}

function rowOf(
  plan: Plan,
  meeting: Meeting,
  entry: AskedItem,
  { seenAt, planned }: { readonly seenAt: Temporal.Instant; readonly planned: PlannedMeeting | null },
): CheckInContent['asked'][number] {
  const { reasons, answer, lateAnswer } = entry;
  const seen = itemSeen(plan, entry, meeting, seenAt);
  const isSilent = answer === null && reasons.includes('no recent word');
  return {
    ...lineOf(plan, seen, seenAt),
    reasons,
    answered: answer === null ? null : answeredWords(plan, meeting, answer, planned),
    ...(lateAnswer === undefined ? {} : { lateWord: lateWords(plan, lateAnswer) }),
    blocker: seen.blocker,
    waitingSince: waitingSince(plan, seen, seenAt),
    silentMeetings: isSilent ? meetingsWithoutWord(plan, seen, seenAt, meeting.key) : 0,
  };
}

function answeredWords(plan: Plan, meeting: Meeting, answer: Update, planned: PlannedMeeting | null) {
  const at = answer.at === null ? null : Temporal.Instant.from(answer.at);
  return {
    byName: ownerName(plan, answer.by) ?? 'Somebody',
    atWords: at === null ? '' : formatMoment(at, plan.settings.timeZone),
    late: at !== null && planned !== null && Temporal.Instant.compare(at, endOf(meeting, planned)) > 0,
  };
}

function lateWords(plan: Plan, { by, at, note, reason }: Update) {
  return {
    byName: ownerName(plan, by) ?? 'Somebody',
    atWords: at === null ? '' : formatMoment(at, plan.settings.timeZone),
    note: note ?? reason,
  };
}

/** Who has answered, in the order they first did. */
function namesOf(plan: Plan, meeting: Meeting, asked: readonly AskedItem[]): readonly string[] {
  const answers = asked
    .flatMap(({ item }) => indexOf(plan).updatesOf(item.ref))
    .filter((update) => update.meeting === meeting.key)
    .toSorted((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));
  return [...new Set(answers.map(({ by }) => ownerName(plan, by) ?? 'Somebody'))];
}
