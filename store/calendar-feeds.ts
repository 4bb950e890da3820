import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';

/** When the calendar address of a plan was made; `null` where it has none. */
export async function readFeedMadeAt(db: Queryable, planId: PlanId): Promise<IsoInstant | null> {
  const rows = await db.query<{ madeAt: IsoInstant }>(
    `SELECT ${isoInstant('made_at', 'millisecond')} AS "madeAt" FROM calendar_feed WHERE plan_id = $1`,
    [planId],
  );
  return rows[0]?.madeAt ?? null;
}

/** Gives a plan an address; the one it had stops. */
export async function saveFeed(
  db: Queryable,
  { planId, digest, madeAt }: { planId: PlanId; digest: string; madeAt: IsoInstant },
): Promise<void> {
  await db.query(
    `INSERT INTO calendar_feed (plan_id, secret_digest, made_at) VALUES ($1, $2, $3::timestamptz)
     ON CONFLICT (plan_id) DO UPDATE SET secret_digest = excluded.secret_digest, made_at = excluded.made_at`,
    [planId, digest, madeAt],
  );
}

export async function dropFeed(db: Queryable, planId: PlanId): Promise<void> {
  await db.query('DELETE FROM calendar_feed WHERE plan_id = $1', [planId]);
}

/** The plan whose address has this digest, while it is configured. */
export async function findFeed(db: Queryable, digest: string): Promise<PlanId | null> {
  const rows = await db.query<{ planId: PlanId }>(
    `SELECT plan_id AS "planId" FROM calendar_feed JOIN plan_site USING (plan_id)
     WHERE secret_digest = $1 AND configured`,
    [digest],
  );
  return rows[0]?.planId ?? null;
}
