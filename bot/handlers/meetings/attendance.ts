import type { FormProblem, MeetingContent } from '../../../plan/content.ts';
import type { RowKey } from '../../../plan/rows.ts';
import { ATTENDANCE_INPUTS, buildAttendanceDialog } from '../../cards/attendance-dialog.ts';
import type { MeetingData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
import type { Tools } from '../tools.ts';
import { afterSaving, findMeeting, NOT_READ, showMeetingForm } from './meeting-dialog.ts';

/** Opens the list of who was there for the meeting a button belongs to. */
export const openAttendance = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<MeetingData>,
): Promise<DialogAnswer> => {
  const meeting = await findMeeting(turn, tools, data);
  if (!meeting?.meetingKey) return NOT_READ;
  const ticked = meeting.people.filter(({ wasThere }) => wasThere).map(({ key }) => key);
  return showAttendance(meeting, tools, ticked, []);
};

/** Records who was there. Nobody ticked is an answer too. */
export const saveAttendance = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<MeetingData>,
): Promise<DialogAnswer> => {
  const { planId, meetingKey, submissionKey } = data;
  if (!meetingKey) return NOT_READ;
  const ticked = ATTENDANCE_INPUTS.flatMap((input) => (inputs[input] ?? '').split(','));
  const attendees = [...new Set(ticked.map((key) => key.trim()).filter((key) => key !== ''))];
  const result = await asPerson(turn, tools, (actor) =>
    tools.useCases.recordAttendance({ actor, planId, meetingKey, submissionKey, attendees }),
  );
  const { meeting, problems } = result;
  return afterSaving(result, () => showAttendance(meeting, tools, attendees, problems));
};

const showAttendance = (
  meeting: MeetingContent,
  tools: Tools,
  ticked: readonly RowKey[],
  problems: readonly FormProblem[],
): DialogAnswer =>
  showMeetingForm(meeting, tools, {
    title: 'Attendance',
    build: (context) => buildAttendanceDialog({ meeting, ticked, problems }, context),
  });
