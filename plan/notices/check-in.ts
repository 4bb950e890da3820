import { addDays, todayIn } from '../calendar/dates.ts';
import { waitsForWork } from '../calendar/working-hours.ts';
import { buildCheckIn } from '../check-in.ts';
import { checkInGroups } from '../meetings/check-in-groups.ts';
import { meetingsInState, type PlannedMeeting } from '../meetings/meetings.ts';
import type { DayRange } from '../meetings/rhythm.ts';
import type { Plan } from '../plan.ts';
import type { Group } from '../rows.ts';
import { type ChannelAsk, type ChannelRule, type DueNotice, isTimely, periodOf } from './notice.ts';

/** How far from a meeting its opening, closing and digest may lie. */
export const MEETING_REACH_DAYS = 40;

/**
 * A check-in is told of once for each meeting, from its opening until its closing, where its row says that it is open:
 * opening it comes first. A late one in working hours.
 */
export const checkInRule: ChannelRule = {
  kind: 'check-in',
  due: (ask) =>
    checkInGroups(ask.plan).flatMap((group) =>
      meetingsInState(ask.plan, group, 'Open', daysAround(ask))
        .map((meeting) => openingNotice(ask.plan, group, meeting))
        .filter((notice) => isTimely(notice, ask) && !waitsForWork(ask.plan, notice, ask.now)),
    ),
  content: ({ plan, meeting, now }) => (meeting === null ? null : buildCheckIn(plan, meeting, now)),
};

/** The days of meetings whose moments may lie between now and `until`. */
export function daysAround({ plan, now, until }: ChannelAsk): DayRange {
  const { timeZone } = plan.settings;
  return {
    from: addDays(todayIn(now, timeZone), -MEETING_REACH_DAYS),
    to: addDays(todayIn(until, timeZone), MEETING_REACH_DAYS),
  };
}

/** The notice that opens a meeting's check-in, due when it opens by itself unless it opens earlier. */
export function openingNotice(
  plan: Plan,
  group: Group,
  meeting: PlannedMeeting,
  dueAt: Temporal.Instant = meeting.opensAt,
): DueNotice {
  return {
    kind: 'check-in',
    planId: plan.id,
    subject: group.key,
    period: periodOf(meeting),
    dueAt,
    expiresAt: meeting.closesAt,
    recipient: { kind: 'channel', groupKey: group.key },
    meeting,
  };
}
