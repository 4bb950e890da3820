import type { ItemList } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { RowKey, Update } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import { type MirrorValues, tableOf } from './mirror.ts';

/** An answer that was taken: what it changes in the item's row, and its place in history. */
export interface RecordedAnswer {
  readonly list: ItemList;
  readonly key: RowKey;
  readonly changes: MirrorValues;
  /** What those properties were before. */
  readonly base: MirrorValues;
  readonly update: Update;
}

/** Changes the item, appends to its history, and queues both writes to SharePoint: one statement, as this is on the path of every press. */
export async function recordAnswer(db: Queryable, planId: PlanId, answer: RecordedAnswer): Promise<void> {
  const { key: updateKey, itemId: _unwritten, ...values } = answer.update;
  await db.query(
    `WITH changed AS (
       UPDATE ${tableOf(answer.list)} SET "row" = "row" || $4::jsonb WHERE plan_id = $1 AND key = $3),
     appended AS (
       INSERT INTO ${tableOf('Updates')} (plan_id, key, "row") VALUES ($1, $6, $7::jsonb) ON CONFLICT DO NOTHING)
     INSERT INTO outbox (plan_id, list, key, kind, changes, base, said_at, said_by)
     VALUES ($1, $2, $3, 'update', $4::jsonb, $5::jsonb, $8::timestamptz, $9),
       ($1, 'Updates', $6, 'create', $7::jsonb, '{}', $8::timestamptz, $9)`,
    [
      planId,
      answer.list,
      answer.key,
      JSON.stringify(answer.changes),
      JSON.stringify(answer.base),
      updateKey,
      JSON.stringify(values),
      values.at,
      values.by,
    ],
  );
}
