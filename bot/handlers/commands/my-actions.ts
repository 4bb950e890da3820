import { nothingToAnswer, showForm } from '../answers/show-form.ts';
import { asPerson } from '../as-person.ts';
import type { Command } from './command.ts';

/** A person's open items, one card per plan. */
export const myActionsCommand: Command = {
  names: ['my actions', 'my action', 'actions', 'my items'],
  meaning: 'In our chat: what is yours in every plan, to answer in place.',
  places: ['personal'],
  elsewhere: 'Your actions are between you and me: write “my actions” in our own chat.',

  async run(turn, tools) {
    const forms = await asPerson(turn, tools, (actor) => tools.useCases.myActions({ actor }));
    const cards = forms.filter((form) => form.questions.length > 0).map((form) => showForm(form, tools));
    return cards.length > 0 ? cards : [nothingToAnswer(tools)];
  },
};
