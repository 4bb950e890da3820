import type { ListName } from '../plan/glossary.ts';
import { LIST_NAMES } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { RowKey, RowOf } from '../plan/rows.ts';
import type { Queryable } from './database.ts';

/** Values of a row by property; lookups are keys of rows. */
export type MirrorValues = Readonly<Record<string, unknown>>;

/** A row as the mirror keeps it. */
export interface MirrorRow {
  readonly key: RowKey;
  readonly itemId: number | null;
  readonly etag: string | null;
  readonly row: MirrorValues;
  /** What could not be read of the row in SharePoint, for people to put right. */
  readonly problems: readonly unknown[];
}

const COLUMNS = 'key, item_id AS "itemId", etag, "row", problems';

/** As the lists show them; what SharePoint has not numbered yet comes last. Without it the order is the database's whim. */
const IN_ORDER = 'ORDER BY "itemId" NULLS LAST, key';

/** Rows of one list that SharePoint still has. */
export async function readRows(db: Queryable, planId: PlanId, list: ListName): Promise<MirrorRow[]> {
  return db.query(`SELECT ${COLUMNS} FROM ${tableOf(list)} WHERE plan_id = $1 AND NOT deleted ${IN_ORDER}`, [
    planId,
  ]);
}

/** Keys of the rows of a list that SharePoint no longer has, in order. */
export async function readDeletedKeys(db: Queryable, planId: PlanId, list: ListName): Promise<RowKey[]> {
  const rows = await db.query<{ key: RowKey }>(
    `SELECT key FROM ${tableOf(list)} WHERE plan_id = $1 AND deleted ORDER BY key`,
    [planId],
  );
  return rows.map(({ key }) => key);
}

/** Rows of several lists in one statement. */
export async function readAllRows(
  db: Queryable,
  planId: PlanId,
  lists: readonly ListName[] = LIST_NAMES,
): Promise<(MirrorRow & { readonly list: ListName })[]> {
  const selects = lists.map(
    (list) => `SELECT '${list}' AS list, ${COLUMNS} FROM ${tableOf(list)} WHERE plan_id = $1 AND NOT deleted`,
  );
  return db.query(`${selects.join(' UNION ALL ')} ${IN_ORDER}`, [planId]);
}

/** Rows of any list of which something could not be read. */
export async function readProblemRows(
  db: Queryable,
  planId: PlanId,
): Promise<(Pick<MirrorRow, 'key' | 'row' | 'problems'> & { readonly list: ListName })[]> {
  const selects = LIST_NAMES.map(
    (list) =>
      `SELECT '${list}' AS list, key, "row", problems FROM ${tableOf(list)}
       WHERE plan_id = $1 AND NOT deleted AND problems <> '[]'`,
  );
  return db.query(selects.join(' UNION ALL '), [planId]);
}

/** One row, deleted or not, locked against other writers until the transaction ends. */
export async function lockRow(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  key: RowKey,
): Promise<MirrorRow | null> {
  const rows = await db.query<MirrorRow>(
    `SELECT ${COLUMNS} FROM ${tableOf(list)} WHERE plan_id = $1 AND key = $2 AND NOT deleted FOR UPDATE`,
    [planId, key],
  );
  return rows[0] ?? null;
}

/** Keys and item ids of a list, deleted rows too: a lookup may still point there. */
export async function readIds(
  db: Queryable,
  planId: PlanId,
  list: ListName,
): Promise<{ readonly key: RowKey; readonly itemId: number | null; readonly etag: string | null }[]> {
  return db.query(`SELECT key, item_id AS "itemId", etag FROM ${tableOf(list)} WHERE plan_id = $1`, [planId]);
}

/** Keys, item ids and versions of some rows of a list, deleted ones too. */
export async function readSomeIds(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  { itemIds = [], keys = [] }: { readonly itemIds?: readonly number[]; readonly keys?: readonly RowKey[] },
): Promise<{ readonly key: RowKey; readonly itemId: number | null; readonly etag: string | null }[]> {
  if (itemIds.length + keys.length === 0) return [];
  return db.query(
    `SELECT key, item_id AS "itemId", etag FROM ${tableOf(list)}
     WHERE plan_id = $1 AND (item_id = ANY($2::integer[]) OR key = ANY($3::text[]))`,
    [planId, itemIds, keys],
  );
}

/** A row as it was known before SharePoint was read again. */
export interface KnownRow extends Pick<MirrorRow, 'key' | 'etag' | 'row'> {
  readonly itemId: number;
  readonly isDeleted: boolean;
  /** Not deleted, and seen by the last reading that came to it. */
  readonly isHeld: boolean;
}

