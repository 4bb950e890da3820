import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { RowKey } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import type { MirrorValues } from './mirror.ts';

/** A write that waits for SharePoint. */
export interface OutboxEntry {
  readonly id: number;
  readonly list: ListName;
  readonly key: RowKey;
  readonly kind: 'create' | 'update';
  /** New values by property; lookups are keys. */
  readonly changes: MirrorValues;
  /** What those properties were when the change was decided; tells a foreign edit from our own. */
  readonly base: MirrorValues;
  readonly attempts: number;
}

/** Queues a write. Call it in the transaction that changes the mirror. */
export async function queueWrite(
  db: Queryable,
  planId: PlanId,
  write: Pick<OutboxEntry, 'list' | 'key' | 'kind' | 'changes'> & { readonly base?: MirrorValues },
): Promise<void> {
  await db.query(
    `INSERT INTO outbox (plan_id, list, key, kind, changes, base) VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb)`,
    [
      planId,
      write.list,
      write.key,
      write.kind,
      JSON.stringify(write.changes),
      JSON.stringify(write.base ?? {}),
    ],
  );
}

/** The oldest waiting writes of a plan that may be tried now, in order. None overtakes an older one of its row. */
export async function readWaiting(db: Queryable, planId: PlanId, limit: number): Promise<OutboxEntry[]> {
  return db.query(
    `WITH put_off AS MATERIALIZED (
       SELECT list, key, min(id) AS id FROM outbox
       WHERE plan_id = $1 AND state = 'waiting' AND not_before > now() GROUP BY list, key)
     SELECT id, list, key, kind, changes, base, attempts FROM outbox o
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
    `SELECT id, key, changes FROM outbox WHERE plan_id = $1 AND list = $2 AND state = 'waiting' ORDER BY id`,
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

/** Gives writes up: they are kept, with the reason, for an operator to see and repeat. */
export async function markDead(db: Queryable, ids: readonly number[], error: string): Promise<void> {
  await db.query(
    `UPDATE outbox SET state = 'dead', attempts = attempts + 1, last_error = $2 WHERE id = ANY($1::bigint[])`,
    [ids, error],
  );
}

/** Narrows a write to what is still ours to say, against the values that now stand in SharePoint. */
export async function rewriteWaiting(
  db: Queryable,
  id: number,
  { changes, base }: Pick<OutboxEntry, 'changes' | 'base'>,
): Promise<void> {
  await db.query(
    'UPDATE outbox SET changes = $2::jsonb, base = $3::jsonb, attempts = attempts + 1 WHERE id = $1',
    [id, JSON.stringify(changes), JSON.stringify(base)],
  );
}

/** Notes properties in which somebody else's edit in SharePoint was kept instead of ours. */
export async function recordConflicts(
  db: Queryable,
  ids: readonly number[],
  properties: readonly string[],
): Promise<void> {
  await db.query(`UPDATE outbox SET conflicts = conflicts || $2::jsonb WHERE id = ANY($1::bigint[])`, [
    ids,
    JSON.stringify(properties),
  ]);
}

/** How many writes wait or were given up, of one plan or one row of it. */
export async function countUnwritten(
  db: Queryable,
  planId: PlanId,
  row?: { readonly list: ListName; readonly key: RowKey },
): Promise<{ readonly waiting: number; readonly dead: number }> {
  const rows = await db.query<{ waiting: number; dead: number }>(
    `SELECT count(*) FILTER (WHERE state = 'waiting')::integer AS waiting,
            count(*) FILTER (WHERE state = 'dead')::integer AS dead
     FROM outbox WHERE plan_id = $1 AND ($2::text IS NULL OR (list = $2 AND key = $3)) AND state <> 'written'`,
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

/** Forgets writes that SharePoint has had for a week; those given up stay. */
export async function pruneWritten(db: Queryable): Promise<void> {
  await db.query("DELETE FROM outbox WHERE state = 'written' AND written_at < now() - interval '7 days'");
}
