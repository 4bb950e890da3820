import type { PlanId } from '../plan/plan.ts';
import type { Queryable } from './database.ts';

/** A number that grows with every change of a plan's mirror; `null` when there is no such plan. */
export async function readPlanVersion(db: Queryable, planId: PlanId): Promise<number | null> {
  const rows = await db.query<{ version: number }>('SELECT version FROM plan_site WHERE plan_id = $1', [
    planId,
  ]);
  return rows[0]?.version ?? null;
}

/** The versions of some plans; those that are not there are left out. One statement. */
export async function readPlanVersions(
  db: Queryable,
  planIds: readonly PlanId[],
): Promise<ReadonlyMap<PlanId, number>> {
  const rows = await db.query<{ planId: PlanId; version: number }>(
    'SELECT plan_id AS "planId", version FROM plan_site WHERE plan_id = ANY($1::text[])',
    [planIds],
  );
  return new Map(rows.map(({ planId, version }) => [planId, version]));
}

/**
 * Call it in every transaction that changes a plan's mirror, before the rows are touched: such transactions then wait
 * for one another instead of seeing half of each other's, or locking each other out. Answers the new version.
 */
export async function raisePlanVersion(db: Queryable, planId: PlanId): Promise<number> {
  const rows = await db.query<{ version: number }>(
    'UPDATE plan_site SET version = version + 1 WHERE plan_id = $1 RETURNING version',
    [planId],
  );
  return rows[0]?.version ?? 0;
}

/** Makes other transactions on the plan wait, where nothing changes that a plan is made of. */
export async function lockPlan(db: Queryable, planId: PlanId): Promise<void> {
  await db.query('SELECT 1 FROM plan_site WHERE plan_id = $1 FOR UPDATE', [planId]);
}
