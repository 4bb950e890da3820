import type { MeetingContent } from '../../../plan/content.ts';
import { AppError } from '../../../plan/errors.ts';
import {
  buildCancelMeetingDialog,
  buildManageMeetingDialog,
  ON_INPUT,
  TIME_INPUT,
} from '../../cards/manage-meeting-dialog.ts';
import type { MeetingData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
import type { Tools } from '../tools.ts';
import { cancelledWords, closedWords, movedWords, onlyManagers } from './manage-words.ts';
import { findMeeting, NOT_READ, showMeetingForm } from './meeting-dialog.ts';

/** Opens the choice of what the person may do with a meeting. */
export const openManaging = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<MeetingData>,
): Promise<DialogAnswer> => {
  const meeting = await findMeeting(turn, tools, data);
  if (!meeting?.meetingKey) return NOT_READ;
  if (!meeting.mayManage) return { kind: 'end', text: onlyManagers(meeting) };
  if (meeting.state === 'Closed') return { kind: 'end', text: closedWords(meeting) };
  return showManaging(meeting, tools);
};

/** Closes the check-in. */
export const closeCheckIn = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<MeetingData>,
): Promise<DialogAnswer> => {
  const { planId, meetingKey } = data;
  if (!meetingKey) return NOT_READ;
  const meeting = await asPerson(turn, tools, (actor) =>
    tools.useCases.closeCheckIn({ actor, planId, meetingKey }),
  );
  return { kind: 'end', text: closedWords(meeting) };
};

/** Moves the meeting. Where it can't move there, the dialog comes back as it was left. */
export const moveMeeting = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<MeetingData>,
): Promise<DialogAnswer> => {
  const { planId, meetingKey } = data;
  if (!meetingKey) return NOT_READ;
  const on = inputs[ON_INPUT] ?? '';
  const time = inputs[TIME_INPUT] ?? '';
  try {
    const meeting = await asPerson(turn, tools, (actor) =>
      tools.useCases.moveMeeting({ actor, planId, meetingKey, on, time }),
    );
    return { kind: 'end', text: movedWords(meeting) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'BAD_INPUT' || !error.userMessage) throw error;
    const meeting = await findMeeting(turn, tools, data);
    return meeting === null
      ? NOT_READ
      : showManaging(meeting, tools, { on, time, problem: error.userMessage });
  }
};

/** Cancels the meeting, once the person has said that they are sure. */
export const cancelMeeting = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<MeetingData>,
): Promise<DialogAnswer> => {
  const { planId, meetingKey, sure } = data;
  if (!meetingKey) return NOT_READ;
  if (!sure) {
    const meeting = await findMeeting(turn, tools, data);
    if (meeting === null) return NOT_READ;
    return showMeetingForm(meeting, tools, {
      title: 'Cancel the meeting',
      build: (context) => buildCancelMeetingDialog(meeting, context),
    });
  }
  const meeting = await asPerson(turn, tools, (actor) =>
    tools.useCases.cancelMeeting({ actor, planId, meetingKey }),
  );
  return { kind: 'end', text: cancelledWords(meeting) };
};

const showManaging = (
  meeting: MeetingContent,
  tools: Tools,
  {
    on = meeting.on ?? '',
    time = meeting.time ?? '',
    problem = '',
  }: { on?: string; time?: string; problem?: string } = {},
): DialogAnswer =>
  showMeetingForm(meeting, tools, {
    title: 'Manage the meeting',
    build: (context) => buildManageMeetingDialog({ meeting, on, time, problem }, context),
  });
