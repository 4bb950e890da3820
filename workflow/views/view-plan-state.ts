import type { PlanId } from '../../plan/plan.ts';
import { readPlanVersion } from '../../store/plan-versions.ts';
import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor, PlanState } from '../use-cases.ts';

/** How far a plan has come, for whoever may read it. The version is read first: what changes meanwhile is told again. */
export async function viewPlanState(
  deps: WorkflowDeps,
  { actor, planId }: { actor: Actor; planId: PlanId },
): Promise<PlanState> {
  const version = (await readPlanVersion(deps.database, planId)) ?? 0;
  const { plan } = await requireActor(deps, actor, planId);
  return { version, timeZone: plan.settings.timeZone };
}
