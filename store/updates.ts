import type { ItemList } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { RowKey, Update } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import { tableOf } from './mirror.ts';

/** The last update of each of some items of a list that has one, by the item's key. */
export async function readLastUpdates(
  db: Queryable,
  planId: PlanId,
  list: ItemList,
  keys: readonly RowKey[],
): Promise<ReadonlyMap<RowKey, Update>> {
  const rows = await db.query<{ key: RowKey; itemId: number | null; row: Omit<Update, 'key' | 'itemId'> }>(
    `SELECT DISTINCT ON ("row"->>'itemKey') key, item_id AS "itemId", "row" FROM ${tableOf('Updates')}
     WHERE plan_id = $1 AND "row"->>'itemKey' = ANY($3::text[]) AND "row"->>'itemList' = $2 AND NOT deleted
     ORDER BY "row"->>'itemKey', ("row"->>'at')::timestamptz DESC NULLS LAST, item_id DESC NULLS FIRST`,
    [planId, list, keys],
  );
  return new Map(rows.map(({ key, itemId, row }) => [row.itemKey ?? '', { ...row, key, itemId }]));
}

/**
 * Appends to history, and queues the writes to SharePoint: one statement for them all. An update whose key is there
 * already was appended before, and is left as it is.
 */
export async function appendUpdates(
  db: Queryable,
  planId: PlanId,
  updates: readonly Update[],
): Promise<void> {
  if (updates.length === 0) return;
  await db.query(
    `WITH appended AS (
       INSERT INTO ${tableOf('Updates')} (plan_id, key, "row")
       SELECT $1, u.key, u."row" FROM jsonb_to_recordset($2::jsonb) AS u (key text, "row" jsonb)
       ON CONFLICT DO NOTHING RETURNING key, "row")
     INSERT INTO outbox (plan_id, list, key, kind, changes, base)
     SELECT $1, 'Updates', key, 'create', "row", '{}' FROM appended`,
    [planId, JSON.stringify(updates.map(({ key, itemId: _unwritten, ...row }) => ({ key, row })))],
  );
}
