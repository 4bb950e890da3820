import type { NoticeContent } from '../../../plan/content.ts';
import type { ClaimedNotice } from '../../../store/ledger.ts';
import { WAITING_FOR_CHANNEL } from '../../../store/lost-channels.ts';
import { findReach } from '../../../store/unreachable-people.ts';
import type { LoopDeps } from '../../deps.ts';
import type { Recipient } from '../../ports/messenger.ts';
import type { LedgerRecipient } from '../plan-notices.ts';
import { renderNotice } from '../render-notice.ts';
import type { Settlement } from './settlement.ts';

/** Nothing is tried for a group without a channel; when it gets one, what waits goes out at once. */
const NO_CHANNEL_RETRY_MS = 60 * 60_000;

/** What failed on our side is tried again this often until the notice expires. */
const NOT_MADE_RETRY_MS = 60_000;

/** What goes to whom. */
export interface PreparedNotice {
  readonly to: Recipient;
  /** The channel or chat, as Teams counts what is sent there. */
  readonly place: string;
  /** It is to open another chat, for Teams does not know the last one any more. */
  readonly opensChat: boolean;
  readonly content: NoticeContent;
}

/**
 * Says what goes to whom, or what becomes of a notice that goes nowhere. One that cannot be made for a fault of our own is
 * tried again later, and the others go on: it was certainly not sent.
 */
export async function prepareNotice(
  deps: LoopDeps,
  notice: ClaimedNotice,
): Promise<PreparedNotice | Settlement> {
  try {
    const address = await addressOf(deps, notice);
    if ('state' in address) return address;
    const content = await renderNotice(deps, notice);
    return content === null ? { state: 'nothing to say' } : { ...address, content };
  } catch (error) {
    const { name, message } = error as Error;
    deps.log.error(
      { noticeId: notice.id, kind: notice.kind, error: name, reason: message },
      'notice not made',
    );
    return { state: 'due', code: 'NotMade', retryAfterMs: NOT_MADE_RETRY_MS };
  }
}

/** What is meant for a group without a channel goes nowhere else; to whoever Teams does not let be written to, nothing is tried. */
async function addressOf(
  deps: LoopDeps,
  notice: ClaimedNotice,
): Promise<Omit<PreparedNotice, 'content'> | Settlement> {
  const recipient = notice.recipient as LedgerRecipient;
  const { tenantId } = deps;
  if (recipient.kind === 'person') {
    const { entraObjectId } = recipient;
    const reach = await findReach(deps.database, { tenantId, entraObjectId });
    if (reach.refusal !== null) return { state: 'not sent', code: reach.refusal };
    return {
      to: { kind: 'person', tenantId, entraObjectId },
      place: reach.conversationId ?? `person:${entraObjectId.toLowerCase()}`,
      opensChat: reach.isChatGone,
    };
  }
  const plan = await deps.plans.get(notice.planId);
  const group = plan?.groups.find((candidate) => candidate.key === recipient.groupKey);
  if (!group?.channelId)
    return { state: 'due', code: WAITING_FOR_CHANNEL.none, retryAfterMs: NO_CHANNEL_RETRY_MS };
  const { teamId, channelId } = group;
  return { to: { kind: 'channel', tenantId, teamId, channelId }, place: channelId, opensChat: false };
}
