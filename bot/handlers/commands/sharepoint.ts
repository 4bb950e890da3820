import { AppError } from '../../../plan/errors.ts';
import { asPerson } from '../as-person.ts';
import { FOR_PLAN_MANAGERS, toListsStateReply } from '../lists-in-place.ts';
import type { Command } from './command.ts';

/** How the SharePoint lists stand, one card for each plan the person manages. */
export const sharepointCommand: Command = {
  names: ['sharepoint', 'sync', 'lists'],
  meaning: 'In our chat, by plan managers: how the SharePoint lists stand, and what needs a look.',
  places: ['personal'],
  elsewhere: 'That is between plan managers and me: write “sharepoint” in our own chat.',

  async run(turn, tools) {
    const states = await asPerson(turn, tools, async (actor) => {
      const found = await tools.useCases.viewListsState({ actor });
      if (found.length > 0) return found;
      throw new AppError({
        code: 'FORBIDDEN',
        message: 'the person manages no plan',
        userMessage: FOR_PLAN_MANAGERS,
      });
    });
    return states.map((state) => toListsStateReply(state, tools));
  },
};
