import type { DecidedClosure } from '../../plan/calendar-import/decide-closures.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { lockRow } from '../../store/mirror.ts';
import { addRow, changeRow, type Said } from '../write-row.ts';

type ClosureChanges = DecidedClosure['changes'];

/** Adds a row, here at once and soon in SharePoint. */
export async function addClosureRow(
  tx: Queryable,
  planId: PlanId,
  { key, values }: Pick<DecidedClosure, 'key' | 'values'>,
  said: Said,
): Promise<boolean> {
  return addRow(tx, planId, { list: 'Closures', row: { key, itemId: null, ...values }, said });
}

/** Changes a row as it stands now. @returns `false` where it was deleted meanwhile */
export async function changeClosureRow(
  tx: Queryable,
  planId: PlanId,
  { key, changes }: { readonly key: RowKey; readonly changes: ClosureChanges },
  said: Said,
): Promise<boolean> {
  const locked = await lockRow(tx, planId, 'Closures', key);
  if (locked === null) return false;
  await changeRow(tx, planId, { list: 'Closures', key, standing: locked.row, changes, said });
  return true;
}
