import { addDays, todayIn } from '../calendar/dates.ts';
import { calendarOf, type PlannedMeeting } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group } from '../rows.ts';
import { type DueNotice, isTimely, type NoticeAsk, periodOf } from './notice.ts';

/** How far from a meeting its opening, closing and digest may lie. */
export const MEETING_REACH_DAYS = 40;

/** Operational groups that are active check in; what is put anywhere else is asked of nobody. */
export function checksIn({ kind, active }: Pick<Group, 'kind' | 'active'>): boolean {
  return kind === 'Operational' && active !== false;
}

export function checkInGroups(plan: Plan): readonly Group[] {
  return plan.groups.filter(checksIn);
}

/**
 * A check-in is told of once for each meeting, from its opening until its closing, where its row says that it is open:
 * opening it comes first.
 */
export function dueCheckIns(ask: NoticeAsk): DueNotice[] {
  return checkInGroups(ask.plan).flatMap((group) =>
    meetingsAround(ask, group)
      .filter((meeting) => indexOf(ask.plan).meetings.get(meeting.key)?.state === 'Open')
      .map((meeting) => openingNotice(group, meeting))
      .filter((notice) => isTimely(notice, ask)),
  );
}

/** The meetings of a group whose moments may lie between now and `until`. */
export function meetingsAround({ plan, now, until }: NoticeAsk, group: Group): PlannedMeeting[] {
  const { timeZone } = plan.settings;
  return calendarOf(plan, group, {
    from: addDays(todayIn(now, timeZone), -MEETING_REACH_DAYS),
    to: addDays(todayIn(until, timeZone), MEETING_REACH_DAYS),
  });
}

/** The notice that opens a meeting's check-in, due when it opens by itself unless it opens earlier. */
export function openingNotice(
  group: Group,
  meeting: PlannedMeeting,
  dueAt: Temporal.Instant = meeting.opensAt,
): DueNotice {
  return {
    kind: 'check-in',
    subject: group.key,
    period: periodOf(meeting),
    dueAt,
    expiresAt: meeting.closesAt,
    recipient: { kind: 'channel', groupKey: group.key },
    meeting,
  };
}
