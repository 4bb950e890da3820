import { CardFactory } from 'botbuilder';
import {
  type AnswerData,
  type CHOOSE_GROUP_VERB,
  type ChooseGroupData,
  type GroupData,
  type MeetingData,
  parseSubmission,
  type SaidData,
  type Submission,
  type SubmissionData,
  type Verb,
} from '../cards/submission.ts';
import type { InvokeAnswer, Turn } from '../turn/turn.ts';
import type { DialogAnswer } from './answers/dialog-answer.ts';
import { openItem } from './answers/open-item.ts';
import { openAnswers, saveDialog } from './answers/save-dialog.ts';
import { apologyFor, factsOfPress } from './apology.ts';
import { openComment, saveComment } from './co-production/comment.ts';
import { openEngagement, openOutcome, saveEngagement, saveOutcome } from './co-production/engagement.ts';
import { openRanking, saveRanking } from './co-production/rank.ts';
import { openReading, saveReading } from './co-production/reading.ts';
import { openSignOff, saveSignOff } from './co-production/sign-off.ts';
import { openAction, openForGroup, saveAction } from './meetings/add-action.ts';
import { openAttendance, saveAttendance } from './meetings/attendance.ts';
import { cancelMeeting, closeCheckIn, moveMeeting, openManaging } from './meetings/manage-meeting.ts';
import { openDecision, saveDecision } from './meetings/record-decision.ts';
import { CARD_NOT_READ, type Tools } from './tools.ts';

/** One step of a dialog: opens it, or takes what was filled in. */
export type DialogStep<Data extends SubmissionData> = (
  turn: Turn,
  tools: Tools,
  submission: Submission<Data>,
) => Promise<DialogAnswer>;

type DialogSteps = Partial<
  Record<AnswerData['verb'], DialogStep<AnswerData>> &
    Record<MeetingData['verb'], DialogStep<MeetingData>> &
    Record<typeof CHOOSE_GROUP_VERB, DialogStep<ChooseGroupData>> &
    Record<GroupData['verb'], DialogStep<GroupData>> &
    Record<SaidData['verb'], DialogStep<SaidData>>
>;

/** What each button opens that Teams asks a dialog for. */
const OPENS: Readonly<DialogSteps> = {
  'answer-mine': openAnswers,
  'add-action': openAction,
  'record-decision': openDecision,
  attendance: openAttendance,
  'manage-meeting': openManaging,
  rank: openRanking,
  'sign-off': openSignOff,
  'log-engagement': openEngagement,
  outcome: openOutcome,
  comment: openComment,
  reading: openReading,
};

/** What each button in a dialog does. */
const TAKES: Readonly<DialogSteps> = {
  'save-answers': saveDialog,
  'show-item': openItem,
  'save-action': saveAction,
  'choose-group': openForGroup,
  'save-decision': saveDecision,
  'save-attendance': saveAttendance,
  'close-check-in': closeCheckIn,
  'move-meeting': moveMeeting,
  'cancel-meeting': cancelMeeting,
  'save-ranking': saveRanking,
  'save-sign-off': saveSignOff,
  'save-engagement': saveEngagement,
  'save-outcome': saveOutcome,
  'save-comment': saveComment,
  'save-reading': saveReading,
};

/** Opens the dialog a button asks for. */
export const openDialog = (value: unknown, turn: Turn, tools: Tools): Promise<InvokeAnswer> =>
  answerDialog(value, turn, tools, OPENS);

/** Takes what was filled in in a dialog. */
export const submitDialog = (value: unknown, turn: Turn, tools: Tools): Promise<InvokeAnswer> =>
  answerDialog(value, turn, tools, TAKES);

const answerDialog = async (
  value: unknown,
  turn: Turn,
  tools: Tools,
  steps: Readonly<DialogSteps>,
): Promise<InvokeAnswer> => {
  const submission = parseSubmission(value);
  // Reading ties each verb to the data its step takes.
  const step =
    submission && (steps as Partial<Record<Verb, DialogStep<SubmissionData>>>)[submission.data.verb];
  if (!step) return toTaskAnswer({ kind: 'end', text: CARD_NOT_READ });
  try {
    return toTaskAnswer(await step(turn, tools, submission));
  } catch (error) {
    return toTaskAnswer({ kind: 'end', text: apologyFor(error, tools, factsOfPress(submission)) });
  }
};

/** A dialog's answer as Teams takes it; message extensions answer with the same. */
export const toTaskAnswer = (answer: DialogAnswer): InvokeAnswer => ({
  status: 200,
  body: {
    task:
      answer.kind === 'end'
        ? { type: 'message', value: answer.text }
        : {
            type: 'continue',
            value: {
              title: answer.title,
              width: 'medium',
              height: 'large',
              card: CardFactory.adaptiveCard(answer.card),
            },
          },
  },
});
