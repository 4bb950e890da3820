import { AppError } from '../plan/errors.ts';
import { mayReadPlan, ownerOf } from '../plan/people.ts';
import type { Plan, PlanId } from '../plan/plan.ts';
import type { Group, Meeting, Owner, RowKey } from '../plan/rows.ts';
import { listPlanSites } from '../store/plan-sites.ts';
import type { WorkflowDeps } from './deps.ts';
import { meetingGone } from './meetings/meeting-refusals.ts';
import type { Actor } from './use-cases.ts';

/** A person who has shown to be in a plan. */
export interface KnownActor {
  readonly plan: Plan;
  readonly owner: Owner;
}

/**
 * Finds the plan and the person in it.
 * @throws AppError `FORBIDDEN` for another tenant or somebody the plan does not know, the same words for both, and
 *   for a plan that does not exist: who may not read a plan does not learn whether it is there.
 */
export async function requireActor(deps: WorkflowDeps, actor: Actor, planId: PlanId): Promise<KnownActor> {
  const plan = actor.tenantId === deps.tenantId ? await deps.plans.get(planId) : null;
  const owner = plan === null ? null : ownerOf(plan, actor);
  if (plan === null || owner === null || !mayReadPlan(plan, owner)) throw notInPlan(planId);
  return { plan, owner };
}

/** Every plan the person is in. Empty for another tenant or a stranger. */
export async function findPlansOf(deps: WorkflowDeps, actor: Actor): Promise<KnownActor[]> {
  if (actor.tenantId !== deps.tenantId) return [];
  const sites = await listPlanSites(deps.database);
  const plans = await Promise.all(sites.map((site) => deps.plans.get(site.planId)));
  return plans.flatMap((plan) => {
    const owner = plan === null ? null : ownerOf(plan, actor);
    return plan === null || owner === null || !mayReadPlan(plan, owner) ? [] : [{ plan, owner }];
  });
}

/** The group a channel belongs to, with the plan and the person. @throws AppError `NOT_FOUND`, `FORBIDDEN` */
export async function requireChannelGroup(
  deps: WorkflowDeps,
  actor: Actor,
  channelId: string,
): Promise<KnownActor & { readonly group: Group }> {
  const known = await findPlansOf(deps, actor);
  for (const { plan, owner } of known) {
    const group = plan.groups.find(
      (candidate) => candidate.channelId === channelId && candidate.active !== false,
    );
    if (group !== undefined) return { plan, owner, group };
  }
  if (known.length === 0) throw notInPlan('any');
  throw new AppError({
    code: 'NOT_FOUND',
    message: 'channel belongs to no group of a plan the person is in',
    userMessage:
      'This channel does not belong to a group of an improvement plan. A plan manager can enter it in the Groups list.',
  });
}

/** A meeting of the plan and its group. @throws AppError `STALE` when it is no longer there. */
export function requireMeeting(
  plan: Plan,
  meetingKey: RowKey,
): { readonly meeting: Meeting; readonly group: Group } {
  const meeting = plan.meetings.find((candidate) => candidate.key === meetingKey);
  const group = plan.groups.find((candidate) => candidate.key === meeting?.group);
  if (meeting === undefined || group === undefined) throw meetingGone();
  return { meeting, group };
}

/** Told to whoever asks for what is theirs and is in no plan. */
export const IN_NO_PLAN =
  'You are not in an improvement plan yet. Its plan manager can add you to the Owners list.';

/** Who may not do something is told so, and nothing about what is there. */
export function refuse(userMessage: string): AppError {
  return new AppError({ code: 'FORBIDDEN', message: 'refused by the rules of the plan', userMessage });
}

function notInPlan(planId: PlanId): AppError {
  return new AppError({
    code: 'FORBIDDEN',
    message: 'person is not an owner in the plan',
    userMessage: 'You are not in this improvement plan. Its plan manager can add you to the Owners list.',
    details: { planId },
  });
}
