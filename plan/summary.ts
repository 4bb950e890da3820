import { formatMoment } from './calendar/dates.ts';
import { askedItems } from './check-in.ts';
import type { SummaryContent } from './content.ts';
import { blockedOf, happenedIn, raisedAt } from './digest/index.ts';
import { groupItems, isClosed, ownerName } from './items.ts';
import { decisionsOf } from './meeting-record/decision.ts';
import { meetingAfter } from './meetings/find-meeting.ts';
import { wordsOfMeeting } from './meetings/meetings.ts';
import { hasOwnChannel, lineFor } from './narrative.ts';
import { periodOfMeeting } from './period.ts';
import type { Item, Plan } from './plan.ts';
import type { Group, Meeting } from './rows.ts';

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
  const period = periodOfMeeting(plan, group, meeting, now);
  const isOwn = hasOwnChannel(plan, group);
  const shown = (item: Item) => lineFor(plan, item, now, () => isOwn);
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
    ...happenedIn(plan, items, period, isOwn),
    toSignOff: items.filter(({ stage }) => stage === 'Done awaiting sign-off').map(shown),
    newActions: raisedAt(plan, meeting, items).map(shown),
    blocked: blockedOf(plan, group, now),
    unanswered: asked
      .filter(({ item, answer }) => answer === null && !isClosed(item.stage))
      .map(({ item }) => shown(item)),
    nextMeetingWords: next === null ? null : formatMoment(next.startsAt, plan.settings.timeZone),
  };
  const { attendeeNames, decisions, completed, slipped, newActions } = summary;
  const happened = [asked, attendeeNames, decisions, completed, slipped, newActions];
  return happened.every((list) => list.length === 0) ? null : summary;
}
