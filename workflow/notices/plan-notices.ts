import { type DueNotice, dueInChannels, duePersonally } from '../../plan/notices/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { withLater } from '../../store/later-notices.ts';
import {
  type NoticeKey,
  type PlannedNotice,
  planAgain,
  planNotices as savePlanned,
} from '../../store/ledger.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { SentMessage } from '../ports/messenger.ts';
import { decideByState } from './decide-by-state.ts';
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

/** Enters in the ledger what is due now in the channels of a plan. Answers how many are new. */
export async function planNotices(deps: WorkflowDeps, plan: Plan): Promise<number> {
  return enterNotices(deps.database, dueInChannels({ plan, now: deps.clock.now() }));
}

/** Enters in the ledger what is due now to people, over all their plans. Answers how many are new. */
export async function planPersonalNotices(deps: WorkflowDeps): Promise<number> {
  return enterNotices(deps.database, await decideByState(deps, duePersonally));
}

/**
 * Enters notices in the ledger. What stands there already stays as it is, but for a check-in that came to nothing: its
 * meeting was cancelled and is to be held after all, or moved. Answers how many are to be sent.
 */
export async function enterNotices(db: Queryable, notices: readonly DueNotice[]): Promise<number> {
  const entries = await withoutOvertaken(db, notices.map(entryOf));
  const [checkIns, others] = [
    entries.filter(({ kind }) => kind === 'check-in'),
    entries.filter(({ kind }) => kind !== 'check-in'),
  ];
  return (await savePlanned(db, others)) + (await planAgain(db, checkIns, CAME_TO_NOTHING)).length;
}

/**
 * An alert is left out once that of a later day has been entered for the same group: the later one may have nothing to
 * tell any more, but was told.
 */
async function withoutOvertaken(
  db: Queryable,
  entries: readonly PlannedNotice[],
): Promise<readonly PlannedNotice[]> {
  const overtaken = await withLater(
    db,
    entries.filter(({ kind }) => kind === 'alert'),
  );
  if (overtaken.length === 0) return entries;
  const names = new Set(overtaken.map(nameOf));
  return entries.filter((entry) => !names.has(nameOf(entry)));
}

const nameOf = ({ kind, subject, period }: NoticeKey): string => `${kind} ${subject} ${period}`;

function entryOf(notice: DueNotice): PlannedNotice {
  const { kind, planId, period, recipient, meeting } = notice;
  const isToChannel = recipient.kind === 'channel';
  return {
    kind,
    planId,
    period,
    // One message to a person covers all plans, so the plan is no part of its name.
    subject: isToChannel ? noticeSubject(planId, recipient.groupKey) : notice.subject,
    recipient: (isToChannel
      ? { ...recipient, meetingKey: meeting?.key ?? null }
      : recipient) satisfies LedgerRecipient,
    dueAt: notice.dueAt.toString(),
    expiresAt: notice.expiresAt.toString(),
  };
}
