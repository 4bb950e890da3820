import type { Log } from '../workflow/ports/log.ts';
import type { Messenger } from '../workflow/ports/messenger.ts';
import type { UseCases } from '../workflow/use-cases.ts';
import { createBotAuthentication, oauthScopeOf } from './authentication/bot-authentication.ts';
import { BotCredentialsFactory } from './authentication/credentials-factory.ts';
import { requireSafeSettings } from './authentication/safe-settings.ts';
import { createTokenSource } from './authentication/token-source.ts';
import type { CardContext } from './cards/card.ts';
import { createConnector } from './connector/connector.ts';
import { createMessenger } from './connector/messenger.ts';
import { createOneAttemptHttpClient } from './connector/one-attempt-http-client.ts';
import { createFileTransfer } from './files/file-transfer.ts';
import { createTurnHandler } from './handlers/handle-turn.ts';
import type { BotSettings, Conversations, IncomingTurn, TabLink, TurnAnswer } from './settings.ts';
import { createAnswerCounter } from './turn/count-answers.ts';
import { createTurnReceiver } from './turn/receive-turn.ts';
import { createRecentKeys } from './turn/recent-keys.ts';
import { TurnAdapter } from './turn/turn-adapter.ts';

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

/**
 * Puts the bot together. Opens nothing: the first request or message does.
 * @throws AppError `BAD_CONFIG` for settings under which anybody could pass as Teams.
 */
export const createBot = ({
  settings,
  useCases,
  log,
  tabLink,
  calendarLink,
  conversations,
}: {
  readonly settings: BotSettings;
  readonly useCases: UseCases;
  readonly log: Log;
  readonly tabLink: TabLink;
  readonly calendarLink: (secret: string) => string;
  readonly conversations: Conversations;
}): Bot => {
  requireSafeSettings(settings);
  const { credential, sendTimeoutMs, newKey } = settings;
  const tokens = credential ? createTokenSource({ credential, timeoutMs: sendTimeoutMs }) : null;
  const authentication = createBotAuthentication({
    settings,
    credentials: new BotCredentialsFactory(settings, tokens),
    httpClient: createOneAttemptHttpClient({
      timeoutMs: sendTimeoutMs,
      onUnauthorised: () => tokens?.forget(),
    }),
  });
  const connector = createConnector({ settings, authentication, audience: oauthScopeOf(settings) });
  const answers = createAnswerCounter(conversations, log);
  const cardContext = (submissionKey = newKey()): CardContext => ({ submissionKey, tabLink });
  const tools = {
    useCases,
    log,
    connector: answers.posts(connector),
    files: createFileTransfer({ fileUrls: settings.fileUrls, timeoutMs: sendTimeoutMs }),
    once: createRecentKeys(),
    newKey,
    cardContext,
    calendarLink,
  };
  const onTurn = createTurnHandler(tools);
  return {
    handle: createTurnReceiver({
      settings,
      authentication,
      adapter: new TurnAdapter(authentication),
      onTurn: (turn) => onTurn(answers.replies(turn)),
      log,
    }),
    messenger: createMessenger({ connector, conversations, cardContext }),
  };
};
