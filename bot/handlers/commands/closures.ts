import { asPerson } from '../as-person.ts';
import { toClosuresReply } from '../calendar/closures.ts';
import type { Command } from './command.ts';

/** When the plans are closed or quiet that the person manages, one card each. */
export const closuresCommand: Command = {
  names: ['closures', 'closure', 'holidays', 'quiet days'],
  meaning:
    'In our chat, by plan managers: days on which the plan is closed or quiet. Send me an .ics or .csv of school terms to import them.',
  places: ['personal'],
  elsewhere: 'That is between plan managers and me: write “closures” in our own chat.',

  async run(turn, tools) {
    const all = await asPerson(turn, tools, (actor) => tools.useCases.listClosures({ actor }));
    return all.map((content) => toClosuresReply(content, tools));
  },
};
