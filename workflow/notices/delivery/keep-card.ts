import type { CheckInContent } from '../../../plan/content.ts';
import { findChannelConversation } from '../../../store/conversations.ts';
import type { ClaimedNotice } from '../../../store/ledger.ts';
import type { LoopDeps } from '../../deps.ts';
import { drawnOf } from '../../meetings/drawn-card.ts';
import { rememberCard } from '../../meetings/replace-card.ts';
import type { Recipient, SentMessage } from '../../ports/messenger.ts';
import type { LedgerRecipient } from '../plan-notices.ts';

/** Remembers the card of a check-in that was posted, so that it is kept up to date. */
export async function keepCard(
  deps: LoopDeps,
  notice: ClaimedNotice,
  content: CheckInContent,
  { to, sent }: { readonly to: Recipient; readonly sent: SentMessage },
): Promise<void> {
  const recipient = notice.recipient as LedgerRecipient;
  if (to.kind !== 'channel' || recipient.kind !== 'channel') return;
  const known = await findChannelConversation(deps.database, to.tenantId, to.channelId, to.teamId);
  const { conversationId, activityId } = sent;
  const card = {
    planId: notice.planId,
    meetingKey: content.meetingKey,
    conversationId,
    activityId,
    serviceUrl: known?.serviceUrl ?? '',
    ...drawnOf(content),
  };
  await rememberCard(deps, card, recipient.replaces ?? null);
}
