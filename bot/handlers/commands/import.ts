import { HOW_TO_SEND } from '../files/receive-files.ts';
import { say } from '../tools.ts';
import type { Command } from './command.ts';

/** How to import: the file itself is what is sent. */
export const importCommand: Command = {
  names: ['import'],
  meaning: 'In our chat, by plan managers: attach the plan as a file, and see what it would change.',
  places: ['personal'],
  elsewhere: 'Files are sent in our own chat: write “import” there to see how.',
  run: async () => [say(HOW_TO_SEND)],
};
