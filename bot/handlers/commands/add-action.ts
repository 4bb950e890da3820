import { offerForm } from '../meetings/offer-form.ts';
import type { Command } from './command.ts';

/** The form of a new action. */
export const addActionCommand: Command = {
  names: ['add action', 'new action', 'action'],
  meaning: 'In a group’s channel: adds an action to the plan.',
  places: ['channel'],
  elsewhere: 'An action belongs to a group: write “add action” in the group’s channel.',
  run: async (turn, tools) => [await offerForm(turn, tools, 'add-action')],
};
