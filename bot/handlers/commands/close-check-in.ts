import { groupTitle } from '../../cards/wording.ts';
import { asPerson } from '../as-person.ts';
import { closedWords } from '../meetings/manage-words.ts';
import { say } from '../tools.ts';
import type { Command } from './command.ts';

/** Closes the group's open check-in. */
export const closeCheckInCommand: Command = {
  names: ['close check in', 'close check-in', 'close checkin', 'close the check in'],
  meaning: 'In a group’s channel, by its chair: closes the check-in and posts its summary.',
  places: ['channel'],
  elsewhere: 'A check-in belongs to a group: write “close check in” in the group’s channel.',

  async run(turn, tools) {
    const { channelId } = turn;
    if (!channelId) return [say(closeCheckInCommand.elsewhere)];
    const { useCases } = tools;
    const meeting = await asPerson(turn, tools, async (actor) => {
      const open = await useCases.viewChannelMeeting({ actor, channelId });
      const { planId, meetingKey } = open;
      return meetingKey === null ? open : useCases.closeCheckIn({ actor, planId, meetingKey });
    });
    if (meeting.meetingKey === null)
      return [say(`The ${groupTitle(meeting.groupName)} has no check-in open.`)];
    return [say(closedWords(meeting))];
  },
};
