import { waitsUntil } from '../../../plan/notices/waits-until.ts';
import { type ClaimedNotice, postpone, settleNotice } from '../../../store/ledger.ts';
import { findPreferences } from '../../../store/preferences.ts';
import type { LoopDeps } from '../../deps.ts';
import type { LedgerRecipient } from '../plan-notices.ts';

/** Code of a notice whose turn came while whoever it is for is not written to. */
const OUT_OF_HOURS = 'OutOfHours';

/**
 * Puts a notice off whose turn came out of hours, or drops it where it would be stale by then. Answers whether it did: the
 * notice is then not to be sent.
 */
export async function waitForHours(deps: LoopDeps, notice: ClaimedNotice): Promise<boolean> {
  const from = await hoursOf(deps, notice);
  if (from === null) return false;
  const { database, clock } = deps;
  if (Temporal.Instant.compare(from, notice.expiresAt) < 0)
    await postpone(database, notice, { code: OUT_OF_HOURS, dueAt: from.toString() });
  else
    await settleNotice(database, notice, {
      state: 'expired',
      code: OUT_OF_HOURS,
      at: clock.now().toString(),
    });
  deps.log.info({ noticeId: notice.id, kind: notice.kind, code: OUT_OF_HOURS }, 'notice put off');
  return true;
}

async function hoursOf(
  { database, plans, clock, tenantId }: LoopDeps,
  notice: ClaimedNotice,
): Promise<Temporal.Instant | null> {
  const plan = await plans.get(notice.planId);
  if (plan === null) return null;
  const recipient = notice.recipient as LedgerRecipient;
  if (recipient.kind !== 'person') return waitsUntil(plan, notice, clock.now());
  const { entraObjectId } = recipient;
  const preferences = await findPreferences(database, { tenantId, entraObjectId });
  const reader = { subject: entraObjectId.toLowerCase(), preferences };
  return waitsUntil(plan, { kind: notice.kind, reader }, clock.now());
}
