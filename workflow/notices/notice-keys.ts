import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';

/** The ledger holds the notices of every plan, so its subjects name the plan too. */
export function noticeSubject(planId: PlanId, groupKey: RowKey): string {
  return `${planId}/${groupKey}`;
}
