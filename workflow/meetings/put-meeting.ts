import type { Plan } from '../../plan/plan.ts';
import type { Meeting, Owner } from '../../plan/rows.ts';
import { markCardsDirty } from '../../store/check-in-cards.ts';
import type { Queryable } from '../../store/database.ts';
import { insertRow, lockRow } from '../../store/mirror.ts';
import { queueWrite } from '../../store/outbox.ts';
import { lockPlan, raisePlanVersion } from '../../store/plan-versions.ts';
import { changeMeeting, type MeetingChanges } from './change-meeting.ts';
import { meetingGone } from './meeting-refusals.ts';

/** Who wants a meeting changed, and when; `null` for what Milepost does by itself. */
export type MeetingSaid = { readonly by: Owner; readonly now: Temporal.Instant } | null;

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
  said: MeetingSaid = null,
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

async function addMeeting(tx: Queryable, plan: Plan, meeting: Meeting, said: MeetingSaid): Promise<boolean> {
  if (!(await insertRow(tx, plan.id, 'Meetings', meeting))) return false;
  await raisePlanVersion(tx, plan.id);
  const { key, itemId: _unwritten, ...values } = meeting;
  await queueWrite(tx, plan.id, {
    list: 'Meetings',
    key,
    kind: 'create',
    changes: values,
    saidAt: said?.now.toString() ?? null,
    saidBy: said?.by.key ?? null,
  });
  return true;
}
