import { LISTS } from '../../graph/lists/index.ts';
import type { SiteRow } from '../../graph/site-lists/types.ts';
import type { ListName } from '../../plan/glossary.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { readIds, readSomeIds } from '../../store/mirror.ts';
import { rowsLookedUp } from './lookups.ts';

/** Translates between Milepost's keys and SharePoint's item ids, list by list. */
export interface RowIds {
  /** A row the mirror has not seen is named by its item id, as it will be when it comes. */
  keyOf(list: ListName, itemId: number): RowKey;
  /** `null` while SharePoint has not given the row an id. */
  itemIdOf(list: ListName, key: RowKey): number | null;
  etagOf(list: ListName, key: RowKey): string | null;
}

type IdRow = Awaited<ReturnType<typeof readIds>>[number];

/** Reads the ids of all rows of the lists named. */
export async function readRowIds(db: Queryable, planId: PlanId, lists: Iterable<ListName>): Promise<RowIds> {
  const known = new Map<ListName, readonly IdRow[]>();
  for (const list of new Set(lists)) known.set(list, await readIds(db, planId, list));
  return makeRowIds(known);
}

/** Reads the ids of these rows of a list and of the rows they point to: all that taking them over needs. */
export async function readIdsAround(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  rows: readonly Pick<SiteRow, 'itemId' | 'values'>[],
): Promise<RowIds> {
  const { keyIn } = LISTS[list];
  const keys = rows.map(({ values }) => (keyIn === null ? null : values[keyIn]));
  const named = [
    ...rows.map(({ itemId }) => ({ list, itemId })),
    ...rows.flatMap(({ values }) => rowsLookedUp(list, values)),
  ];
  const known = new Map<ListName, readonly IdRow[]>();
  for (const [target, those] of Map.groupBy(named, (row) => row.list)) {
    // A meeting may be named by its group and day: there are few, so all are at hand.
    if (target === 'Meetings' && list === 'Meetings') known.set(target, await readIds(db, planId, target));
    else {
      const itemIds = [...new Set(those.map(({ itemId }) => itemId))];
      const ownKeys = target === list ? keys.filter((key) => typeof key === 'string') : [];
      known.set(target, await readSomeIds(db, planId, target, { itemIds, keys: ownKeys }));
    }
  }
  return makeRowIds(known);
}

/** Reads the ids of rows named by their keys. */
export async function readIdsOf(
  db: Queryable,
  planId: PlanId,
  rows: readonly { readonly list: ListName; readonly key: RowKey }[],
): Promise<RowIds> {
  const known = new Map<ListName, readonly IdRow[]>();
  for (const [list, those] of Map.groupBy(rows, (row) => row.list)) {
    const keys = [...new Set(those.map(({ key }) => key))];
    known.set(list, await readSomeIds(db, planId, list, { keys }));
  }
  return makeRowIds(known);
}

function makeRowIds(known: ReadonlyMap<ListName, readonly IdRow[]>): RowIds {
  const keys = new Map<string, RowKey>();
  const rows = new Map<string, IdRow>();
  for (const [list, ids] of known) {
    for (const row of ids) {
      rows.set(`${list}/${row.key}`, row);
      if (row.itemId !== null) keys.set(`${list}/${row.itemId}`, row.key);
    }
  }
  return {
    keyOf: (list, itemId) => keys.get(`${list}/${itemId}`) ?? String(itemId),
    itemIdOf: (list, key) => rows.get(`${list}/${key}`)?.itemId ?? null,
    etagOf: (list, key) => rows.get(`${list}/${key}`)?.etag ?? null,
  };
}
