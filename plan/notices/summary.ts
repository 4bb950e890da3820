import { isBeforeWork } from '../calendar/working-hours.ts';
import { checkInGroups } from '../meetings/check-in-groups.ts';
import { plannedOf } from '../meetings/meetings.ts';
import type { Meeting } from '../rows.ts';
import { buildSummary } from '../summary.ts';
import { type ChannelAsk, type ChannelRule, type DueNotice, isTimely, periodOf } from './notice.ts';

/** Nothing is posted about a check-in that was closed longer ago. */
export const SUMMARY_LIFE_HOURS = 72;

/**
 * One summary for each check-in that was closed, from that moment on, whoever closed it: in the evening too, but not
 * before people begin to work. A closing that was not noted lies too far back.
 */
export const summaryRule: ChannelRule = {
  kind: 'summary',
  due(ask) {
    if (isBeforeWork(ask.plan, ask.now)) return [];
    const earliestMs = ask.now.subtract({ hours: SUMMARY_LIFE_HOURS }).epochMilliseconds;
    const groups = new Set(checkInGroups(ask.plan).map(({ key }) => key));
    return (
      ask.plan.meetings
        .filter(({ group }) => group !== null && groups.has(group))
        // Nearly all of a plan's check-ins were closed long ago.
        .filter(({ closedAt }) => Date.parse(closedAt ?? '') >= earliestMs)
        .map((meeting) => noticeOf(ask, meeting))
        .filter((notice) => notice !== null)
    );
  },
  content: ({ plan, group, meeting, now }) =>
    meeting?.state === 'Closed' ? buildSummary(plan, group, meeting, now) : null,
};

function noticeOf(ask: ChannelAsk, meeting: Meeting): DueNotice | null {
  if (meeting.state !== 'Closed' || meeting.closedAt === null) return null;
  const dueAt = Temporal.Instant.from(meeting.closedAt);
  const expiresAt = dueAt.add({ hours: SUMMARY_LIFE_HOURS });
  const planned = isTimely({ dueAt, expiresAt }, ask) ? plannedOf(ask.plan, meeting) : null;
  if (planned === null) return null;
  return {
    kind: 'summary',
    planId: ask.plan.id,
    subject: planned.groupKey,
    period: periodOf(planned),
    dueAt,
    expiresAt,
    recipient: { kind: 'channel', groupKey: planned.groupKey },
    meeting: planned,
  };
}
