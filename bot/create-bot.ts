import type { Log } from '../workflow/ports/log.ts';
import type { Messenger } from '../workflow/ports/messenger.ts';
import type { UseCases } from '../workflow/use-cases.ts';
import type { BotSettings, Conversations, IncomingTurn, TabLink, TurnAnswer } from './settings.ts';

export type {
  BotSettings,
  Conversations,
  IncomingTurn,
  KnownConversation,
  TabLink,
  TabTarget,
  TurnAnswer,
} from './settings.ts';

/** The bot: answers Teams, and sends what the workflow asks it to. */
export interface Bot {
  /** Answers one request to the bot's endpoint. Never throws. */
  handle(request: IncomingTurn): Promise<TurnAnswer>;
  readonly messenger: Messenger;
}

/** Puts the bot together. */
export const createBot = (_parts: {
  readonly settings: BotSettings;
  readonly useCases: UseCases;
  readonly log: Log;
  readonly tabLink: TabLink;
  readonly conversations: Conversations;
}): Bot => ({
  handle: async () => ({ status: 503 }),
  messenger: {
    send: async () => ({ status: 'permanent', code: 'NotReady' }),
    update: async () => ({ status: 'permanent', code: 'NotReady' }),
  },
});
