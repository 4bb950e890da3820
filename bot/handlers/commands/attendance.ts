import { offerForm } from '../meetings/offer-form.ts';
import type { Command } from './command.ts';

/** The list of who was there. */
export const attendanceCommand: Command = {
  names: ['attendance', 'who was there', 'present'],
  meaning: 'In a group’s channel: records who was at its meeting.',
  places: ['channel'],
  elsewhere: 'Who was there belongs to a group’s meeting: write “attendance” in the group’s channel.',
  run: async (turn, tools) => [await offerForm(turn, tools, 'attendance')],
};
