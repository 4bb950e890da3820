import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { Owner, RowOf } from '../plan/rows.ts';
import type { Queryable } from '../store/database.ts';
import { insertRow } from '../store/mirror.ts';
import { queueWrite } from '../store/outbox.ts';

/** Who made a change, and when; `null` for what Milepost does by itself. */
export type Said = { readonly by: Owner; readonly now: Temporal.Instant } | null;

/** Adds a row: here at once, and soon in SharePoint. @returns `false` where there is one with its key already */
export async function addRow<List extends ListName>(
  tx: Queryable,
  planId: PlanId,
  { list, row, said }: { readonly list: List; readonly row: RowOf[List]; readonly said: Said },
): Promise<boolean> {
  if (!(await insertRow(tx, planId, list, row))) return false;
  const { key, itemId: _unwritten, ...changes } = row;
  await queueWrite(tx, planId, {
    list,
    key,
    kind: 'create',
    changes,
    saidAt: said?.now.toString() ?? null,
    saidBy: said?.by.key ?? null,
  });
  return true;
}
