import { readWhen } from '../../../plan/meetings/when.ts';
import { asPerson } from '../as-person.ts';
import { movedWords } from '../meetings/manage-words.ts';
import { say } from '../tools.ts';
import type { Command } from './command.ts';

const HOW_TO_SAY =
  'Say where the next meeting moves to, like “move meeting 26 Jan 2022 14:00”. Without a time it keeps its own.';

/** Moves the group's next meeting. */
export const moveMeetingCommand: Command = {
  names: ['move meeting', 'move the meeting', 'move next meeting'],
  takesWords: true,
  meaning: 'In a group’s channel, by its chair: moves its next meeting, like “move meeting 26 Jan 14:00”.',
  places: ['channel'],
  elsewhere: 'A meeting belongs to a group: write “move meeting” in the group’s channel.',

  async run(turn, tools, words) {
    const { channelId } = turn;
    if (!channelId) return [say(moveMeetingCommand.elsewhere)];
    const { useCases } = tools;
    const moved = await asPerson(turn, tools, async (actor) => {
      const { meeting } = await useCases.viewNextMeeting({ actor, channelId, held: true });
      const { planId, meetingKey, on, time } = meeting;
      const when = on === null ? null : readWhen(words, on);
      if (when === null || meetingKey === null) return null;
      return useCases.moveMeeting({ actor, planId, meetingKey, on: when.on, time: when.time ?? time ?? '' });
    });
    return [say(moved === null ? HOW_TO_SAY : movedWords(moved))];
  },
};
