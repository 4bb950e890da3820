import { readSnooze } from '../../../plan/personal/read-snooze.ts';
import { asPerson } from '../as-person.ts';
import { showSnooze, snoozeUntil } from '../personal/snooze.ts';
import { say } from '../tools.ts';
import type { Command } from './command.ts';

const HOW_TO_SAY =
  'Say how long, like “snooze 3 days”, “snooze until Monday” or “snooze for two weeks”. “snooze” alone lets you choose.';

/** Holds reminders back. */
export const snoozeCommand: Command = {
  names: ['snooze', 'snooze my reminders', 'snooze reminders'],
  takesWords: true,
  meaning: 'In our chat: holds your reminders back, like “snooze 3 days”.',
  places: ['personal'],
  elsewhere: 'Your reminders are between you and me: write “snooze” in our own chat.',

  async run(turn, tools, words) {
    if (words === '') return [await showSnooze(turn, tools, { data: {} })];
    const { today, submissionKey } = await asPerson(turn, tools, (actor) =>
      tools.useCases.viewPersonal({ actor }),
    );
    const until = readSnooze(words, today);
    return [until === null ? say(HOW_TO_SAY) : await snoozeUntil(turn, tools, { submissionKey, until })];
  },
};
