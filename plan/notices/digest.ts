import type { PlannedMeeting } from '../meetings/meetings.ts';
import { indexOf } from '../plan-index.ts';
import type { Group } from '../rows.ts';
import { checkInGroups, meetingsAround } from './check-in-opening.ts';
import { type DueNotice, isTimely, type NoticeAsk, periodOf } from './notice.ts';

/** After an outage nothing older than this is posted. */
const DIGEST_LIFE_HOURS = 72;

/** One digest for each meeting whose check-in was held and closed; only the latest of a group. */
export function dueDigests(ask: NoticeAsk): DueNotice[] {
  return checkInGroups(ask.plan).flatMap((group) => {
    const due = meetingsAround(ask, group)
      .filter((meeting) => indexOf(ask.plan).meetings.get(meeting.key)?.state === 'Closed')
      .map((meeting) => noticeOf(group, meeting))
      .filter((notice) => isTimely(notice, ask));
    return due.slice(-1);
  });
}

function noticeOf(group: Group, meeting: PlannedMeeting): DueNotice {
  return {
    kind: 'digest',
    subject: group.key,
    period: periodOf(meeting),
    dueAt: meeting.digestAt,
    expiresAt: meeting.digestAt.add({ hours: DIGEST_LIFE_HOURS }),
    recipient: { kind: 'channel', groupKey: group.key },
    meeting,
  };
}
