import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { Owner, RowKey, RowOf } from '../plan/rows.ts';
import type { Queryable } from '../store/database.ts';
import { changeRow as changeMirror, insertRow, type MirrorValues } from '../store/mirror.ts';
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
  await queueWrite(tx, planId, { list, key, kind: 'create', changes, ...saidOf(said) });
  return true;
}

/**
 * Changes some values of a row: here at once, and soon in SharePoint.
 * @param standing the row's values as they stand, locked
 */
export async function changeRow(
  tx: Queryable,
  planId: PlanId,
  {
    list,
    key,
    standing,
    changes,
    said,
  }: {
    readonly list: ListName;
    readonly key: RowKey;
    readonly standing: object;
    readonly changes: MirrorValues;
    readonly said: Said;
  },
): Promise<void> {
  await changeMirror(tx, planId, list, key, changes);
  const base = baseOf(standing, changes);
  await queueWrite(tx, planId, { list, key, kind: 'update', changes, base, ...saidOf(said) });
}

/** What the properties that are changed are before, which tells a foreign edit from our own. */
export function baseOf(standing: object, changes: MirrorValues): MirrorValues {
  const values = standing as MirrorValues;
  return Object.fromEntries(Object.keys(changes).map((property) => [property, values[property] ?? null]));
}

function saidOf(said: Said) {
  return { saidAt: said?.now.toString() ?? null, saidBy: said?.by.key ?? null };
}
