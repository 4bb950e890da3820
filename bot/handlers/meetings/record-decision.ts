import type { FormProblem, MeetingContent } from '../../../plan/content.ts';
import { buildDecisionDialog } from '../../cards/decision-dialog.ts';
import { CHECKED_INPUT } from '../../cards/meeting-form.ts';
import type { MeetingData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
import type { Tools } from '../tools.ts';
import { afterSaving, findMeeting, NOT_READ, showMeetingForm } from './meeting-dialog.ts';

/** Opens the form of a decision for the meeting a button belongs to. */
export const openDecision = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<MeetingData>,
): Promise<DialogAnswer> => {
  const meeting = await findMeeting(turn, tools, data);
  return meeting?.meetingKey ? showDecision(meeting, tools) : NOT_READ;
};

/** Adds a decision to the record. Where it can't be taken, the form comes back as it was left. */
export const saveDecision = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<MeetingData>,
): Promise<DialogAnswer> => {
  const { planId, meetingKey, submissionKey } = data;
  if (!meetingKey) return NOT_READ;
  const { decision = '' } = inputs;
  const checked = inputs[CHECKED_INPUT] === 'true';
  const result = await asPerson(turn, tools, (actor) =>
    tools.useCases.recordDecision({ actor, planId, meetingKey, submissionKey, decision, checked }),
  );
  const { meeting, problems } = result;
  return afterSaving(result, () => showDecision(meeting, tools, { decision, checked, problems }));
};

const showDecision = (
  meeting: MeetingContent,
  tools: Tools,
  {
    decision = '',
    checked = false,
    problems = [],
  }: { decision?: string; checked?: boolean; problems?: readonly FormProblem[] } = {},
): DialogAnswer =>
  showMeetingForm(meeting, tools, {
    title: 'Record decision',
    build: (context) => buildDecisionDialog({ meeting, values: { decision }, checked, problems }, context),
  });