/** The rows known by these item ids. */
export async function readKnownRows(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  itemIds: readonly number[],
): Promise<ReadonlyMap<number, KnownRow>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db.query<KnownRow>(
    `SELECT key, item_id AS "itemId", etag, "row", deleted AS "isDeleted", NOT deleted AND NOT unseen AS "isHeld"
     FROM ${tableOf(list)} WHERE plan_id = $1 AND item_id = ANY($2::integer[])`,
    [planId, itemIds],
  );
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** Adds a row Milepost makes. Answers `false`, changing nothing, where the key is there already. */
export async function insertRow<L extends ListName>(
  db: Queryable,
  planId: PlanId,
  list: L,
  row: RowOf[L],
): Promise<boolean> {
  const { key, itemId, ...values } = row;
  const inserted = await db.query(
    `INSERT INTO ${tableOf(list)} (plan_id, key, item_id, "row") VALUES ($1, $2, $3, $4::jsonb)
     ON CONFLICT (plan_id, key) DO NOTHING RETURNING key`,
    [planId, key, itemId, JSON.stringify(values)],
  );
  return inserted.length > 0;
}

/** Changes some values of a row. */
export async function changeRow(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  key: RowKey,
  changes: MirrorValues,
): Promise<void> {
  await db.query(`UPDATE ${tableOf(list)} SET "row" = "row" || $3::jsonb WHERE plan_id = $1 AND key = $2`, [
    planId,
    key,
    JSON.stringify(changes),
  ]);
}

/**
 * Notes where SharePoint keeps rows and at which version. One that was read meanwhile, and not known to be the same, stood
 * there under its item id: it gives way.
 */
export async function recordWritten(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  written: readonly { readonly key: RowKey; readonly itemId: number; readonly etag: string | null }[],
): Promise<void> {
  await db.query(
    `UPDATE ${tableOf(list)} m SET item_id = NULL, deleted = true
     FROM jsonb_to_recordset($2::jsonb) AS w (key text, "itemId" integer)
     WHERE m.plan_id = $1 AND m.item_id = w."itemId" AND m.key = m.item_id::text AND m.key <> w.key`,
    [planId, JSON.stringify(written)],
  );
  await db.query(
    `UPDATE ${tableOf(list)} m SET item_id = w."itemId", etag = w.etag
     FROM jsonb_to_recordset($2::jsonb) AS w (key text, "itemId" integer, etag text)
     WHERE m.plan_id = $1 AND m.key = w.key`,
    [planId, JSON.stringify(written)],
  );
}

/** Takes rows over as SharePoint has them, whole. `row` must already hold what still waits to be written. */
export async function replaceRows(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  rows: readonly MirrorRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await db.query(
    `INSERT INTO ${tableOf(list)} (plan_id, key, item_id, etag, "row", problems)
     SELECT $1, r.key, r."itemId", r.etag, r."row", r.problems
     FROM jsonb_to_recordset($2::jsonb) AS r (key text, "itemId" integer, etag text, "row" jsonb, problems jsonb)
     ON CONFLICT (plan_id, key) DO UPDATE SET item_id = excluded.item_id, etag = excluded.etag,
       "row" = excluded."row", problems = excluded.problems, deleted = false, unseen = false`,
    [planId, JSON.stringify(rows)],
  );
}

/** Marks rows that are gone from SharePoint. */
export async function markDeleted(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  itemIds: readonly number[],
): Promise<void> {
  if (itemIds.length === 0) return;
  await db.query(
    `UPDATE ${tableOf(list)} SET deleted = true, unseen = false
     WHERE plan_id = $1 AND item_id = ANY($2::integer[])`,
    [planId, itemIds],
  );
}

/** Marks every row that is in SharePoint's care as not seen yet: everything is about to be read. */
export async function markUnseen(db: Queryable, planId: PlanId, list: ListName): Promise<void> {
  await db.query(
    `UPDATE ${tableOf(list)} SET unseen = true WHERE plan_id = $1 AND item_id IS NOT NULL AND NOT deleted`,
    [planId],
  );
}

/** How many rows in SharePoint's care were seen since `markUnseen`, and how many were not. */
export async function countSeen(
  db: Queryable,
  planId: PlanId,
  list: ListName,
): Promise<{ readonly seen: number; readonly unseen: number }> {
  const rows = await db.query<{ seen: number; unseen: number }>(
    `SELECT count(*) FILTER (WHERE NOT unseen)::integer AS seen, count(*) FILTER (WHERE unseen)::integer AS unseen
     FROM ${tableOf(list)} WHERE plan_id = $1 AND item_id IS NOT NULL AND NOT deleted`,
    [planId],
  );
  return rows[0] ?? { seen: 0, unseen: 0 };
}

/** Marks as gone what a reading of everything did not come to. */
export async function markUnseenDeleted(db: Queryable, planId: PlanId, list: ListName): Promise<void> {
  await db.query(`UPDATE ${tableOf(list)} SET deleted = true, unseen = false WHERE plan_id = $1 AND unseen`, [
    planId,
  ]);
}

/** Forgets where deleted rows stood, for a list in which others stand there now. */
export async function forgetItems(db: Queryable, planId: PlanId, list: ListName): Promise<void> {
  await db.query(`UPDATE ${tableOf(list)} SET item_id = NULL, etag = NULL WHERE plan_id = $1 AND deleted`, [
    planId,
  ]);
}

/** Table of a list. Names come from `LIST_NAMES`, never from outside, so they may stand in SQL. */
export function tableOf(list: ListName): string {
  return `mirror_${list.toLowerCase().replaceAll(/[ -]/g, '_')}`;
}
