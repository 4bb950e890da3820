import { readDay } from '../../../plan/meetings/when.ts';
import type { Actor } from '../../../workflow/use-cases.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import { cancelledWords, followingWords } from '../meetings/manage-words.ts';
import { say, type Tools } from '../tools.ts';
import type { Command } from './command.ts';

const HOW_TO_SAY =
  'Write “skip meeting” for the next meeting, or say which one, like “skip meeting 24 Jan 2022”.';

/** Cancels the group's next meeting, or the one of a given day; those after it stand. */
export const cancelMeetingCommand: Command = {
  names: ['skip meeting', 'cancel meeting', 'skip the meeting', 'cancel the meeting', 'skip next meeting'],
  takesWords: true,
  meaning: 'In a group’s channel, by its chair: cancels its next meeting; the one after it stands.',
  places: ['channel'],
  elsewhere: 'A meeting belongs to a group: write “skip meeting” in the group’s channel.',

  async run(turn, tools, words) {
    const { channelId } = turn;
    if (!channelId) return [say(cancelMeetingCommand.elsewhere)];
    return [say(await asPerson(turn, tools, (actor) => cancel(tools, { actor, channelId, words })))];
  },
};

/** Whoever says it twice means the same meeting: the next is cancelled only when it is named. */
const cancel = async (
  { useCases }: Tools,
  { actor, channelId, words }: { actor: Actor; channelId: NonNullable<Turn['channelId']>; words: string },
): Promise<string> => {
  const next = await useCases.viewNextMeeting({ actor, channelId });
  const on = words === '' ? undefined : readDay(words.replace(/^(?:on|of)\s+/, ''), next.meeting.on ?? '');
  if (on === null) return HOW_TO_SAY;
  const meant = on === undefined ? next : await useCases.viewNextMeeting({ actor, channelId, on });
  const { planId, meetingKey, state } = meant.meeting;
  if (meetingKey === null) return HOW_TO_SAY;
  const cancelled = await useCases.cancelMeeting({ actor, planId, meetingKey });
  const another =
    state === 'Cancelled' && meant.following
      ? ` To cancel that one too, write “skip meeting ${meant.following.on}”.`
      : '';
  return `${cancelledWords(cancelled)} ${followingWords(meant)}${another}`.trim();
};
