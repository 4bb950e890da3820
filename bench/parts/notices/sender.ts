import { createBotAuthentication, oauthScopeOf } from '../../../bot/authentication/bot-authentication.ts';
import { BotCredentialsFactory } from '../../../bot/authentication/credentials-factory.ts';
import { createConnector } from '../../../bot/connector/connector.ts';
import { createMessenger } from '../../../bot/connector/messenger.ts';
import { createOneAttemptHttpClient } from '../../../bot/connector/one-attempt-http-client.ts';
import type { BotSettings, Conversations } from '../../../bot/settings.ts';
import { findChannelConversation } from '../../../store/conversations.ts';
import type { Database } from '../../../store/database.ts';
import { NOW } from './many-alerts.ts';
import { makeReplica, type Replica } from './replica.ts';
import { createSentLog } from './sent-log.ts';

/** Where a sender sends, and as whom. */
export interface SenderPlace {
  readonly tenantId: string;
  readonly botAppId: string;
  /** With a slash at the end. */
  readonly serviceUrl: string;
}

const TIMEOUT_MS = 15_000;

/** A process that sends what the ledger holds as Milepost does, through the bot's own connector. */
export function makeSender(database: Database, { tenantId, botAppId, serviceUrl }: SenderPlace): Replica {
  const settings: BotSettings = {
    appId: botAppId,
    tenantId,
    allowedTenantIds: [tenantId],
    authentication: 'anonymous',
    channelServiceUrls: [serviceUrl],
    fileUrls: [],
    credential: null,
    sendTimeoutMs: TIMEOUT_MS,
    // The same words make the same request, so that the sandbox's log tells one that was made again.
    newKey: () => 'one-key',
  };
  const authentication = createBotAuthentication({
    settings,
    credentials: new BotCredentialsFactory(settings, null),
    httpClient: createOneAttemptHttpClient({ timeoutMs: TIMEOUT_MS, onUnauthorised: () => {} }),
  });
  const conversations: Conversations = {
    async serviceUrlFor(to) {
      if (to.kind !== 'channel') return null;
      return findChannelConversation(database, to.tenantId, to.channelId, to.teamId);
    },
    // Nobody is answered here.
    countSend: async () => {},
  };
  const messenger = createMessenger({
    connector: createConnector({ settings, authentication, audience: oauthScopeOf(settings) }),
    conversations,
    cardContext: () => ({ submissionKey: 'one-key', tabLink: () => 'https://teams.microsoft.com/' }),
  });
  const replica = makeReplica({ database, now: () => NOW, log: createSentLog(() => NOW) });
  return { ...replica, tenantId, messenger };
}
