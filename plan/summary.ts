import { addDays, formatMoment, momentAt, todayIn } from './calendar/dates.ts';
import { completedIn, type Period, slippedIn } from './changes.ts';
import { askedItems } from './check-in.ts';
import type { SummaryContent } from './content.ts';
import { groupItems, groupName, isClosed, itemsOf, lineOf, ownerName } from './items.ts';
import { decisionsOf } from './meeting-record/decision.ts';
import { meetingAfter } from './meetings/find-meeting.ts';
import { calendarOf, endOf, plannedOf, wordsOfMeeting } from './meetings/meetings.ts';
import type { Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { Group, Meeting } from './rows.ts';

/** How far back the meeting before is looked for. */
const LOOK_BACK_DAYS = 200;

/** What a first meeting sums up. */
const FORTNIGHT_DAYS = 14;

/**
 * The record of a meeting whose check-in is closed: what was said and done since the meeting before, and what is next.
 * `null` where nothing was asked and nothing happened.
 */
export function buildSummary(
  plan: Plan,
  group: Group,
  meeting: Meeting,
  now: Temporal.Instant,
): SummaryContent | null {
  const items = groupItems(plan, group.key);
  const asked = askedItems(plan, meeting, now);
  const period = periodOf(plan, group, meeting, now);
  const next = meetingAfter(plan, group, meeting);
  const summary: SummaryContent = {
    kind: 'summary',
    planId: plan.id,
    planName: plan.name,
    groupName: group.title,
    meetingWords: wordsOfMeeting(meeting, plan.settings.timeZone),
    answeredCount: asked.filter(({ answer }) => answer !== null).length,
    askedCount: asked.length,
    attendeeNames: meeting.attendees.map((key) => ownerName(plan, key)).filter((name) => name !== null),
    decisions: decisionsOf(meeting),
    completed: completedIn(plan, items, period),
    toSignOff: items
      .filter((item) => item.stage === 'Done awaiting sign-off')
      .map((item) => lineOf(plan, item, now)),
    slipped: slippedIn(plan, items, period),
    newActions: plan.actions
      .filter((action) => action.raisedAt === meeting.key)
      .flatMap(({ key }) => itemsOf(plan).filter(({ ref }) => ref.list === 'Actions' && ref.key === key))
      .map((item) => lineOf(plan, item, now)),
    blocked: items
      .filter((item) => item.stage === 'Waiting on others')
      .map((item) => ({
        line: lineOf(plan, item, now),
        waitingOnName: groupName(plan, item.waitingOn) ?? 'others',
        blocker: item.blocker,
      })),
    unanswered: asked
      .filter(({ item, answer }) => answer === null && !isClosed(item.stage))
      .map(({ item }) => lineOf(plan, item, now)),
    nextMeetingWords: next === null ? null : formatMoment(next.startsAt, plan.settings.timeZone),
  };
  const { attendeeNames, decisions, completed, slipped, newActions } = summary;
  const happened = [asked, attendeeNames, decisions, completed, slipped, newActions];
  return happened.every((list) => list.length === 0) ? null : summary;
}

/** From the end of the check-in before this one until now. */
function periodOf(plan: Plan, group: Group, meeting: Meeting, now: Temporal.Instant): Period {
  const on = plannedOf(plan, meeting)?.on ?? todayIn(now, plan.settings.timeZone);
  const last = calendarOf(plan, group, { from: addDays(on, -LOOK_BACK_DAYS), to: on }).findLast(
    ({ key }) => key !== meeting.key,
  );
  const first = momentAt(addDays(on, -FORTNIGHT_DAYS), '00:00', plan.settings.timeZone);
  if (last === undefined) return { from: first, to: now };
  const row = indexOf(plan).meetings.get(last.key);
  return { from: row === undefined ? last.closesAt : endOf(row, last), to: now };
}
