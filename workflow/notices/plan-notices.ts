import { type DueNotice, dueNotices } from '../../plan/notices/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { type PlannedNotice, planAgain, planNotices as savePlanned } from '../../store/ledger.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { SentMessage } from '../ports/messenger.ts';
import { noticeSubject } from './notice-keys.ts';

/** What the ledger keeps of who gets a notice. */
export type LedgerRecipient =
  | {
      readonly kind: 'channel';
      readonly groupKey: RowKey;
      readonly meetingKey: RowKey | null;
      /** The card that the one to be posted is to stand for. */
      readonly replaces?: SentMessage;
    }
  | { readonly kind: 'person'; readonly entraObjectId: string };

/** A check-in that Teams refused is not tried anew every minute. */
const CAME_TO_NOTHING = ['expired', 'nothing to say'] as const;

/** Enters in the ledger what is due now. What stands there already stays as it is. Answers how many are new. */
export async function planNotices(deps: WorkflowDeps, plan: Plan): Promise<number> {
  return enterNotices(deps.database, plan, dueNotices({ plan, now: deps.clock.now() }));
}

/**
 * Enters notices in the ledger. What stands there already stays as it is, but for a check-in that came to nothing: its
 * meeting was cancelled and is to be held after all, or moved. Answers how many are to be sent.
 */
export async function enterNotices(
  db: Queryable,
  plan: Plan,
  notices: readonly DueNotice[],
): Promise<number> {
  const entries = notices.flatMap((notice) => entryOf(plan, notice));
  const [checkIns, others] = [
    entries.filter(({ kind }) => kind === 'check-in'),
    entries.filter(({ kind }) => kind !== 'check-in'),
  ];
  let count = await savePlanned(db, others);
  for (const entry of checkIns) if ((await planAgain(db, entry, CAME_TO_NOTHING)) !== null) count += 1;
  return count;
}

function entryOf(plan: Plan, notice: DueNotice): PlannedNotice[] {
  const common = {
    kind: notice.kind,
    period: notice.period,
    planId: plan.id,
    dueAt: notice.dueAt.toString(),
    expiresAt: notice.expiresAt.toString(),
  };
  if (notice.recipient.kind === 'channel') {
    const { groupKey } = notice.recipient;
    const recipient: LedgerRecipient = { kind: 'channel', groupKey, meetingKey: notice.meeting?.key ?? null };
    return [{ ...common, subject: noticeSubject(plan.id, groupKey), recipient }];
  }
  const { ownerKey } = notice.recipient;
  const entraObjectId = plan.owners.find((owner) => owner.key === ownerKey)?.entraObjectId;
  // Somebody whom Teams cannot know is not written to; the install check names such rows.
  if (!entraObjectId) return [];
  // One message covers all plans, so the plan is no part of its name.
  const recipient: LedgerRecipient = { kind: 'person', entraObjectId };
  return [{ ...common, subject: entraObjectId.toLowerCase(), recipient }];
}
