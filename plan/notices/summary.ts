import { checkInGroups } from '../meetings/check-in-groups.ts';
import { plannedOf } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import type { Meeting } from '../rows.ts';
import { buildSummary } from '../summary.ts';
import { type ChannelRule, type DueNotice, isTimely, periodOf } from './notice.ts';

/** Nothing is posted about a check-in that was closed longer ago. */
export const SUMMARY_LIFE_HOURS = 72;

/**
 * One summary for each check-in that was closed, from that moment on, whoever closed it. A closing that was not noted
 * lies too far back.
 */
export const summaryRule: ChannelRule = {
  kind: 'summary',
  due(ask) {
    const groups = new Set(checkInGroups(ask.plan).map(({ key }) => key));
    return ask.plan.meetings
      .filter((meeting) => meeting.group !== null && groups.has(meeting.group))
      .map((meeting) => noticeOf(ask.plan, meeting))
      .filter((notice) => notice !== null)
      .filter((notice) => isTimely(notice, ask));
  },
  content: ({ plan, group, meeting, now }) =>
    meeting?.state === 'Closed' ? buildSummary(plan, group, meeting, now) : null,
};

function noticeOf(plan: Plan, meeting: Meeting): DueNotice | null {
  if (meeting.state !== 'Closed' || meeting.closedAt === null) return null;
  const planned = plannedOf(plan, meeting);
  if (planned === null) return null;
  const closedAt = Temporal.Instant.from(meeting.closedAt);
  return {
    kind: 'summary',
    planId: plan.id,
    subject: planned.groupKey,
    period: periodOf(planned),
    dueAt: closedAt,
    expiresAt: closedAt.add({ hours: SUMMARY_LIFE_HOURS }),
    recipient: { kind: 'channel', groupKey: planned.groupKey },
    meeting: planned,
  };
}
