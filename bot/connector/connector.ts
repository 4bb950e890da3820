import type { Activity } from 'botbuilder';
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';
import type { SendOutcome } from '../../workflow/ports/messenger.ts';
import { isAllowedServiceUrl } from '../authentication/service-urls.ts';
import type { BotSettings } from '../settings.ts';
import { type OutgoingMessage, toActivity } from './outgoing-message.ts';
import { outcomeOf, SendFailure, TOKEN_UNAVAILABLE } from './send-failure.ts';

/** A place in Teams, and the bot's name there. */
interface Place {
  readonly serviceUrl: string;
  readonly botId: string;
  readonly tenantId: string;
}

/**
 * Sends outside of a turn. One attempt per call, and a second with a new token where Teams refused the first; answers what
 * became of it and never throws.
 */
export interface Connector {
  /** A new post of its own in a channel. */
  postToChannel(
    post: Place & { readonly channelId: string; readonly message: OutgoingMessage },
  ): Promise<SendOutcome>;
  /** A message in one person's chat with the bot; the chat is made where it isn't known. */
  sendToPerson(
    message: Place & {
      readonly userId: string;
      readonly conversationId: string | null;
      readonly message: OutgoingMessage;
    },
  ): Promise<SendOutcome>;
  /** Puts a message in the place of one already sent. */
  replaceMessage(
    replacement: Pick<Place, 'serviceUrl'> & {
      readonly conversationId: string;
      readonly activityId: string;
      readonly message: OutgoingMessage;
    },
  ): Promise<SendOutcome>;
}

/** Makes the connector over the SDK's client, which is given our own one-attempt HTTP client. */
export const createConnector = ({
  settings,
  authentication,
  audience,
}: {
  readonly settings: BotSettings;
  readonly authentication: BotFrameworkAuthentication;
  readonly audience: string;
}): Connector => {
  const factory = authentication.createConnectorFactory(identityOf(settings.appId));

  const attempt = async (
    serviceUrl: string,
    send: (client: ConnectorClient) => Promise<SendOutcome>,
  ): Promise<SendOutcome> => {
    // Checked again here: an address from memory may have been allowed once and be no more.
    if (!isAllowedServiceUrl(serviceUrl, settings)) {
      return { status: 'permanent', code: 'ServiceUrlNotAllowed' };
    }
    const outcome = await attemptOnce(serviceUrl, send);
    // Nothing was taken, and the token that was refused has been dropped: the second is sent with a new one.
    return outcome.status === 'unauthorised' && outcome.code !== TOKEN_UNAVAILABLE
      ? attemptOnce(serviceUrl, send)
      : outcome;
  };

  const attemptOnce = async (
    serviceUrl: string,
    send: (client: ConnectorClient) => Promise<SendOutcome>,
  ): Promise<SendOutcome> => {
    try {
      return await send(await factory.create(serviceUrl, audience));
    } catch (error) {
      return outcomeOf(error);
    }
  };

  return {
    postToChannel: ({ serviceUrl, botId, tenantId, channelId, message }) =>
      attempt(serviceUrl, async (client) => {
        const made = await client.conversations.createConversation({
          isGroup: true,
          bot: { id: botId, name: '' },
          tenantId,
          // The SDK's type asks for every field of an activity; Teams fills in the rest.
          activity: toActivity(message) as Activity,
          channelData: { channel: { id: channelId }, tenant: { id: tenantId } },
        });
        return {
          status: 'sent',
          conversationId: made.id,
          activityId: made.activityId ?? threadIdIn(made.id),
        };
      }),

    sendToPerson: ({ serviceUrl, botId, tenantId, userId, conversationId, message }) =>
      attempt(serviceUrl, async (client) => {
        const chatId = conversationId ?? (await openChat(client, { botId, tenantId, userId }));
        const sent = await client.conversations.sendToConversation(chatId, toActivity(message));
        return { status: 'sent', conversationId: chatId, activityId: sent.id };
      }),

    replaceMessage: ({ serviceUrl, conversationId, activityId, message }) =>
      attempt(serviceUrl, async (client) => {
        const replacement = { ...toActivity(message), id: activityId };
        await client.conversations.updateActivity(conversationId, activityId, replacement);
        return { status: 'sent', conversationId, activityId };
      }),
  };
};

/**
 * A chat with one person. Making it twice makes one chat and sends nothing, so a fault here is never
 * ambiguous: the message was not sent.
 */
const openChat = async (
  client: ConnectorClient,
  { botId, tenantId, userId }: { botId: string; tenantId: string; userId: string },
): Promise<string> => {
  try {
    const made = await client.conversations.createConversation({
      isGroup: false,
      bot: { id: botId, name: '' },
      members: [{ id: userId, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    });
    return made.id;
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome.status !== 'ambiguous') throw error;
    throw new SendFailure(
      { status: 'throttled', retryAfterMs: CHAT_RETRY_AFTER_MS, code: outcome.code },
      error,
    );
  }
};

/** How long to wait before asking for a chat again after an ambiguous answer. */
const CHAT_RETRY_AFTER_MS = 30_000;

/** `19:…@thread.tacv2;messageid=1641805200000` names the post it stands in. */
const threadIdIn = (conversationId: string): string => conversationId.split(';messageid=')[1] ?? '';

const identityOf = (appId: string): ClaimsIdentity =>
  new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
