import type { Queryable } from './database.ts';
import type { NoticeKey } from './ledger.ts';

/** Of some notices, those to whose subject the ledger holds one of the same kind and a later period. */
export async function withLater(db: Queryable, keys: readonly NoticeKey[]): Promise<readonly NoticeKey[]> {
  if (keys.length === 0) return [];
  return db.query<NoticeKey>(
    `SELECT n.kind, n.subject, n.period
     FROM jsonb_to_recordset($1::jsonb) AS n (kind text, subject text, period text)
     WHERE EXISTS (SELECT 1 FROM notice later
       WHERE later.kind = n.kind AND later.subject = n.subject AND later.period > n.period)`,
    [JSON.stringify(keys.map(({ kind, subject, period }) => ({ kind, subject, period })))],
  );
}
