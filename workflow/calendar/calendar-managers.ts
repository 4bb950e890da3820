import { isPlanManager } from '../../plan/people.ts';
import type { PlanId } from '../../plan/plan.ts';
import { findPlansOf, type KnownActor, refuse, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor } from '../use-cases.ts';

const MANAGERS_ONLY =
  'Only plan managers can see and change when a plan is closed or quiet, and its calendar address. Ask yours.';

/** The plans that somebody manages, at least one. @throws AppError `FORBIDDEN` for everybody else */
export async function requireManagedCalendars(
  deps: WorkflowDeps,
  actor: Actor,
): Promise<{ readonly managed: readonly KnownActor[]; readonly entraObjectId: string }> {
  const managed = (await findPlansOf(deps, actor)).filter(({ owner }) => isPlanManager(owner));
  const entraObjectId = actor.entraObjectId?.toLowerCase();
  if (managed.length === 0 || !entraObjectId) throw refuse(MANAGERS_ONLY);
  return { managed, entraObjectId };
}

/** The plan, for somebody who manages it. @throws AppError `FORBIDDEN` */
export async function requireCalendar(deps: WorkflowDeps, actor: Actor, planId: PlanId): Promise<KnownActor> {
  const known = await requireActor(deps, actor, planId);
  if (!isPlanManager(known.owner)) throw refuse(MANAGERS_ONLY);
  return known;
}
