import type { MeetingContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate } from './card.ts';
import { meetingData, meetingHint } from './meeting-form.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { submissionData } from './submission.ts';
import cancelTemplate from './templates/cancel-meeting-dialog.json' with { type: 'json' };
import manageTemplate from './templates/manage-meeting-dialog.json' with { type: 'json' };
import { groupTitle } from './wording.ts';

const manageCard = createTemplate(manageTemplate);
const cancelCard = createTemplate(cancelTemplate);

/** The inputs of the day and the time a meeting moves to. */
export const ON_INPUT = 'on';
export const TIME_INPUT = 'time';

/** What a chair may do with a meeting, new or as they left it. */
export interface ManageMeetingContent {
  readonly meeting: MeetingContent;
  /** What stands in the inputs. */
  readonly on: string;
  readonly time: string;
  /** Why the meeting can't be moved there; blank = nothing is wrong. */
  readonly problem: string;
}

/** Close its check-in, move it, cancel it. */
export const buildManageMeetingDialog = (
  { meeting, on, time, problem }: ManageMeetingContent,
  context: CardContext,
): CardJson => {
  const heading = `Meeting of the ${groupTitle(meeting.groupName)}`;
  const data = meetingData(meeting, context.submissionKey);
  return manageCard.expandCard({
    fallbackText: heading,
    heading: markdownText(heading, NAME_LENGTH + 30),
    hint: meetingHint(meeting, 'Its check-in goes with it.'),
    canClose: meeting.state === 'Open',
    problem: lineOf(problem, 2 * NOTE_LENGTH),
    on: lineOf(on, NOTE_LENGTH),
    time: lineOf(time, NOTE_LENGTH),
    close: submissionData({ verb: 'close-check-in', ...data }),
    move: submissionData({ verb: 'move-meeting', ...data }),
    cancel: submissionData({ verb: 'cancel-meeting', ...data }),
  });
};

/** Asks whether the meeting is really to be cancelled. */
export const buildCancelMeetingDialog = (meeting: MeetingContent, context: CardContext): CardJson => {
  const heading = `Cancel the meeting of ${meeting.meetingWords}?`;
  return cancelCard.expandCard({
    fallbackText: heading,
    heading,
    consequences: `The ${groupTitle(meeting.groupName)} does not meet then. Its check-in takes no more answers and is not summed up; what was answered stays. The next meeting stands.`,
    cancel: submissionData({
      verb: 'cancel-meeting',
      sure: true,
      ...meetingData(meeting, context.submissionKey),
    }),
  });
};
