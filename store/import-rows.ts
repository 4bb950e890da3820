import type { SaidBefore } from '../plan/import/decide.ts';
import { saidKey } from '../plan/import/decide.ts';
import type { ImportList, SaidValues } from '../plan/import/imported.ts';
import type { PlanId } from '../plan/plan.ts';
import type { Queryable } from './database.ts';

/** What a file said of a row. */
export interface SaidOfRow {
  readonly list: ImportList;
  readonly itemId: number;
  readonly values: SaidValues;
}

/** What imports said of a plan's rows, each value as it was last said. */
export async function readSaid(db: Queryable, planId: PlanId): Promise<SaidBefore> {
  const rows = await db.query<{ list: ImportList; itemId: number; said: SaidValues }>(
    'SELECT list, item_id AS "itemId", said FROM import_row WHERE plan_id = $1',
    [planId],
  );
  return new Map(rows.map(({ list, itemId, said }) => [saidKey(list, itemId), said]));
}

/** Keeps what a file said; what it did not speak of stays as it was last said. */
export async function saveSaid(db: Queryable, planId: PlanId, rows: readonly SaidOfRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query(
    `INSERT INTO import_row (plan_id, list, item_id, said)
     SELECT DISTINCT ON (r.list, r."itemId") $1, r.list, r."itemId", r.values
     FROM jsonb_to_recordset($2::jsonb) AS r (list text, "itemId" integer, values jsonb)
     ON CONFLICT (plan_id, list, item_id) DO UPDATE SET said = import_row.said || excluded.said`,
    [planId, JSON.stringify(rows)],
  );
}
