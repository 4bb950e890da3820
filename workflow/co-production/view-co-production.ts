import { buildCoProduction } from '../../plan/co-production/co-production-view.ts';
import type { CoProductionView } from '../../plan/content.ts';
import { requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { ownBallots } from './rank-ballots.ts';

/** What reference groups have to say of a plan. Anybody in it reads it. */
export async function viewCoProduction(
  deps: WorkflowDeps,
  { actor, planId }: Parameters<UseCases['viewCoProduction']>[0],
): Promise<CoProductionView> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  return buildCoProduction(plan, {
    viewer: owner,
    ownBallots: await ownBallots(deps.database, { plan, owner }),
    now: deps.clock.now(),
  });
}
