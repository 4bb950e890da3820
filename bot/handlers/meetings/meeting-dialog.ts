import type { MeetingContent, MeetingResult } from '../../../plan/content.ts';
import type { CardContext, CardJson } from '../../cards/card.ts';
import type { MeetingData } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
import { CARD_NOT_READ, type Tools } from '../tools.ts';

/** Nothing more is recorded of a meeting that was not held. */
const CANCELLED = 'This meeting was cancelled, so nothing can be recorded for it.';

/** What ends a dialog whose card can't be understood. */
export const NOT_READ: DialogAnswer = { kind: 'end', text: CARD_NOT_READ };

/** The meeting a button belongs to, or the group's open one. `null` = the button names neither. */
export const findMeeting = async (
  turn: Turn,
  { useCases, log }: Tools,
  { planId, groupKey, meetingKey }: MeetingData,
): Promise<MeetingContent | null> => {
  if (meetingKey)
    return asPerson(turn, { log }, (actor) => useCases.viewMeeting({ actor, planId, meetingKey }));
  if (!groupKey) return null;
  return asPerson(turn, { log }, (actor) => useCases.viewGroupMeeting({ actor, planId, groupKey }));
};

/** Shows a form about a meeting; where it was cancelled, says so instead. */
export const showMeetingForm = (
  meeting: MeetingContent,
  tools: Tools,
  form: { readonly title: string; readonly build: (context: CardContext) => CardJson },
): DialogAnswer =>
  meeting.state === 'Cancelled'
    ? { kind: 'end', text: CANCELLED }
    : { kind: 'form', title: form.title, card: form.build(tools.cardContext(meeting.submissionKey)) };

/** What was done ends the dialog; where nothing was, it comes back. */
export const afterSaving = (
  { words, problems }: MeetingResult,
  showAgain: () => DialogAnswer,
): DialogAnswer => (problems.length === 0 ? { kind: 'end', text: words } : showAgain());
