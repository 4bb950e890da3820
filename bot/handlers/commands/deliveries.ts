import { AppError } from '../../../plan/errors.ts';
import { asPerson } from '../as-person.ts';
import { toDeliveriesReply } from '../deliveries-in-place.ts';
import type { Command } from './command.ts';

/** Who was reached in the last fortnight, one card for each plan the person is in. */
export const deliveriesCommand: Command = {
  names: ['deliveries', 'delivery', 'who was reached'],
  meaning:
    'In our chat: what reached the groups’ channels and what did not; for plan managers, everybody’s own messages too.',
  places: ['personal'],
  elsewhere: 'That is between you and me: write “deliveries” in our own chat.',

  async run(turn, tools) {
    const contents = await asPerson(turn, tools, async (actor) => {
      const plans = await tools.useCases.listPlans({ actor });
      if (plans.length === 0)
        throw new AppError({
          code: 'FORBIDDEN',
          message: 'the person is in no plan',
          userMessage: IN_NO_PLAN,
        });
      return Promise.all(plans.map(({ planId }) => tools.useCases.viewDeliveries({ actor, planId })));
    });
    return contents.map((content) => toDeliveriesReply(content, tools));
  },
};

const IN_NO_PLAN =
  'You are in no improvement plan, so there is nothing to show. A plan manager can add you to the Owners list.';
