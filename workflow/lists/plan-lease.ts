import type { PlanId } from '../../plan/plan.ts';
import { withLease } from '../../store/leases.ts';
import type { WorkflowDeps } from '../deps.ts';

/** Renewed while the work lasts; after a crash on a shared server, others wait this long. */
const LEASE_MS = 45_000;

/** A reading or writing of one plan takes far less than this unless Graph is down. */
const WAIT_MS = 60_000;

/**
 * Does `work` while no other process reads or writes the plan's lists. Reading and writing share one lease: a row
 * that is being created must not be read back before its id is recorded.
 */
export async function withPlanLease<T>(
  deps: WorkflowDeps,
  planId: PlanId,
  work: () => Promise<T>,
): Promise<T | null> {
  return withLease(deps.database, { name: `lists:${planId}`, forMs: LEASE_MS, waitMs: WAIT_MS }, work);
}
