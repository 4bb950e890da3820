import { showSettings } from '../personal/settings.ts';
import type { Command } from './command.ts';

/** How the person is written to. */
export const settingsCommand: Command = {
  names: ['settings', 'preferences', 'quiet hours'],
  meaning: 'In our chat: when and about what you are written to.',
  places: ['personal'],
  elsewhere: 'Your settings are between you and me: write “settings” in our own chat.',
  run: async (turn, tools) => [await showSettings(turn, tools, { data: {} })],
};
