import { AppError } from '../../plan/errors.ts';
import type { Actor } from '../../workflow/use-cases.ts';
import { factsOf } from '../log-facts.ts';
import type { Turn } from '../turn/turn.ts';
import type { Tools } from './tools.ts';

/**
 * Asks a use case in the name of the person who wrote or pressed. Somebody whom the plan knows by
 * e-mail only is refused at first: then, once, Teams' roster is asked for their address.
 * @throws AppError `FORBIDDEN` where Teams doesn't say who it is; whatever the use case throws.
 */
export const asPerson = async <Answer>(
  turn: Turn,
  { log }: Pick<Tools, 'log'>,
  ask: (actor: Actor) => Promise<Answer>,
): Promise<Answer> => {
  const { actor } = turn;
  if (!actor.entraObjectId) {
    throw new AppError({
      code: 'FORBIDDEN',
      message: 'The activity has no Entra object id of its sender.',
      userMessage:
        'Teams does not say who you are, so Milepost can’t take this from you. Guests and people from other organisations can ask the group’s chair to answer for them.',
    });
  }
  try {
    return await ask(actor);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'FORBIDDEN') throw error;
    const email = await emailOf(turn, log);
    if (!email) throw error;
    return ask({ ...actor, email });
  }
};

const emailOf = async (turn: Turn, log: Tools['log']): Promise<string | null> => {
  try {
    return await turn.findEmail();
  } catch (error) {
    log.warn(factsOf(error), 'The roster could not be read');
    return null;
  }
};
