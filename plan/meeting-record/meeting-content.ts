import { todayIn } from '../calendar/dates.ts';
import type { MeetingContent } from '../content.ts';
import { groupItems, isClosed, itemsOf } from '../items.ts';
import { stateOf, wordsOfMeeting } from '../meetings/meetings.ts';
import { mayManageMeetings } from '../people.ts';
import type { Item, Plan } from '../plan.ts';
import type { Group, Meeting, Owner } from '../rows.ts';
import { peopleOf } from './attendance.ts';
import { decisionsOf } from './decision.ts';

/** A group's meeting as the dialogs about it show it to one person; `meeting` is `null` where there is none. */
export function buildMeeting(
  plan: Plan,
  {
    group,
    meeting,
    owner,
    submissionKey,
  }: {
    readonly group: Group;
    readonly meeting: Meeting | null;
    /** Who asks. */
    readonly owner: Owner;
    readonly submissionKey: string;
  },
): MeetingContent {
  const { timeZone } = plan.settings;
  const startsAt = meeting?.startsAt ? Temporal.Instant.from(meeting.startsAt) : null;
  return {
    planId: plan.id,
    planName: plan.name,
    groupKey: group.key,
    groupName: group.title,
    meetingKey: meeting?.key ?? null,
    state: meeting === null ? null : stateOf(meeting),
    meetingWords: meeting === null ? '' : wordsOfMeeting(meeting, timeZone),
    on: startsAt === null ? null : todayIn(startsAt, timeZone),
    time: startsAt === null ? null : timeIn(startsAt, timeZone),
    mayManage: mayManageMeetings(plan, owner, group),
    people: peopleOf(plan, group, meeting),
    attendanceRecorded: (meeting?.attendees.length ?? 0) > 0,
    recommendations: recommendationsFor(plan, group).map(({ ref, label, title }) => ({
      key: ref.key,
      label,
      title,
    })),
    decisions: meeting === null ? [] : decisionsOf(meeting),
    submissionKey,
  };
}

/** Open ones, the group's own first. */
function recommendationsFor(plan: Plan, group: Group): readonly Item[] {
  const isOffered = (item: Item) => item.ref.list === 'Recommendations' && !isClosed(item.stage);
  const own = groupItems(plan, group.key).filter(isOffered);
  return [...own, ...itemsOf(plan).filter((item) => isOffered(item) && item.group !== group.key)];
}

function timeIn(instant: Temporal.Instant, timeZone: string): string {
  const local = instant.toZonedDateTimeISO(timeZone).toPlainTime();
  return local.toString({ smallestUnit: 'minute' });
}
