import { isPlanManager } from '../../plan/people.ts';
import type { PlanId } from '../../plan/plan.ts';
import { type KnownActor, refuse, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor } from '../use-cases.ts';

/** The plan, for somebody who manages it. @throws AppError `FORBIDDEN` for everybody else */
export async function requireManager(deps: WorkflowDeps, actor: Actor, planId: PlanId): Promise<KnownActor> {
  const known = await requireActor(deps, actor, planId);
  if (!isPlanManager(known.owner)) throw managersOnly();
  return known;
}

export function managersOnly(): Error {
  return refuse('Only plan managers can see and change the settings of a plan. Ask yours.');
}
