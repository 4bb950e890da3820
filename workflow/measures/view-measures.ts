import type { MeasuresView } from '../../plan/content.ts';
import { buildMeasures } from '../../plan/measures.ts';
import { findPlansOf, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';

/** A plan's measures; from the mirror alone, no Graph call. */
export async function viewMeasures(
  deps: WorkflowDeps,
  { actor, planId }: Parameters<UseCases['viewMeasures']>[0],
): Promise<MeasuresView> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  return buildMeasures(plan, owner, deps.clock.now(), deps.newKey());
}

/** Those of every plan in which the person may record a reading. */
export async function listMeasures(
  deps: WorkflowDeps,
  { actor }: Parameters<UseCases['listMeasures']>[0],
): Promise<readonly MeasuresView[]> {
  const now = deps.clock.now();
  return (await findPlansOf(deps, actor))
    .map(({ plan, owner }) => buildMeasures(plan, owner, now, deps.newKey()))
    .filter(({ measures }) => measures.some(({ mayRecord }) => mayRecord));
}
