import type { SiteRow } from '../graph/site-lists/types.ts';
import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { RowKey } from '../plan/rows.ts';
import type { Queryable } from '../store/database.ts';
import { readRows } from '../store/mirror.ts';
import { rowFromSite } from './row-translation.ts';
import type { RowIds } from './row-ids.ts';

/** What tells, in the lists Milepost adds to, that a row of SharePoint's is one that we made. */
const SAME_ROW: Partial<Record<ListName, readonly string[]>> = {
  Updates: ['answerId'],
  Meetings: ['group', 'startsAt'],
};

/**
 * Finds rows that we made and SharePoint has taken, but whose id was never recorded: the process died in between, or
 * the answer was lost. Without this they would appear twice.
 * @returns item id → key, for those only.
 */
export async function recogniseRows(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  rows: readonly SiteRow[],
  ids: RowIds,
): Promise<ReadonlyMap<number, RowKey>> {
  const properties = SAME_ROW[list];
  const strangers = rows.filter((row) => ids.itemIdOf(list, ids.keyOf(list, row.itemId)) === null);
  if (properties === undefined || strangers.length === 0) return new Map();

  const markOf = (row: Readonly<Record<string, unknown>>) => JSON.stringify(properties.map((property) => row[property]));
  const unwritten = (await readRows(db, planId, list)).filter((row) => row.itemId === null);
  const keys = new Map(unwritten.map((row) => [markOf(row.row), row.key]));
  return new Map(
    strangers.flatMap((row) => {
      const key = keys.get(markOf(rowFromSite(list, row.values, ids)));
      return key === undefined ? [] : [[row.itemId, key] as const];
    }),
  );
}
