import type { ListName } from '../../plan/glossary.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { Queryable } from '../../store/database.ts';
import { readIds } from '../../store/mirror.ts';

/** Translates between Milepost's keys and SharePoint's item ids, list by list. */
export interface RowIds {
  /** A row the mirror has not seen is named by its item id, as it will be when it comes. */
  keyOf(list: ListName, itemId: number): RowKey;
  /** `null` while SharePoint has not given the row an id. */
  itemIdOf(list: ListName, key: RowKey): number | null;
  etagOf(list: ListName, key: RowKey): string | null;
}

/** Reads the ids of the lists named. */
export async function readRowIds(db: Queryable, planId: PlanId, lists: Iterable<ListName>): Promise<RowIds> {
  const keys = new Map<string, RowKey>();
  const rows = new Map<string, { itemId: number | null; etag: string | null }>();
  for (const list of new Set(lists)) {
    for (const { key, itemId, etag } of await readIds(db, planId, list)) {
      rows.set(`${list}/${key}`, { itemId, etag });
      if (itemId !== null) keys.set(`${list}/${itemId}`, key);
    }
  }
  return {
    keyOf: (list, itemId) => keys.get(`${list}/${itemId}`) ?? String(itemId),
    itemIdOf: (list, key) => rows.get(`${list}/${key}`)?.itemId ?? null,
    etagOf: (list, key) => rows.get(`${list}/${key}`)?.etag ?? null,
  };
}
