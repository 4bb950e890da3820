import { todayIn } from '../calendar/dates.ts';
import { askedItems } from '../check-in.ts';
import type { GroupOverview } from '../content.ts';
import { countColours } from '../counts.ts';
import { groupItems, ownerName } from '../items.ts';
import { checksIn } from '../meetings/check-in-groups.ts';
import { meantMeeting } from '../meetings/find-meeting.ts';
import { wordsOfMeeting } from '../meetings/meetings.ts';
import { rhythmWords } from '../meetings/rhythm-words.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import { minuteOf, rememberOf } from '../remember-of.ts';
import type { Group, Meeting } from '../rows.ts';

/** How many check-ins back a group's participation is told. */
const CHECK_INS = 6;

const groups = rememberOf<Plan, readonly GroupOverview[]>(1);

/** The active groups of a plan and how their parts of it go, in the order of the list. */
export function groupsOf(plan: Plan, now: Temporal.Instant): readonly GroupOverview[] {
  return groups(plan, minuteOf(now), () => workedOut(plan, now));
}

function workedOut(plan: Plan, now: Temporal.Instant): readonly GroupOverview[] {
  const today = todayIn(now, plan.settings.timeZone);
  return plan.groups
    .filter(({ active }) => active !== false)
    .map((group) => {
      const items = groupItems(plan, group.key);
      const next = meantMeeting(plan, group, now, { held: true });
      return {
        key: group.key,
        name: group.title,
        kind: group.kind,
        chairName: ownerName(plan, group.chair),
        rhythmWords: rhythmWords(group, plan.settings),
        nextMeetingWords: next === null ? null : wordsOfMeeting(next, plan.settings.timeZone),
        channelUrl: channelUrl(group),
        counts: countColours(items, plan.settings, today),
        itemCount: items.length,
        checkIns: checksIn(group) ? checkInsOf(plan, group, now) : [],
      };
    });
}

function checkInsOf(plan: Plan, group: Group, now: Temporal.Instant): GroupOverview['checkIns'] {
  return indexOf(plan)
    .meetingsOf(group.key)
    .filter(wasOpened)
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
    .slice(-CHECK_INS)
    .map((meeting) => {
      const asked = askedItems(plan, meeting, now);
      return {
        meetingWords: wordsOfMeeting(meeting, plan.settings.timeZone),
        on: todayIn(Temporal.Instant.from(meeting.startsAt), plan.settings.timeZone),
        answeredCount: asked.filter((one) => one.answer !== null).length,
        askedCount: asked.length,
        isOpen: meeting.state === 'Open',
      };
    });
}

function wasOpened(meeting: Meeting): meeting is Meeting & { startsAt: string } {
  return meeting.startsAt !== null && (meeting.state === 'Open' || meeting.state === 'Closed');
}

/** @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
function channelUrl({ teamId, channelId, title }: Group): string | null {
  if (teamId === null || channelId === null) return null;
  const path = [channelId, title].map(encodeURIComponent).join('/');
  return `https://teams.microsoft.com/l/channel/${path}?${new URLSearchParams({ groupId: teamId })}`;
}
