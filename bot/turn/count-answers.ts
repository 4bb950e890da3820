import type { Log } from '../../workflow/ports/log.ts';
import type { SendOutcome } from '../../workflow/ports/messenger.ts';
import type { Connector } from '../connector/connector.ts';
import { factsOf } from '../log-facts.ts';
import type { Conversations } from '../settings.ts';
import { conversationIdOf } from './read-turn.ts';
import type { Turn } from './turn.ts';

/** Counts what is sent in answer to somebody. It is never kept waiting or refused, and not lost over a count that fails. */
export interface AnswerCounter {
  /** The turn, with its replies counted. */
  replies(turn: Turn): Turn;
  /** The connector, with what Teams took counted. */
  posts(connector: Connector): Connector;
}

export const createAnswerCounter = ({ countSend }: Conversations, log: Log): AnswerCounter => {
  const count = async (conversationId: string, tenantId: string): Promise<void> => {
    try {
      await countSend({ tenantId, conversationId });
    } catch (error) {
      log.warn(factsOf(error), 'A reply could not be counted');
    }
  };
  const counted = async (outcome: SendOutcome, tenantId: string): Promise<SendOutcome> => {
    if (outcome.status === 'sent') await count(outcome.conversationId, tenantId);
    return outcome;
  };

  return {
    replies: (turn) => ({
      ...turn,
      async reply(message) {
        await turn.reply(message);
        await count(conversationIdOf(turn.activity), turn.actor.tenantId);
      },
    }),
    posts: (connector) => ({
      ...connector,
      postToChannel: async (post) => counted(await connector.postToChannel(post), post.tenantId),
      sendToPerson: async (message) => counted(await connector.sendToPerson(message), message.tenantId),
    }),
  };
};
