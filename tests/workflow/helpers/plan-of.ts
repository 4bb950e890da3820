import type { Plan, PlanId } from '../../../plan/plan.ts';
import type { Recommendation } from '../../../plan/rows.ts';
import type { WorkflowDeps } from '../../../workflow/deps.ts';
import { PLAN_ID } from './sandbox-plan.ts';

/** A recommendation that SharePoint has. */
export type KnownRecommendation = Recommendation & { readonly itemId: number };

type Process = Pick<WorkflowDeps, 'plans'>;

/** The plan as a process now has it; the sandbox's, unless another is named. @throws Error when it has none */
export async function planOf({ plans }: Process, planId: PlanId = PLAN_ID): Promise<Plan> {
  const plan = await plans.get(planId);
  if (plan === null) throw new Error('the plan is not there');
  return plan;
}

/** The recommendation of this number. @throws Error when it is not in the plan, or not in SharePoint */
export async function recommendationOf(process: Process, number: number): Promise<KnownRecommendation> {
  const found = (await planOf(process)).recommendations.find((row) => row.number === number);
  if (found?.itemId == null) throw new Error(`recommendation ${number} is not in the plan`);
  return { ...found, itemId: found.itemId };
}
