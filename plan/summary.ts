import { completedIn, type Period, slippedIn } from './changes.ts';
import { askedItems } from './check-in.ts';
import type { SummaryContent } from './content.ts';
import { addDays, formatMoment, momentAt } from './dates.ts';
import { groupItems, groupName, isClosed, itemsOf, lineOf, ownerName } from './items.ts';
import { decisionsOf } from './meeting-record/decision.ts';
import { calendarOf, endOf, plannedOf, wordsOfMeeting } from './meetings.ts';
import type { Plan } from './plan.ts';
import { indexOf } from './plan-index.ts';
import type { Group, IsoDate, Meeting } from './rows.ts';

/** How far from a meeting those before and after it are looked for. */
const NEIGHBOUR_DAYS = 200;

/** What a first meeting sums up. */
const FORTNIGHT_DAYS = 14;

/** The record of a meeting whose check-in is closed: what was said and done since the meeting before, and what is next. */
export function buildSummary(
  plan: Plan,
  group: Group,
  meeting: Meeting,
  now: Temporal.Instant,
): SummaryContent {
  const items = groupItems(plan, group.key);
  const asked = askedItems(plan, meeting, now);
  const period = periodOf(plan, group, meeting, now);
  return {
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
    nextMeetingWords: nextWords(plan, group, dayOf(plan, meeting)),
  };
}

/** From the end of the check-in before this one until now. */
function periodOf(plan: Plan, group: Group, meeting: Meeting, now: Temporal.Instant): Period {
  const on = dayOf(plan, meeting);
  const before = on === null ? [] : calendarOf(plan, group, { from: addDays(on, -NEIGHBOUR_DAYS), to: on });
  const last = before.findLast(({ key }) => key !== meeting.key);
  const row = last === undefined ? undefined : indexOf(plan).meetings.get(last.key);
  const { timeZone } = plan.settings;
  if (last !== undefined) return { from: row === undefined ? last.closesAt : endOf(row, last), to: now };
  return { from: on === null ? now : momentAt(addDays(on, -FORTNIGHT_DAYS), '00:00', timeZone), to: now };
}

function nextWords(plan: Plan, group: Group, on: IsoDate | null): string | null {
  if (on === null) return null;
  const [next] = calendarOf(plan, group, { from: addDays(on, 1), to: addDays(on, NEIGHBOUR_DAYS) });
  return next === undefined ? null : formatMoment(next.startsAt, plan.settings.timeZone);
}

function dayOf(plan: Plan, meeting: Meeting): IsoDate | null {
  return plannedOf(plan, meeting)?.on ?? null;
}
