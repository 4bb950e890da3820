import type { PlanId } from '../../plan/plan.ts';
import type { Actor } from '../../workflow/use-cases.ts';
import type { Route, RouteRequest } from './route.ts';
import type { TabTokenVerifier } from './verify-tab-token.ts';

const NO_STORE = { 'cache-control': 'no-store' };

/** Who asks, and of which plan. */
export interface PlanAsk {
  readonly actor: Actor;
  readonly planId: PlanId;
}

/** Makes routes below `/api/v1/plans/:planId`. Each asks the token who it is; the use cases say what that person may. */
export function routesOfPlan(verifyToken: TabTokenVerifier) {
  return (
    method: Route['method'],
    path: string,
    answer: (ask: PlanAsk, request: RouteRequest) => Promise<unknown>,
  ): Route => ({
    method,
    path: `/api/v1/plans/:planId${path}`,
    handle: async (request) => {
      const { planId = '' } = request.params;
      const actor = await verifyToken(request.headers.authorization);
      return { status: 200, headers: NO_STORE, body: await answer({ actor, planId }, request) };
    },
  });
}
