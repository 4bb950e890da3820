import { type PlannedMeeting, rowOfPlanned, stateOf } from '../../plan/meetings/meetings.ts';
import type { Plan } from '../../plan/plan.ts';
import { indexOf } from '../../plan/plan-index.ts';
import type { Group, Meeting } from '../../plan/rows.ts';
import { markCardsDirty } from '../../store/check-in-cards.ts';
import type { Queryable } from '../../store/database.ts';
import { lockRow } from '../../store/mirror.ts';
import { lockPlan, raisePlanVersion } from '../../store/plan-versions.ts';
import { addRow, type Said } from '../write-row.ts';
import { changeMeeting, type MeetingChanges } from './change-meeting.ts';
import { meetingGone } from './meeting-refusals.ts';

/**
 * Changes a meeting as it stands now, whatever another process has made of it since the plan was read, and has its cards
 * drawn again. One that has no row yet gets one. The plan is locked, and its version raised where anything is changed.
 * @param meeting its row, or the row it would have
 * @param decide what to change of the row as it stands; `null` = nothing
 * @returns whether anything was changed
 * @throws AppError `STALE` for a meeting whose row was deleted since the plan was read
 */
export async function putMeeting(
  tx: Queryable,
  plan: Plan,
  meeting: Meeting,
  decide: (standing: Meeting) => MeetingChanges | null,
  said: Said = null,
): Promise<boolean> {
  await lockPlan(tx, plan.id);
  const wanted = decide(meeting);
  const isKnown = plan.meetings.some(({ key }) => key === meeting.key);
  if (!isKnown && wanted !== null && (await addMeeting(tx, plan, { ...meeting, ...wanted }, said)))
    return true;
  const locked = await lockRow(tx, plan.id, 'Meetings', meeting.key);
  if (locked === null) throw meetingGone('meeting was deleted while it was to be changed');
  const standing = { ...meeting, ...locked.row };
  const changes = decide(standing);
  if (changes === null) return false;
  await raisePlanVersion(tx, plan.id);
  await changeMeeting(tx, plan.id, standing, changes, said);
  await markCardsDirty(tx, plan.id, meeting.key);
  return true;
}

async function addMeeting(tx: Queryable, plan: Plan, meeting: Meeting, said: Said): Promise<boolean> {
  if (!(await addRow(tx, plan.id, { list: 'Meetings', row: meeting, said }))) return false;
  await raisePlanVersion(tx, plan.id);
  return true;
}

/** Opens the check-in of a meeting, making the meeting's row where there is none. Once, whoever else tries. */
export async function openMeeting(
  tx: Queryable,
  plan: Plan,
  group: Group,
  planned: PlannedMeeting,
  said: Said = null,
): Promise<boolean> {
  const meeting = indexOf(plan).meetings.get(planned.key) ?? rowOfPlanned(group, planned);
  return putMeeting(
    tx,
    plan,
    meeting,
    (standing) => (stateOf(standing) === 'Planned' ? { state: 'Open' } : null),
    said,
  );
}

/** Closes an open check-in and notes when. */
export function closing(standing: Meeting, now: Temporal.Instant): MeetingChanges | null {
  return standing.state === 'Open' ? { state: 'Closed', closedAt: noteOf(now) } : null;
}

/** Notes when a check-in was closed that somebody closed by hand in the list. */
export function notingClosing(standing: Meeting, now: Temporal.Instant): MeetingChanges | null {
  return standing.state === 'Closed' && standing.closedAt === null ? { closedAt: noteOf(now) } : null;
}

/** SharePoint drops fractions of a second; what is read back is to be what was written. */
function noteOf(now: Temporal.Instant): string {
  return now.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
}
