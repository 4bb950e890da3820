import type { Plan } from '../../plan/plan.ts';
import type { Group, Meeting } from '../../plan/rows.ts';
import {
  type CheckInCard,
  hasOtherCard,
  saveCard,
  saveSuccessor,
  supersedeCard,
} from '../../store/check-in-cards.ts';
import { planAgain } from '../../store/ledger.ts';
import { lockPlan } from '../../store/plan-versions.ts';
import type { LoopDeps } from '../deps.ts';
import { noticeSubject } from '../notices/notice-keys.ts';
import type { LedgerRecipient } from '../notices/plan-notices.ts';

/** How long it is tried to post the new card. */
const EXPIRES_AFTER = { hours: 48 } as const;

/**
 * Has another card stand for one that Teams does not let be changed: another of the same check-in where there is one, else
 * a new one. That is a notice like any other: posted once, tried again when Teams asks to wait, and told where it failed.
 * The old card is superseded when the new one stands, and not before.
 */
export async function replaceCard(
  deps: LoopDeps,
  card: CheckInCard,
  { plan, group, meeting }: { readonly plan: Plan; readonly group: Group; readonly meeting: Meeting },
): Promise<void> {
  const now = deps.clock.now();
  const { conversationId, activityId } = card;
  const recipient: LedgerRecipient = {
    kind: 'channel',
    groupKey: group.key,
    meetingKey: meeting.key,
    replaces: { conversationId, activityId },
  };
  await deps.database.transaction(async (tx) => {
    // Two cards that are refused at once must not each leave it to the other.
    await lockPlan(tx, plan.id);
    if (await hasOtherCard(tx, card)) return supersedeCard(tx, card);
    const [noticeId] = await planAgain(tx, [
      {
        kind: 'check-in',
        subject: noticeSubject(plan.id, group.key),
        period: `${meeting.key} in place of ${activityId}`,
        planId: plan.id,
        recipient,
        dueAt: now.toString(),
        expiresAt: now.add(EXPIRES_AFTER).toString(),
      },
    ]);
    if (noticeId !== undefined) await saveSuccessor(tx, card, noticeId);
  });
}

/** Remembers a card that was posted, and that it stands for the one it was posted in place of. */
export async function rememberCard(
  deps: LoopDeps,
  card: Parameters<typeof saveCard>[1],
  replaces: Pick<CheckInCard, 'conversationId' | 'activityId'> | null,
): Promise<void> {
  await deps.database.transaction(async (tx) => {
    await saveCard(tx, card);
    if (replaces !== null) await supersedeCard(tx, { planId: card.planId, ...replaces });
  });
}
