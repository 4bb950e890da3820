import { buildDigest } from '../digest.ts';
import { checkInGroups } from '../meetings/check-in-groups.ts';
import type { PlannedMeeting } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group } from '../rows.ts';
import { meetingsAround } from './check-in.ts';
import { type ChannelRule, type DueNotice, isTimely, periodOf } from './notice.ts';

/** After an outage nothing older than this is posted. */
const DIGEST_LIFE_HOURS = 72;

/** One digest for each meeting whose check-in was held and closed; only the latest of a group. */
export const digestRule: ChannelRule = {
  kind: 'digest',
  due: (ask) =>
    checkInGroups(ask.plan).flatMap((group) => {
      const due = meetingsAround(ask, group)
        .filter((meeting) => indexOf(ask.plan).meetings.get(meeting.key)?.state === 'Closed')
        .map((meeting) => noticeOf(ask.plan, group, meeting))
        .filter((notice) => isTimely(notice, ask));
      return due.slice(-1);
    }),
  content: ({ plan, group, meeting, now }) =>
    meeting === null ? null : buildDigest(plan, group, meeting, now),
};

function noticeOf(plan: Plan, group: Group, meeting: PlannedMeeting): DueNotice {
  return {
    kind: 'digest',
    planId: plan.id,
    subject: group.key,
    period: periodOf(meeting),
    dueAt: meeting.digestAt,
    expiresAt: meeting.digestAt.add({ hours: DIGEST_LIFE_HOURS }),
    recipient: { kind: 'channel', groupKey: group.key },
    meeting,
  };
}
