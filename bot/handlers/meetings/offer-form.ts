import { buildOpenFormCard, FORM_BUTTONS, type FormVerb } from '../../cards/open-form-card.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import { type Reply, say, type Tools } from '../tools.ts';

/** Forms that belong to a meeting. An action may be added without one; the others go with the last one as well. */
const NEEDS_MEETING: readonly FormVerb[] = ['record-decision', 'attendance'];

/** The button that opens a form for the group of the channel it was asked for in. */
export const offerForm = async (turn: Turn, tools: Tools, verb: FormVerb): Promise<Reply> => {
  const { channelId } = turn;
  if (channelId === null) return say('This belongs to a group: write it in the group’s channel.');
  const orLast = NEEDS_MEETING.includes(verb);
  const meeting = await asPerson(turn, tools, (actor) =>
    tools.useCases.viewChannelMeeting({ actor, channelId, orLast }),
  );
  if (orLast && meeting.meetingKey === null) return say(NO_MEETING);
  const card = buildOpenFormCard({ verb, meeting }, tools.cardContext(meeting.submissionKey));
  return { kind: 'card', card, summary: FORM_BUTTONS[verb] };
};

const NO_MEETING =
  'This group has no meeting yet to record that for. Write “check in” to open the check-in of its next one.';
