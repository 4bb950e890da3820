import { waitsForWork } from '../calendar/working-hours.ts';
import { buildDigest } from '../digest/index.ts';
import { checkInGroups } from '../meetings/check-in-groups.ts';
import { meetingsInState, type PlannedMeeting } from '../meetings/meetings.ts';
import type { Plan } from '../plan.ts';
import type { Group } from '../rows.ts';
import { daysAround } from './check-in.ts';
import { type ChannelRule, type DueNotice, isTimely, periodOf } from './notice.ts';
import { spreadMinutes } from './spread.ts';

/** After an outage nothing older than this is posted. */
const DIGEST_LIFE_HOURS = 72;

/** One digest for each meeting whose check-in was held and closed; only the latest of a group, a late one in working hours. */
export const digestRule: ChannelRule = {
  kind: 'digest',
  due: (ask) =>
    checkInGroups(ask.plan).flatMap((group) => {
      const due = meetingsInState(ask.plan, group, 'Closed', daysAround(ask))
        .map((meeting) => noticeOf(ask.plan, group, meeting))
        .filter((notice) => isTimely(notice, ask) && !waitsForWork(ask.plan, notice, ask.now));
      return due.slice(-1);
    }),
  content: ({ plan, group, meeting, now }) =>
    meeting === null ? null : buildDigest(plan, group, meeting, now),
};

/** When a digest goes out: at its time, spread over some minutes where a plan has many groups. */
export function digestDueAt(
  plan: Plan,
  { key }: Pick<Group, 'key'>,
  { digestAt }: Pick<PlannedMeeting, 'digestAt'>,
): Temporal.Instant {
  return digestAt.add({ minutes: spreadMinutes(key, plan.groups.length) });
}

function noticeOf(plan: Plan, group: Group, meeting: PlannedMeeting): DueNotice {
  return {
    kind: 'digest',
    planId: plan.id,
    subject: group.key,
    period: periodOf(meeting),
    dueAt: digestDueAt(plan, group, meeting),
    expiresAt: meeting.digestAt.add({ hours: DIGEST_LIFE_HOURS }),
    recipient: { kind: 'channel', groupKey: group.key },
    meeting,
  };
}
