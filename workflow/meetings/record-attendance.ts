import type { MeetingResult } from '../../plan/content.ts';
import { attendanceWords, checkAttendance } from '../../plan/meeting-record/attendance.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { changeMeeting, lockMeeting } from './change-meeting.ts';
import { recordInMeeting } from './record-in-meeting.ts';

/** Records who is there, in place of what was recorded before. */
export async function recordAttendance(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['recordAttendance']>[0],
): Promise<MeetingResult> {
  const { meetingKey, attendees: said } = ask;
  return recordInMeeting(deps, ask, { meetingKey, attendees: said }, async (tx, { plan, owner, now }) => {
    const meeting = await lockMeeting(tx, plan, meetingKey);
    const { attendees, problems } = checkAttendance(plan, said);
    if (problems !== undefined) return { problems };
    await changeMeeting(tx, plan.id, meeting, { attendees }, { by: owner, now });
    return { words: attendanceWords(attendees.length) };
  });
}
