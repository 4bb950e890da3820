import { addDays, todayIn } from '../calendar/dates.ts';
import { isChairOf, isMemberOf } from '../people.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, Owner } from '../rows.ts';
import { checkInGroups } from './check-in-groups.ts';
import { openMeetingOf } from './find-meeting.ts';
import { calendarOf, type PlannedMeeting, stateOf } from './meetings.ts';

/** A meeting in Teams is taken for a group's own when it starts this close to it. */
const NEAR_HOURS = 2;

/** A group whose meeting a meeting in Teams may be. */
export interface StartedGroup {
  readonly plan: Plan;
  readonly group: Group;
  /** It meets within two hours of now. */
  readonly isNear: boolean;
  /** The title of the meeting in Teams names it. */
  readonly isNamed: boolean;
}

/** The groups of a person that a meeting they started in Teams may belong to: by the clock, or by its title. */
export function startedGroups(
  plan: Plan,
  {
    owner,
    title,
    now,
  }: { readonly owner: Owner; readonly title: string | null; readonly now: Temporal.Instant },
): readonly StartedGroup[] {
  return checkInGroups(plan)
    .filter((group) => isMemberOf(owner, group.key) || isChairOf(plan, owner, group))
    .map((group) => ({
      plan,
      group,
      isNear: meetingsAround(plan, group, now).some((meeting) => hoursFrom(meeting, now) <= NEAR_HOURS),
      isNamed: title !== null && names(title, group.title),
    }))
    .filter(({ isNear, isNamed }) => isNear || isNamed);
}

/** The one group it is: the only one both near and named, else the only one at all; `null` while that can't be told. */
export function groupStarted(groups: readonly StartedGroup[]): StartedGroup | null {
  const certain = groups.filter(({ isNear, isNamed }) => isNear && isNamed);
  const found = certain.length > 0 ? certain : groups;
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * The check-in that is to open because a group's meeting has started: of today's meeting, the nearest to now, where it
 * has not been opened yet. `null` where the group has one open, or does not meet today.
 */
export function checkInToOpen(plan: Plan, group: Group, now: Temporal.Instant): PlannedMeeting | null {
  const { meetings } = indexOf(plan);
  if (openMeetingOf(plan, group.key) !== null) return null;
  const today = todayIn(now, plan.settings.timeZone);
  const [nearest] = meetingsAround(plan, group, now)
    .filter(({ on }) => on === today)
    .toSorted((one, other) => hoursFrom(one, now) - hoursFrom(other, now));
  if (nearest === undefined) return null;
  return stateOf(meetings.get(nearest.key)) === 'Planned' ? nearest : null;
}

function meetingsAround(plan: Plan, group: Group, now: Temporal.Instant): readonly PlannedMeeting[] {
  const today = todayIn(now, plan.settings.timeZone);
  return calendarOf(plan, group, { from: addDays(today, -1), to: addDays(today, 1) });
}

function hoursFrom({ startsAt }: PlannedMeeting, now: Temporal.Instant): number {
  return Math.abs(now.since(startsAt).total('hours'));
}

/** Whether a group's name stands in a title as words of its own: `Data` is not in `Database review`. */
function names(title: string, groupName: string): boolean {
  const wordsOf = (text: string) =>
    ` ${
      text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? ''
    } `;
  const name = wordsOf(groupName);
  return name.trim() !== '' && wordsOf(title).includes(name);
}
