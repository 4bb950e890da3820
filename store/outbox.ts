import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant, RowKey } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';
import type { MirrorValues } from './mirror.ts';

/**
 * A write that waits for SharePoint. States: `waiting`; `held` until a column is there again; `written`; `dead`: refused,
 * for somebody to repeat or give up (`dead-writes.ts`); `given up`.
 */
export interface OutboxEntry {
  readonly id: number;
  readonly list: ListName;
  readonly key: RowKey;
  readonly kind: 'create' | 'update';
  /** New values by property; lookups are keys. */
  readonly changes: MirrorValues;
  /** What those properties were when the change was decided; tells a foreign edit from our own. */
  readonly base: MirrorValues;
  /** When a person decided it, by the plan's clock; `null` for what Milepost does by itself. */
  readonly saidAt: IsoInstant | null;
  /** Key of the owner who decided it. */
  readonly saidBy: RowKey | null;
  readonly attempts: number;
}

const COLUMNS = `id, list, key, kind, changes, base, attempts, said_by AS "saidBy",
  ${isoInstant('said_at', 'millisecond')} AS "saidAt"`;

/** Queues a write. Call it in the transaction that changes the mirror. */
export async function queueWrite(
  db: Queryable,
  planId: PlanId,
  write: Pick<OutboxEntry, 'list' | 'key' | 'kind' | 'changes'> &
    Partial<Pick<OutboxEntry, 'base' | 'saidAt' | 'saidBy'>>,
): Promise<void> {
  await db.query(
    `INSERT INTO outbox (plan_id, list, key, kind, changes, base, said_at, said_by)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7::timestamptz, $8)`,
    [
      planId,
      write.list,
      write.key,
      write.kind,
      JSON.stringify(write.changes),
      JSON.stringify(write.base ?? {}),
      write.saidAt ?? null,
      write.saidBy ?? null,
    ],
  );
}

/** The oldest waiting writes of a plan that may be tried now, in order. None overtakes an older one of its row. */
export async function readWaiting(db: Queryable, planId: PlanId, limit: number): Promise<OutboxEntry[]> {
  return db.query(
    `WITH put_off AS MATERIALIZED (
       SELECT list, key, min(id) AS id FROM outbox
       WHERE plan_id = $1 AND state = 'waiting' AND not_before > now() GROUP BY list, key)
     SELECT ${COLUMNS} FROM outbox o
     WHERE plan_id = $1 AND state = 'waiting' AND not_before <= now() AND NOT EXISTS (
       SELECT 1 FROM put_off p WHERE p.list = o.list AND p.key = o.key AND p.id < o.id)
     ORDER BY id LIMIT $2`,
    [planId, limit],
  );
}

/** What still waits for one list, oldest first; sync lays it over what SharePoint says. */
export async function readWaitingChanges(
  db: Queryable,
  planId: PlanId,
  list: ListName,
): Promise<Pick<OutboxEntry, 'id' | 'key' | 'changes'>[]> {
  return db.query(
    `SELECT id, key, changes FROM outbox WHERE plan_id = $1 AND list = $2 AND state IN ('waiting', 'held') ORDER BY id`,
    [planId, list],
  );
}

export async function markWritten(db: Queryable, ids: readonly number[]): Promise<void> {
  await db.query(
    `UPDATE outbox SET state = 'written', written_at = now(), attempts = attempts + 1, last_error = NULL
     WHERE id = ANY($1::bigint[])`,
    [ids],
  );
}

/** Notes that writes are about to be tried, for those that must not be repeated blindly should this process die. */
export async function markTried(db: Queryable, ids: readonly number[]): Promise<void> {
  await db.query('UPDATE outbox SET attempts = attempts + 1 WHERE id = ANY($1::bigint[])', [ids]);
}

/** Puts writes off: they are tried again after `delayMs`. */
export async function postpone(
  db: Queryable,
  ids: readonly number[],
  { delayMs, error }: { readonly delayMs: number; readonly error: string },
): Promise<void> {
  await db.query(
    `UPDATE outbox SET attempts = attempts + 1, last_error = $3,
       not_before = now() + make_interval(secs => $2::double precision / 1000)
     WHERE id = ANY($1::bigint[])`,
    [ids, delayMs, error],
  );
}

