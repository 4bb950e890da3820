import { duePersonally, type NoticeState } from '../../plan/notices/index.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import { readNoticeLedger } from '../../store/notice-ledger.ts';
import { listPlanSites } from '../../store/plan-sites.ts';
import { readPreferences } from '../../store/preferences.ts';
import type { WorkflowDeps } from '../deps.ts';

type Standing = Required<Omit<NoticeState, 'until'>>;

/**
 * What decides which notices are due now: every plan, what people have chosen, and what they were told before. A plan
 * that cannot be gone on with is logged and left out, so that people still hear of their others.
 */
export async function noticeState(deps: WorkflowDeps): Promise<Standing> {
  const planIds = (await listPlanSites(deps.database)).map(({ planId }) => planId);
  const state = {
    preferences: await readPreferences(deps.database, deps.tenantId),
    ledger: await readNoticeLedger(deps.database, planIds),
    now: deps.clock.now(),
  };
  const plans: Plan[] = [];
  for (const planId of planIds) {
    const plan = await findSound(deps, planId, state);
    if (plan !== null) plans.push(plan);
  }
  return { ...state, plans };
}

async function findSound(
  deps: WorkflowDeps,
  planId: PlanId,
  state: Omit<Standing, 'plans'>,
): Promise<Plan | null> {
  try {
    const plan = await deps.plans.get(planId);
    if (plan !== null) duePersonally({ ...state, plans: [plan] });
    return plan;
  } catch (error) {
    const { name, message } = error as Error;
    deps.log.error(
      { planId, step: 'notices', error: name, reason: message },
      'a plan is left out of notices',
    );
    return null;
  }
}
