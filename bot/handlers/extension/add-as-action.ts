import { AppError } from '../../../plan/errors.ts';
import type { Turn } from '../../turn/turn.ts';
import type { DialogAnswer } from '../answers/dialog-answer.ts';
import { asPerson } from '../as-person.ts';
import { chooseGroup, showAction } from '../meetings/add-action.ts';
import type { Tools } from '../tools.ts';
import { draftOf, type TeamsMessage } from './message-draft.ts';

/** `Add as action` on a message: the form of a new action, filled from it. */
export const addAsAction = async (
  turn: Turn,
  tools: Tools,
  message: TeamsMessage | null,
): Promise<DialogAnswer> => {
  const draft = draftOf(message);
  const meeting = await findChannelMeeting(turn, tools);
  return meeting === null ? chooseGroup(turn, tools, draft) : showAction(meeting, tools, draft);
};

/** `null` outside the channel of a group the person may add to: they may have another group to take it on. */
const findChannelMeeting = async (turn: Turn, tools: Tools) => {
  const { channelId } = turn;
  if (channelId === null) return null;
  try {
    return await asPerson(turn, tools, (actor) => tools.useCases.viewChannelMeeting({ actor, channelId }));
  } catch (error) {
    if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')) return null;
    throw error;
  }
};
