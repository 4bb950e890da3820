import type { DecidedClosure } from '../../plan/calendar-import/decide-closures.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { Closure, RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { changeRow, lockRow } from '../../store/mirror.ts';
import { queueWrite } from '../../store/outbox.ts';
import { addRow, type Said } from '../add-row.ts';

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
  const standing = locked.row as Partial<Closure>;
  await changeRow(tx, planId, 'Closures', key, changes);
  await queueWrite(tx, planId, {
    list: 'Closures',
    key,
    kind: 'update',
    changes,
    base: Object.fromEntries(
      Object.keys(changes).map((property) => [property, standing[property as keyof Closure] ?? null]),
    ),
    saidAt: said?.now.toString() ?? null,
    saidBy: said?.by.key ?? null,
  });
  return true;
}
