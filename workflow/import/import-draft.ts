import { AppError } from '../../plan/errors.ts';
import { isPlanManager } from '../../plan/people.ts';
import type { PlanId } from '../../plan/plan.ts';
import { findDraftOf, type ImportDraft } from '../../store/import-drafts.ts';
import { findPlansOf, type KnownActor, refuse, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor } from '../use-cases.ts';

/** How long a file waits for its sender. */
export const DRAFT_LIFE_HOURS = 24;

const MANAGERS_ONLY =
  'Only a plan manager can import a plan. Ask yours to send me the file. I have not kept it.';

/** The plans that somebody manages, and who that is. */
export interface ManagedPlans {
  readonly plans: readonly KnownActor[];
  readonly entraObjectId: string;
}

/**
 * The plans that somebody manages, at least one.
 * @param planId that one alone; default: all of them
 * @throws AppError `FORBIDDEN` for everybody else
 */
export async function requireManagedPlans(
  deps: WorkflowDeps,
  actor: Actor,
  planId?: PlanId,
): Promise<ManagedPlans> {
  const plans =
    planId === undefined
      ? (await findPlansOf(deps, actor)).filter(({ owner }) => isPlanManager(owner))
      : [await requireManager(deps, actor, planId)];
  const entraObjectId = actor.entraObjectId?.toLowerCase();
  if (plans.length === 0 || !entraObjectId) throw refuse(MANAGERS_ONLY);
  return { plans, entraObjectId };
}

/** The plan, for somebody who manages it. @throws AppError `FORBIDDEN` */
export async function requireManager(deps: WorkflowDeps, actor: Actor, planId: PlanId): Promise<KnownActor> {
  const known = await requireActor(deps, actor, planId);
  if (!isPlanManager(known.owner)) throw refuse(MANAGERS_ONLY);
  return known;
}

/**
 * A file that this person sent.
 * @param planId the plan it must have been shown for; default: any
 * @throws AppError `FORBIDDEN`, `NOT_FOUND` when it is not there any more
 */
export async function requireDraft(
  deps: WorkflowDeps,
  actor: Actor,
  importKey: string,
  planId?: PlanId,
): Promise<ImportDraft> {
  const { entraObjectId } = await requireManagedPlans(deps, actor);
  if (planId !== undefined) await requireManager(deps, actor, planId);
  const draft = await findDraftOf(deps.database, { importKey, entraObjectId });
  if (draft === null || (planId !== undefined && draft.planId !== planId)) throw draftIsGone();
  return draft;
}

export function draftIsGone(): AppError {
  return new AppError({
    code: 'NOT_FOUND',
    message: 'no such import of this person',
    userMessage: `I don’t have this file any more: it was imported, cancelled, or sent more than ${DRAFT_LIFE_HOURS} hours ago. Please send it again.`,
  });
}
