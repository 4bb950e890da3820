import type { NoticeContent } from '../../plan/content.ts';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import type { IsoDate, IsoInstant } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { saveWarning, settleHandovers } from '../../store/notice-ledger.ts';

/** What a reminder told somebody of one plan, as far as it decides what is told next. */
export interface Told {
  readonly planId: PlanId;
  readonly on: IsoDate;
  /** Items of which they were warned that the chair will be told. */
  readonly warned: readonly ItemRef[];
  /** Ids of handovers. */
  readonly handovers: readonly number[];
}

/** What a notice tells that is to be remembered; nothing for any but a reminder. */
export function toldBy(content: NoticeContent): readonly Told[] {
  if (content.kind !== 'reminder') return [];
  return content.plans
    .map(({ planId, entries }) => ({
      planId,
      on: content.on,
      warned: entries.filter(({ warns }) => warns === true).map(({ line }) => line.ref),
      handovers: entries.flatMap(({ handovers = [] }) => handovers),
    }))
    .filter(({ warned, handovers }) => warned.length + handovers.length > 0);
}

/**
 * Remembers what somebody was really told by a reminder that was sent. Belongs into the transaction that records the
 * sending.
 * @param at when it was sent
 */
export async function recordTold(tx: Queryable, told: readonly Told[], at: IsoInstant): Promise<void> {
  for (const { planId, on, warned, handovers } of told) {
    for (const ref of warned) await saveWarning(tx, { planId, ref, on });
    if (handovers.length > 0) await settleHandovers(tx, planId, { ids: handovers, at });
  }
}
