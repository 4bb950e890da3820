import { emptyValue } from '../../../graph/lists/fields.ts';
import { LISTS } from '../../../graph/lists/index.ts';
import type { ColumnIds, SiteLists } from '../../../graph/site-lists/types.ts';
import type { ListName } from '../../../plan/glossary.ts';
import type { PlanId } from '../../../plan/plan.ts';
import type { Queryable } from '../../../store/database.ts';
import type { MirrorValues } from '../../../store/mirror.ts';
import { type SyncState, saveSyncState } from '../../../store/sync-state.ts';

type Columns = SyncState['columns'];

/**
 * Properties whose column is there again, or is another one than when the rows were read. SharePoint has lost their
 * values, and doesn't say so row by row.
 */
export function returnedColumns(list: ListName, siteLists: SiteLists, before: Columns): ReadonlySet<string> {
  const now = siteLists.columnIds(list);
  return new Set(
    Object.keys(now).filter(
      (property) => now[property] !== null && property in before && before[property] !== now[property],
    ),
  );
}

/**
 * Remembers columns that are missing now and such as were not known. One that is back keeps its old id until every row
 * has been read again.
 * @returns what is remembered from now on
 */
export async function rememberColumns(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  { now, before }: { readonly now: ColumnIds; readonly before: Columns },
): Promise<Columns> {
  const columns = Object.fromEntries(
    Object.entries(now).map(([property, id]) => [property, id === null ? null : (before[property] ?? id)]),
  );
  // What was missing stays so, until it has been read.
  for (const [property, id] of Object.entries(before))
    if (id === null && property in now) columns[property] = null;
  const isSame = Object.keys(columns).every((property) => columns[property] === before[property]);
  if (!isSame || Object.keys(before).length !== Object.keys(columns).length)
    await saveSyncState(db, planId, { list, columns });
  return columns;
}

/** A row with what its missing columns held before, or as if they were empty where nothing was known. */
export function keepMissing(
  list: ListName,
  row: MirrorValues,
  { missing, known }: { readonly missing: ReadonlySet<string>; readonly known: MirrorValues | undefined },
): MirrorValues {
  const { columns } = LISTS[list];
  const kept = [...missing].flatMap((property) => {
    const column = columns[property];
    return column === undefined ? [] : [[property, known?.[property] ?? emptyValue(column)] as const];
  });
  return { ...row, ...Object.fromEntries(kept) };
}

/** Nothing stands there. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
