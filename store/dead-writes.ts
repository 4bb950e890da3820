import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant, RowKey } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';
import { tableOf } from './mirror.ts';
import type { OutboxEntry } from './outbox.ts';

/** A write that SharePoint refused; kept until somebody repeats it or gives it up. */
export interface DeadWrite extends Omit<OutboxEntry, 'attempts'> {
  /** Why it was refused, for code. */
  readonly error: string;
  /** When it was queued; by the database's clock, where no person said it. */
  readonly madeAt: IsoInstant;
  /** The check-in it was answered in; `null` where it is no answer, or not in one. */
  readonly meetingKey: RowKey | null;
}

const COLUMNS = `id, list, key, kind, changes, base, said_by AS "saidBy", ${isoInstant('said_at', 'millisecond')} AS "saidAt",
  last_error AS error, meeting_key AS "meetingKey", ${isoInstant('coalesce(said_at, made_at)', 'millisecond')} AS "madeAt"`;

/** What SharePoint refused of a plan, oldest first. */
export async function readDead(db: Queryable, planId: PlanId, limit: number): Promise<DeadWrite[]> {
  return db.query(
    `SELECT ${COLUMNS} FROM outbox WHERE plan_id = $1 AND state = 'dead' ORDER BY id LIMIT $2`,
    [planId, limit],
  );
}

/** How many writes SharePoint refused, list by list. */
export async function countDead(
  db: Queryable,
  planId: PlanId,
): Promise<{ readonly list: ListName; readonly count: number }[]> {
  return db.query(
    `SELECT list, count(*)::integer AS count FROM outbox WHERE plan_id = $1 AND state = 'dead'
     GROUP BY list ORDER BY list`,
    [planId],
  );
}

/** One refused write of a plan; `null` when there is none of that id, or not any more. Locked until the transaction ends. */
export async function lockDead(db: Queryable, planId: PlanId, id: number): Promise<DeadWrite | null> {
  const rows = await db.query<DeadWrite>(
    `SELECT ${COLUMNS} FROM outbox WHERE plan_id = $1 AND id = $2 AND state = 'dead' FOR UPDATE`,
    [planId, id],
  );
  return rows[0] ?? null;
}

/**
 * Keeps what was refused. What is left of the writes it comes from is theirs to record.
 * @param dead.saidIn the write of which it is a part, and whose answer it carries on; default: it is nobody's answer
 */
export async function addDead(
  db: Queryable,
  planId: PlanId,
  dead: Omit<DeadWrite, 'id' | 'madeAt' | 'meetingKey'> & { readonly saidIn?: number },
): Promise<void> {
  await db.query(
    `INSERT INTO outbox (plan_id, list, key, kind, changes, base, said_at, said_by, state, last_error,
       answer_key, meeting_key)
     SELECT $1, $2, $3, $4, $5::jsonb, $6::jsonb, $7::timestamptz, $8, 'dead', $9, a.answer_key, a.meeting_key
     FROM (SELECT) one LEFT JOIN outbox a ON a.plan_id = $1 AND a.id = $10`,
    [
      planId,
      dead.list,
      dead.key,
      dead.kind,
      JSON.stringify(dead.changes),
      JSON.stringify(dead.base),
      dead.saidAt,
      dead.saidBy,
      dead.error,
      dead.saidIn ?? null,
    ],
  );
}

/** Gives to people what waits to be written to rows of a list that are gone. */
export async function buryForDeleted(db: Queryable, planId: PlanId, list: ListName): Promise<void> {
  await db.query(
    `UPDATE outbox o SET state = 'dead', last_error = 'gone' FROM ${tableOf(list)} m
     WHERE o.plan_id = $1 AND o.list = $2 AND o.state IN ('waiting', 'held')
       AND m.plan_id = $1 AND m.key = o.key AND m.deleted`,
    [planId, list],
  );
}

/** Properties of a row that something later than a refused write has said. */
export async function readSaidSince(
  db: Queryable,
  planId: PlanId,
  dead: DeadWrite,
): Promise<readonly string[]> {
  const rows = await db.query<{ property: string }>(
    `SELECT DISTINCT jsonb_object_keys(changes) AS property FROM outbox
     WHERE plan_id = $1 AND list = $2 AND key = $3 AND state NOT IN ('dead', 'given up')
       AND (id > $4 OR said_at > $5::timestamptz)`,
    [planId, dead.list, dead.key, dead.id, dead.saidAt],
  );
  return rows.map(({ property }) => property);
}

/** Lets a refused write wait again, as a decision of now. */
export async function revive(
  db: Queryable,
  id: number,
  { changes, base, saidAt }: Pick<DeadWrite, 'changes' | 'base'> & { readonly saidAt: IsoInstant },
): Promise<void> {
  await db.query(
    `UPDATE outbox SET state = 'waiting', attempts = 0, last_error = NULL, not_before = now(),
       changes = $2::jsonb, base = $3::jsonb, said_at = $4::timestamptz
     WHERE id = $1`,
    [id, JSON.stringify(changes), JSON.stringify(base), saidAt],
  );
}

/** Gives writes up for good. */
export async function giveUp(db: Queryable, ids: readonly number[]): Promise<void> {
  await db.query(`UPDATE outbox SET state = 'given up', written_at = now() WHERE id = ANY($1::bigint[])`, [
    ids,
  ]);
}
