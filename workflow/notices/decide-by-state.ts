import type { NoticeState } from '../../plan/notices/index.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import { readNoticeLedger } from '../../store/notice-ledger.ts';
import { listPlanSites } from '../../store/plan-sites.ts';
import { readPreferences } from '../../store/preferences.ts';
import type { WorkflowDeps } from '../deps.ts';

type Standing = Required<Omit<NoticeState, 'until'>>;

/**
 * Decides by how things stand now: every plan, what people have chosen, and what they were told before. A plan that cannot
 * be gone on with is logged and left out, so that people still hear of their others.
 */
export async function decideByState<Decision>(
  deps: WorkflowDeps,
  decide: (state: Standing) => Decision,
): Promise<Decision> {
  const planIds = (await listPlanSites(deps.database)).map(({ planId }) => planId);
  const plans: Plan[] = [];
  for (const planId of planIds) {
    const plan = await deps.plans.get(planId).catch((error: unknown) => leaveOut(deps, planId, error));
    if (plan !== null) plans.push(plan);
  }
  const state = {
    plans,
    preferences: await readPreferences(deps.database, deps.tenantId),
    ledger: await readNoticeLedger(deps.database, planIds),
    now: deps.clock.now(),
  };
  try {
    return decide(state);
  } catch {
    return decide({ ...state, plans: plans.filter((plan) => isSound(deps, plan, state, decide)) });
  }
}

function isSound(
  deps: WorkflowDeps,
  plan: Plan,
  state: Standing,
  decide: (state: Standing) => unknown,
): boolean {
  try {
    decide({ ...state, plans: [plan] });
    return true;
  } catch (error) {
    leaveOut(deps, plan.id, error);
    return false;
  }
}

function leaveOut({ log }: WorkflowDeps, planId: PlanId, error: unknown): null {
  const { name, message } = error as Error;
  log.error({ planId, step: 'notices', error: name, reason: message }, 'a plan is left out of notices');
  return null;
}
