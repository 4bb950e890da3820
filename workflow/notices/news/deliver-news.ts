import type { NewsContent } from '../../../plan/content.ts';
import { newsRule } from '../../../plan/notices/news.ts';
import type { ClaimedNotice } from '../../../store/ledger.ts';
import { findReach } from '../../../store/unreachable-people.ts';
import type { LoopDeps } from '../../deps.ts';
import type { SendOutcome } from '../../ports/messenger.ts';
import { type AttemptOutcome, attemptSend } from '../../sending/attempt-send.ts';
import { decideByState } from '../decide-by-state.ts';
import type { Settlement } from '../delivery/settlement.ts';
import type { LedgerRecipient } from '../plan-notices.ts';

/** Code of news that Graph does not let Milepost send. */
export const NEWS_NOT_ALLOWED = 'NewsNotAllowed';

/** All of a tenant's feeds together are counted like one chat, which keeps below the five a second that Graph takes. */
const FEED = 'activity feed';

/** How one attempt is guarded: whether the notice is still ours to send. */
type MaySend = () => Promise<boolean>;

/**
 * Puts news into somebody's activity feed, one attempt. Where that can't be done it is not sent, and nothing is sent to
 * their chat instead. `null` when the notice is another process's by now.
 */
export async function deliverNews(
  deps: LoopDeps,
  notice: ClaimedNotice,
  maySend: MaySend,
): Promise<Settlement | Extract<AttemptOutcome, { status: 'later' }> | null> {
  const { entraObjectId } = notice.recipient as Extract<LedgerRecipient, { kind: 'person' }>;
  const { database, tenantId } = deps;
  const reach = await findReach(database, { tenantId, entraObjectId });
  // Without the app there is no feed to write in, and Graph would answer as if it had no permission at all.
  if (reach.conversationId === null) return { state: 'not sent', code: reach.refusal ?? 'NotInstalled' };
  const content = await contentOf(deps, notice, entraObjectId);
  if (content === null) return { state: 'nothing to say' };
  let isTaken = false;
  const outcome = await attemptSend(deps, { tenantId, place: FEED }, async () => {
    isTaken = !(await maySend());
    return isTaken ? NOT_SENT : send(deps, entraObjectId, content);
  });
  if (isTaken) return null;
  const code = 'code' in outcome ? outcome.code : undefined;
  deps.log.info({ noticeId: notice.id, kind: notice.kind, outcome: outcome.status, code }, 'news delivered');
  return settlementOf(outcome);
}

const NOT_SENT: SendOutcome = { status: 'permanent', code: 'TakenAway' };

async function contentOf(
  deps: LoopDeps,
  { planId, period }: ClaimedNotice,
  entraObjectId: string,
): Promise<NewsContent | null> {
  return decideByState(deps, (state) => {
    const plans = state.plans.filter((plan) => plan.id === planId);
    return newsRule.content({ ...state, plans, entraObjectId, period });
  });
}

async function send(
  { activityFeed }: LoopDeps,
  entraObjectId: string,
  content: NewsContent,
): Promise<SendOutcome> {
  const outcome = await activityFeed.send({ entraObjectId, content });
  if (outcome.status === 'sent') return { status: 'sent', conversationId: FEED, activityId: '' };
  if (outcome.status !== 'refused') return outcome;
  return { status: 'permanent', code: outcome.code === 'NotAllowed' ? NEWS_NOT_ALLOWED : outcome.code };
}

function settlementOf(outcome: AttemptOutcome): Settlement | Extract<AttemptOutcome, { status: 'later' }> {
  if (outcome.status === 'sent') return { state: 'sent' };
  if (outcome.status === 'permanent') return { state: 'not sent', code: outcome.code };
  if (outcome.status === 'ambiguous') return { state: 'ambiguous', code: outcome.code };
  if (!outcome.wasTried) return outcome;
  return { state: 'due', code: outcome.code, retryAfterMs: outcome.waitMs };
}