/** Everything that waits to be written of one row, put off or held back too, oldest first. */
export async function readWaitingOfRow(
  db: Queryable,
  planId: PlanId,
  list: ListName,
  key: RowKey,
): Promise<OutboxEntry[]> {
  return db.query(
    `SELECT ${COLUMNS} FROM outbox
     WHERE plan_id = $1 AND list = $2 AND key = $3 AND state IN ('waiting', 'held') ORDER BY id`,
    [planId, list, key],
  );
}

/** What a write is now: what is still to be said, against the values that stand in SharePoint. */
export interface RewrittenEntry extends Pick<OutboxEntry, 'id' | 'changes' | 'base'> {
  /** Default: as it was. A create of which a part is written becomes an update. */
  readonly kind?: OutboxEntry['kind'];
  /** `held`: kept back until its columns are there again. Default: `waiting`. */
  readonly state?: 'waiting' | 'held';
}

/** Rewrites what waits after a part of it was written, or proved not to be ours to say; what is empty is done. */
export async function rewriteEntries(db: Queryable, entries: readonly RewrittenEntry[]): Promise<void> {
  await db.query(
    `UPDATE outbox o SET changes = e.changes, base = e.base, kind = coalesce(e.kind, o.kind),
       attempts = attempts + 1, last_error = NULL, not_before = now(),
       state = CASE WHEN e.changes = '{}' THEN 'written' ELSE coalesce(e.state, 'waiting') END,
       written_at = CASE WHEN e.changes = '{}' THEN now() END
     FROM jsonb_to_recordset($1::jsonb) AS e (id bigint, kind text, state text, changes jsonb, base jsonb)
     WHERE o.id = e.id`,
    [JSON.stringify(entries)],
  );
}

/** Lists and rows of which something is held back until their columns are there again. */
export async function readHeldRows(
  db: Queryable,
  planId: PlanId,
): Promise<{ readonly list: ListName; readonly key: RowKey; readonly properties: readonly string[] }[]> {
  return db.query(
    `SELECT list, key, array_agg(DISTINCT property) AS properties
     FROM outbox, jsonb_object_keys(changes) AS property
     WHERE plan_id = $1 AND state = 'held' GROUP BY list, key ORDER BY min(id)`,
    [planId],
  );
}

/** How many writes wait or were given up, of one plan or one row of it. */
export async function countUnwritten(
  db: Queryable,
  planId: PlanId,
  row?: { readonly list: ListName; readonly key: RowKey },
): Promise<{ readonly waiting: number; readonly dead: number }> {
  const rows = await db.query<{ waiting: number; dead: number }>(
    `SELECT count(*) FILTER (WHERE state IN ('waiting', 'held'))::integer AS waiting,
            count(*) FILTER (WHERE state = 'dead')::integer AS dead
     FROM outbox WHERE plan_id = $1 AND ($2::text IS NULL OR (list = $2 AND key = $3))
       AND state IN ('waiting', 'held', 'dead')`,
    [planId, row?.list ?? null, row?.key ?? null],
  );
  return rows[0] ?? { waiting: 0, dead: 0 };
}

/** When the next postponed write may be tried, in milliseconds from now; `null` when none waits. */
export async function nextWriteInMs(db: Queryable): Promise<number | null> {
  const rows = await db.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(not_before) - now()) * 1000)::integer AS ms
     FROM outbox WHERE state = 'waiting'`,
  );
  const ms = rows[0]?.ms ?? null;
  return ms === null ? null : Math.max(0, ms);
}

/** Forgets writes that SharePoint has had, or that were given up, for a week; those it refused stay. */
export async function pruneWritten(db: Queryable): Promise<void> {
  await db.query(
    "DELETE FROM outbox WHERE state IN ('written', 'given up') AND written_at < now() - interval '7 days'",
  );
}
