import type { CheckInContent, NoticeContent } from '../../plan/content.ts';
import { findChannelConversation } from '../../store/conversations.ts';
import { type ClaimedNotice, claimNotice, settleLostSends, settleNotice } from '../../store/ledger.ts';
import {
  forgetLostChannel,
  rearmForChannels,
  saveLostChannel,
  WAITING_FOR_CHANNEL,
} from '../../store/lost-channels.ts';
import type { LoopDeps } from '../deps.ts';
import { drawnOf } from '../meetings/drawn-card.ts';
import { rememberCard } from '../meetings/replace-card.ts';
import type { Recipient, SendOutcome, SentMessage } from '../ports/messenger.ts';
import type { LedgerRecipient } from './plan-notices.ts';
import { renderNotice } from './render-notice.ts';

/** Longer than any send can take, with its time-out. */
const LOST_AFTER_MS = 5 * 60_000;

/** The app or the channel is not there: tried again this often until the notice expires, and at once when it is seen. */
const NOT_THERE_RETRY_MS = 10 * 60_000;

/** Nothing is tried for a group without a channel; when it gets one, what waits goes out at once. */
const NO_CHANNEL_RETRY_MS = 60 * 60_000;

/** What failed on our side is tried again this often until the notice expires. */
const NOT_MADE_RETRY_MS = 60_000;

/** Sends what is due, one attempt each, and records what became of it. Answers how many were settled or put off. */
export async function deliverNotices(deps: LoopDeps): Promise<number> {
  await settleLostSends(deps.database, { olderThanMs: LOST_AFTER_MS });
  await rearmForChannels(deps.database);
  for (let count = 0; ; count += 1) {
    const notice = await claimNotice(deps.database);
    if (notice === null) return count;
    await deliver(deps, notice);
  }
}

type Settle = (outcome: Omit<Parameters<typeof settleNotice>[2], 'at'>) => Promise<void>;

async function deliver(deps: LoopDeps, notice: ClaimedNotice): Promise<void> {
  const at = deps.clock.now().toString();
  const settle: Settle = (outcome) => settleNotice(deps.database, notice.id, { ...outcome, at });

  if (Temporal.Instant.compare(notice.expiresAt, at) <= 0) return settle({ state: 'expired' });
  const message = await prepare(deps, notice, settle);
  if (message === null) return;
  const { to, content } = message;
  const outcome = await deps.messenger.send({ to, content });
  deps.log.info(
    {
      noticeId: notice.id,
      kind: notice.kind,
      outcome: outcome.status,
      code: 'code' in outcome ? outcome.code : undefined,
    },
    'notice delivered',
  );
  switch (outcome.status) {
    case 'sent':
      if (to.kind === 'channel') await forgetLostChannel(deps.database, to.channelId);
      if (content.kind === 'check-in') await keepCard(deps, notice, content, { to, sent: outcome });
      return settle({
        state: 'sent',
        conversationId: outcome.conversationId,
        activityId: outcome.activityId,
      });
    case 'throttled':
      return settle({ state: 'due', code: 'Throttled', retryAfterMs: outcome.retryAfterMs });
    case 'permanent':
      return settleRefused(deps, to, outcome, settle);
    case 'ambiguous':
      return settle({ state: 'ambiguous', code: outcome.code });
    default:
      return outcome satisfies never;
  }
}

/**
 * A channel that is not there is remembered, for people to be told of, and what was meant for it waits: it goes nowhere
 * else, and Teams at times says so of channels that are there.
 */
async function settleRefused(
  deps: LoopDeps,
  to: Recipient,
  { code, isGone }: Extract<SendOutcome, { status: 'permanent' }>,
  settle: Settle,
): Promise<void> {
  const isNotInstalled = code === WAITING_FOR_CHANNEL.notInstalled;
  const isLost = to.kind === 'channel' && (isNotInstalled || isGone === true);
  if (isLost) await saveLostChannel(deps.database, to);
  if (!isLost && !isNotInstalled) return settle({ state: 'not sent', code });
  const waitsFor = isNotInstalled ? code : WAITING_FOR_CHANNEL.lost;
  return settle({ state: 'due', code: waitsFor, retryAfterMs: NOT_THERE_RETRY_MS });
}

/**
 * What goes to whom; `null` when that is nothing, and settled as such. One that cannot be made for a fault of our own is
 * tried again later, and the others go on: it was certainly not sent.
 */
async function prepare(
  deps: LoopDeps,
  notice: ClaimedNotice,
  settle: Settle,
): Promise<{ readonly to: Recipient; readonly content: NoticeContent } | null> {
  try {
    const to = await recipientOf(deps, notice);
    const content = to === null ? null : await renderNotice(deps, notice);
    if (to !== null && content !== null) return { to, content };
    await settle(
      to === null
        ? { state: 'due', code: WAITING_FOR_CHANNEL.none, retryAfterMs: NO_CHANNEL_RETRY_MS }
        : { state: 'nothing to say' },
    );
  } catch (error) {
    const { name, message } = error as Error;
    deps.log.error(
      { noticeId: notice.id, kind: notice.kind, error: name, reason: message },
      'notice not made',
    );
    await settle({ state: 'due', code: 'NotMade', retryAfterMs: NOT_MADE_RETRY_MS });
  }
  return null;
}

/** `null` for a group without a channel: what is meant for it goes nowhere else. */
async function recipientOf(deps: LoopDeps, notice: ClaimedNotice): Promise<Recipient | null> {
  const recipient = notice.recipient as LedgerRecipient;
  const { tenantId } = deps;
  if (recipient.kind === 'person')
    return { kind: 'person', tenantId, entraObjectId: recipient.entraObjectId };
  const plan = await deps.plans.get(notice.planId);
  const group = plan?.groups.find((candidate) => candidate.key === recipient.groupKey);
  if (!group?.channelId) return null;
  return { kind: 'channel', tenantId, teamId: group.teamId, channelId: group.channelId };
}

async function keepCard(
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
