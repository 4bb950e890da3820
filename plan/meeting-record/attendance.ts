import type { FormProblem, PersonChoice } from '../content.ts';
import { isChairOf, isMemberOf } from '../people.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, Meeting, Owner, RowKey } from '../rows.ts';

/** Who was there, in the order of the plan's people; or why it can't be taken. */
export type AttendanceOutcome =
  | { readonly problems: readonly FormProblem<'attendees'>[]; readonly attendees?: undefined }
  | { readonly problems?: undefined; readonly attendees: readonly RowKey[] };

/** Judges who is said to have been there. Nobody is an answer too. */
export function checkAttendance(plan: Plan, said: readonly RowKey[]): AttendanceOutcome {
  const { owners } = indexOf(plan);
  if (said.some((key) => !owners.has(key))) {
    const message = 'Somebody you ticked is no longer in the plan. Look through the ticks and save again.';
    return { problems: [{ field: 'attendees', message }] };
  }
  return { attendees: plan.owners.filter(({ key }) => said.includes(key)).map(({ key }) => key) };
}

/** `Recorded that 5 people were there.` */
export function attendanceWords(count: number): string {
  if (count === 0) return 'Recorded that nobody was there.';
  return `Recorded that ${count} ${count === 1 ? 'person was' : 'people were'} there.`;
}

/** Everybody who may own an action or attend: members of the group first, then the others, each by name. */
export function peopleOf(plan: Plan, group: Group, meeting: Meeting | null): readonly PersonChoice[] {
  const present = new Set(meeting === null ? [] : presentAt(plan, meeting));
  return plan.owners
    .map((owner) => ({
      key: owner.key,
      entraObjectId: owner.entraObjectId?.trim() || null,
      name: owner.title,
      isMember: isInGroup(plan, owner, group),
      wasThere: present.has(owner.key),
    }))
    .toSorted(
      (one, other) => Number(other.isMember) - Number(one.isMember) || one.name.localeCompare(other.name),
    );
}

/** As recorded; before anybody did, who has answered the meeting's check-in. */
function presentAt(plan: Plan, meeting: Meeting): readonly RowKey[] {
  if (meeting.attendees.length > 0) return meeting.attendees;
  return plan.updates.flatMap((update) =>
    update.meeting === meeting.key && update.by !== null ? [update.by] : [],
  );
}

function isInGroup(plan: Plan, owner: Owner, group: Group): boolean {
  return isMemberOf(owner, group.key) || isChairOf(plan, owner, group);
}
