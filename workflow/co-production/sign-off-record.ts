import type { ItemChanges } from '../../plan/answers/answers.ts';
import { AppError } from '../../plan/errors.ts';
import type { Update } from '../../plan/rows.ts';
import { markOpenCardsDirty } from '../../store/check-in-cards.ts';
import type { Queryable } from '../../store/database.ts';
import { recordAnswer } from '../../store/record-answer.ts';
import type { LockedItem } from '../answers/lock-item.ts';
import { baseOf } from '../write-row.ts';

/** Records a decision about an item: its row, its history, both writes to SharePoint, and open check-ins that show it. */
export async function recordDecision(
  tx: Queryable,
  { plan, item, row }: LockedItem,
  { changes, update }: { readonly changes: ItemChanges; readonly update: Update },
): Promise<void> {
  const values: Record<string, unknown> = { ...changes };
  const { list, key } = item.ref;
  await recordAnswer(tx, plan.id, { list, key, changes: values, base: baseOf(row, values), update });
  await markOpenCardsDirty(tx, plan.id);
}

export function itemIsGone(): AppError {
  return new AppError({
    code: 'STALE',
    message: 'item is no longer in the plan',
    userMessage: 'This item is no longer in the plan. Nothing was saved.',
  });
}
