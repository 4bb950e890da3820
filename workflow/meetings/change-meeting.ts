import type { Plan, PlanId } from '../../plan/plan.ts';
import type { Meeting, RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { lockRow } from '../../store/mirror.ts';
import { changeRow, type Said } from '../write-row.ts';
import { meetingGone } from './meeting-refusals.ts';

/** The meeting as it stands now, locked until the transaction ends: two who record at once add to each other's. */
export async function lockMeeting(tx: Queryable, plan: Plan, meetingKey: RowKey): Promise<Meeting> {
  const locked = await lockRow(tx, plan.id, 'Meetings', meetingKey);
  const known = plan.meetings.find(({ key }) => key === meetingKey);
  if (locked !== null && known !== undefined) return { ...known, ...locked.row };
  throw meetingGone('meeting was deleted while something was recorded in it');
}

/** What is changed of a meeting's row. */
export type MeetingChanges = Partial<
  Pick<Meeting, 'title' | 'startsAt' | 'state' | 'attendees' | 'decisions' | 'closedAt'>
>;

/** Changes some values of a meeting, here at once and soon in SharePoint. `said` is left out for what Milepost does by itself. */
export async function changeMeeting(
  tx: Queryable,
  planId: PlanId,
  meeting: Meeting,
  changes: MeetingChanges,
  said: Said = null,
): Promise<void> {
  await changeRow(tx, planId, { list: 'Meetings', key: meeting.key, standing: meeting, changes, said });
}
