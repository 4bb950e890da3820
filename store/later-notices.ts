import type { Queryable } from './database.ts';
import type { NoticeKey, PlannedNotice } from './ledger.ts';

/** Of some notices of plans, those to whose subject the ledger holds one of the same kind and a later period. */
export async function withLater(
  db: Queryable,
  notices: readonly Pick<PlannedNotice, keyof NoticeKey | 'planId'>[],
): Promise<readonly NoticeKey[]> {
  if (notices.length === 0) return [];
  return db.query<NoticeKey>(
    `SELECT n.kind, n.subject, n.period
     FROM jsonb_to_recordset($1::jsonb) AS n (plan_id text, kind text, subject text, period text)
     WHERE EXISTS (SELECT 1 FROM notice later
       WHERE later.plan_id = n.plan_id AND later.kind = n.kind AND later.subject = n.subject AND later.period > n.period)`,
    [
      JSON.stringify(
        notices.map(({ planId, kind, subject, period }) => ({ plan_id: planId, kind, subject, period })),
      ),
    ],
  );
}
