import type { ListName } from '../../plan/glossary.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { lockRow, type MirrorValues } from '../../store/mirror.ts';
import { changeRow, type Said } from '../write-row.ts';

/**
 * Changes values of a row; here at once, and soon in SharePoint.
 * @returns `false` where there are none, or the row is gone
 */
export async function putRow(
  tx: Queryable,
  planId: PlanId,
  {
    list,
    key,
    changes,
    said,
  }: { readonly list: ListName; readonly key: RowKey; readonly changes: MirrorValues; readonly said: Said },
): Promise<boolean> {
  const locked = Object.keys(changes).length === 0 ? null : await lockRow(tx, planId, list, key);
  if (locked === null) return false;
  await changeRow(tx, planId, { list, key, standing: locked.row, changes, said });
  return true;
}
