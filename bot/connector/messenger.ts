import type { NoticeContent } from '../../plan/content.ts';
import type { Messenger, SendOutcome } from '../../workflow/ports/messenger.ts';
import type { CardContext } from '../cards/card.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import type { Conversations } from '../settings.ts';
import type { Connector } from './connector.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

/** Nobody is known at that address: the app was never installed there, or was removed. */
const NOT_INSTALLED: SendOutcome = { status: 'permanent', code: 'NotInstalled' };

/** The messenger that really sends: content becomes a card, the card goes to where its reader was last seen. */
export const createMessenger = ({
  connector,
  conversations,
  cardContext,
}: {
  readonly connector: Connector;
  readonly conversations: Conversations;
  /** Makes what a new card needs; called once per card. */
  readonly cardContext: () => CardContext;
}): Messenger => {
  const toMessage = (content: NoticeContent): OutgoingMessage => ({
    kind: 'card',
    ...buildNoticeCard(content, cardContext()),
  });

  return {
    async send({ to, content }) {
      const known = await conversations.serviceUrlFor(to);
      if (!known) return NOT_INSTALLED;
      const place = { serviceUrl: known.serviceUrl, botId: known.botId, tenantId: to.tenantId };
      const message = toMessage(content);
      return to.kind === 'channel'
        ? connector.postToChannel({ ...place, channelId: to.channelId, message })
        : connector.sendToPerson({
            ...place,
            userId: known.teamsUserId ?? to.entraObjectId,
            conversationId: known.conversationId ?? null,
            message,
          });
    },
    update: ({ at, serviceUrl, content }) =>
      connector.replaceMessage({ ...at, serviceUrl, message: toMessage(content) }),
  };
};
