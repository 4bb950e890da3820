import type { Plan, PlanId } from '../plan/plan.ts';
import type { Database, Queryable } from '../store/database.ts';
import { loadPlan } from '../store/load-plan.ts';
import { readPlanVersion } from '../store/plan-versions.ts';

/** The plans as the mirror has them, kept in memory for as long as the mirror does not change. */
export interface PlanCache {
  /** The plan as of now; `null` when there is no such plan. */
  get(planId: PlanId): Promise<Plan | null>;
  /**
   * Takes over a plan that this process has just changed from `from` to `to`, so that it need not be read again.
   * Ignored when another process changed the mirror in between.
   */
  replace(planId: PlanId, change: { readonly from: number; readonly to: number; readonly plan: Plan }): void;
}

/** Keeps one copy of each plan; a version number in the database says whether it is still true. */
export function createPlanCache(database: Database): PlanCache {
  const kept = new Map<PlanId, { version: number; plan: Plan }>();

  return {
    async get(planId) {
      const version = await readPlanVersion(database, planId);
      if (version === null) return null;
      const known = kept.get(planId);
      if (known?.version === version) return known.plan;
      const loaded = await readConsistently(database, planId);
      if (loaded === null) return null;
      kept.set(planId, loaded);
      return loaded.plan;
    },
    replace(planId, { from, to, plan }) {
      if (kept.get(planId)?.version === from && to === from + 1) kept.set(planId, { version: to, plan });
    },
  };
}

/** The version is read before the rows: a change in between only makes the next `get` read again. */
async function readConsistently(
  db: Queryable,
  planId: PlanId,
): Promise<{ version: number; plan: Plan } | null> {
  const version = await readPlanVersion(db, planId);
  const plan = await loadPlan(db, planId);
  return version === null || plan === null ? null : { version, plan };
}
