import { offerForm } from '../meetings/offer-form.ts';
import type { Command } from './command.ts';

/** The form of a decision. */
export const decisionCommand: Command = {
  names: ['decision', 'record decision', 'decisions'],
  meaning: 'In a group’s channel: records a decision of its meeting.',
  places: ['channel'],
  elsewhere: 'A decision belongs to a group’s meeting: write “decision” in the group’s channel.',
  run: async (turn, tools) => [await offerForm(turn, tools, 'record-decision')],
};
