import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';
import type { NoticeKey, NoticeState } from './ledger.ts';

/** What became of one notice. */
export interface FoundNotice {
  readonly state: NoticeState;
  readonly code: string | null;
  readonly settledAt: IsoInstant | null;
}

/** A notice of a plan by what names it; `null` where the ledger does not hold it. */
export async function findNotice(
  db: Queryable,
  planId: PlanId,
  { kind, subject, period }: NoticeKey,
): Promise<FoundNotice | null> {
  const rows = await db.query<FoundNotice>(
    `SELECT state, code, ${isoInstant('settled_at')} AS "settledAt" FROM notice
     WHERE plan_id = $1 AND kind = $2 AND subject = $3 AND period = $4`,
    [planId, kind, subject, period],
  );
  return rows[0] ?? null;
}

/** Periods of a plan's notices of one kind that came to nothing, or may have. */
export async function readUnsentPeriods(db: Queryable, planId: PlanId, kind: string): Promise<string[]> {
  const rows = await db.query<{ period: string }>(
    `SELECT period FROM notice WHERE plan_id = $1 AND kind = $2 AND state IN ('not sent', 'expired', 'ambiguous')
     ORDER BY id`,
    [planId, kind],
  );
  return rows.map(({ period }) => period);
}
