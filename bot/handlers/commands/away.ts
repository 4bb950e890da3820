import { readDays } from '../../../plan/personal/read-days.ts';
import { asPerson } from '../as-person.ts';
import { putAway, showAway } from '../personal/away.ts';
import { say } from '../tools.ts';
import type { Command } from './command.ts';

const HOW_TO_SAY =
  'Say when, like “away next week”, “away until Friday” or “away 7 to 11 March”. “away” alone opens a form, where you can also say who stands in.';
const ELSEWHERE = 'When you are away is between you and me: write it in our own chat.';

/** Enters an absence; who stands in stays as it is. */
export const awayCommand: Command = {
  names: [
    'away',
    ...['i’m', "i'm", 'im', 'i am', 'i’ll be', "i'll be", 'i will be'].flatMap((i) =>
      ['away', 'on leave', 'on holiday', 'off'].map((where) => `${i} ${where}`),
    ),
    'leave',
    'on leave',
    'on holiday',
  ],
  takesWords: true,
  meaning: 'In our chat: says that you are away and who stands in, like “away until 14 Feb”.',
  places: ['personal'],
  elsewhere: ELSEWHERE,

  async run(turn, tools, words) {
    if (words === '') return [await showAway(turn, tools, { data: {} })];
    const { today, deputy, submissionKey } = await asPerson(turn, tools, (actor) =>
      tools.useCases.viewPersonal({ actor }),
    );
    const days = readDays(words, today);
    if (days === null) return [say(HOW_TO_SAY)];
    return [await putAway(turn, tools, { submissionKey, away: { ...days, deputy } })];
  },
};

/** Ends an absence. */
export const backCommand: Command = {
  names: ['back', 'i’m back', "i'm back", 'im back', 'i am back'],
  meaning: 'In our chat: says that you are back.',
  places: ['personal'],
  elsewhere: ELSEWHERE,

  async run(turn, tools) {
    return [await putAway(turn, tools, { submissionKey: tools.newKey(), away: null })];
  },
};
