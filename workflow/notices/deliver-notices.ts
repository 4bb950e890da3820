import { replaceChat } from '../../store/conversations.ts';
import { withLease } from '../../store/leases.ts';
import {
  beginSend,
  type ClaimedNotice,
  claimNotice,
  countDue,
  putOff,
  settleLostSends,
  settleNotice,
} from '../../store/ledger.ts';
import { forgetLostChannel, rearmForChannels } from '../../store/lost-channels.ts';
import type { LoopDeps } from '../deps.ts';
import type { SendOutcome, SentMessage } from '../ports/messenger.ts';
import { type AttemptOutcome, attemptSend } from '../sending/attempt-send.ts';
import { severalAtOnce } from '../sending/several-at-once.ts';
import { keepCard } from './delivery/keep-card.ts';
import { type PreparedNotice, prepareNotice } from './delivery/prepare-notice.ts';
import { settleRefused } from './delivery/settle-refused.ts';
import type { Settlement } from './delivery/settlement.ts';
import { waitForHours } from './delivery/wait-for-hours.ts';
import { deliverNews } from './news/deliver-news.ts';
import { recordTold, toldBy } from './record-told.ts';

/** How many are sent at the same time by one process. */
const AT_ONCE = 8;

/** A process says so often that it lives (three times in this time); what it was sending when it died is known to be lost then. */
const ALIVE_MS = 15_000;

/**
 * Sends what is due, one attempt each, and records what became of it. Several at once, so that a slow recipient holds up
 * nobody; to each recipient one after another. Answers how many were settled or put off.
 */
export async function deliverNotices(deps: LoopDeps): Promise<number> {
  const { database } = deps;
  await settleLostSends(database);
  await rearmForChannels(database);
  if ((await countDue(database, deps.clock.now().toString())) === 0) return 0;
  const sender = `sending ${deps.newKey()}`;
  const count = await withLease(database, { name: sender, forMs: ALIVE_MS }, () =>
    severalAtOnce(AT_ONCE, {
      take: () => claimNotice(database, sender, deps.clock.now().toString()),
      work: (notice) => deliver(deps, notice),
    }),
  );
  return count ?? 0;
}

async function deliver(deps: LoopDeps, notice: ClaimedNotice): Promise<void> {
  const { database } = deps;
  const at = deps.clock.now().toString();
  const settle = (settlement: Settlement) => settleNotice(database, notice, { ...settlement, at });

  if (Temporal.Instant.compare(notice.expiresAt, at) <= 0) return settle({ state: 'expired' });
  if (await waitForHours(deps, notice)) return;
  if (notice.kind === 'news') {
    const news = await deliverNews(deps, notice, () => beginSend(database, notice));
    if (news === null) return;
    return 'state' in news ? settle(news) : putOff(database, notice, news);
  }
  const prepared = await prepareNotice(deps, notice);
  if ('state' in prepared) return settle(prepared);
  const { to, place, content } = prepared;
  const told = toldBy(content);
  const outcome = await attemptSend(deps, { tenantId: deps.tenantId, place }, async () =>
    // Held up for so long that it was taken for dead: somebody may have been asked to send it again.
    (await beginSend(database, notice, told)) ? deps.messenger.send({ to, content }) : TAKEN_AWAY,
  );
  if (outcome === TAKEN_AWAY) return;
  log(deps, notice, outcome);
  if (outcome.status === 'later' && !outcome.wasTried) return putOff(database, notice, outcome);
  if (outcome.status === 'sent') await keepSent(deps, notice, prepared, outcome);
  const settlement = await settlementOf(deps, prepared, outcome);
  await database.transaction(async (tx) => {
    await settleNotice(tx, notice, { ...settlement, at });
    if (outcome.status === 'sent') await recordTold(tx, told, at);
  });
}

/** The claim did not hold any more, so nothing was sent. */
const TAKEN_AWAY: SendOutcome & { readonly status: 'permanent' } = { status: 'permanent', code: 'TakenAway' };

async function settlementOf(
  deps: LoopDeps,
  prepared: PreparedNotice,
  outcome: AttemptOutcome,
): Promise<Settlement> {
  switch (outcome.status) {
    case 'sent':
      return { state: 'sent', conversationId: outcome.conversationId, activityId: outcome.activityId };
    case 'later':
      return { state: 'due', code: outcome.code, retryAfterMs: outcome.waitMs };
    case 'permanent':
      return settleRefused(deps, prepared, outcome);
    case 'ambiguous':
      return { state: 'ambiguous', code: outcome.code };
    default:
      return outcome satisfies never;
  }
}

/** Remembers what was learnt of the place that took a notice. */
async function keepSent(
  deps: LoopDeps,
  notice: ClaimedNotice,
  { to, content, opensChat }: PreparedNotice,
  sent: SentMessage,
): Promise<void> {
  const { database, tenantId } = deps;
  const { conversationId } = sent;
  if (to.kind === 'channel') await forgetLostChannel(database, to.channelId);
  else if (opensChat)
    await replaceChat(database, { tenantId, entraObjectId: to.entraObjectId, conversationId });
  if (content.kind === 'check-in') await keepCard(deps, notice, content, { to, sent });
}

function log({ log }: LoopDeps, notice: ClaimedNotice, outcome: AttemptOutcome): void {
  const code = 'code' in outcome ? outcome.code : undefined;
  const wasTried = outcome.status !== 'later' || outcome.wasTried;
  log.info(
    { noticeId: notice.id, kind: notice.kind, outcome: outcome.status, code },
    wasTried ? 'notice delivered' : 'notice put off',
  );
}
