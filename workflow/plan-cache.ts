import type { Plan, PlanId } from '../plan/plan.ts';
import type { Database, Queryable } from '../store/database.ts';
import { loadPlan } from '../store/load-plan.ts';
import { readPlanVersion } from '../store/plan-versions.ts';

/** The plans as the mirror has them, kept in memory for as long as the mirror does not change. */
export interface PlanCache {
  /** The plan as of now; `null` when there is no such plan. */
  get(planId: PlanId): Promise<Plan | null>;
  /**
   * Takes over what this process has just made of a plan, so that it need not be read again. Ignored unless `was` is
   * the plan kept and `version` the one after it: then another process changed the mirror in between.
   */
  replace(
    planId: PlanId,
    change: { readonly was: Plan; readonly plan: Plan; readonly version: number },
  ): void;
}

/** Keeps one copy of each plan; a version number in the database says whether it is still true. */
export function createPlanCache(database: Database): PlanCache {
  const kept = new Map<PlanId, { version: number; plan: Plan }>();
  /** Everybody who looks at a plan asks for it when it changes: it is read once for all of them. */
  const underWay = new Map<PlanId, { version: number; reading: ReturnType<typeof readConsistently> }>();

  const readOnce = (planId: PlanId, version: number) => {
    const known = underWay.get(planId);
    if (known?.version === version) return known.reading;
    const begun = { version, reading: readConsistently(database, planId) };
    underWay.set(planId, begun);
    return begun.reading.finally(() => {
      if (underWay.get(planId) === begun) underWay.delete(planId);
    });
  };

  return {
    async get(planId) {
      const version = await readPlanVersion(database, planId);
      if (version === null) return null;
      const known = kept.get(planId);
      if (known?.version === version) return known.plan;
      const loaded = await readOnce(planId, version);
      if (loaded === null) return null;
      kept.set(planId, loaded);
      return loaded.plan;
    },
    replace(planId, { was, plan, version }) {
      const known = kept.get(planId);
      if (known?.plan === was && known.version + 1 === version) kept.set(planId, { version, plan });
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
