import { todayIn } from '../../plan/calendar/dates.ts';
import type { Everywhere, InPlan } from '../../plan/personal/in-plan.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { IsoDate } from '../../plan/rows.ts';
import { findPlansOf, IN_NO_PLAN, refuse } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Submitted } from '../once.ts';
import type { Actor } from '../use-cases.ts';

/** Somebody who asks for what is theirs alone. */
export interface Person {
  /** Their plans, always in the same order. */
  readonly everywhere: Everywhere;
  /** As the directory names them; what they choose is kept under it. */
  readonly entraObjectId: string;
  readonly now: Temporal.Instant;
  /** In their first plan. */
  readonly today: IsoDate;
}

/** Finds the person and their plans. @throws AppError `FORBIDDEN` for somebody in no plan */
export async function requirePerson(deps: WorkflowDeps, actor: Actor): Promise<Person> {
  const known = await findPlansOf(deps, actor);
  const [first, ...others] = known.toSorted((one, other) => (one.plan.id < other.plan.id ? -1 : 1));
  if (first === undefined || actor.entraObjectId === null) throw refuse(IN_NO_PLAN);
  const now = deps.clock.now();
  return {
    everywhere: [first, ...others],
    entraObjectId: actor.entraObjectId,
    now,
    today: todayIn(now, first.plan.settings.timeZone),
  };
}

/** A submission about no plan in particular is kept with the person's first. */
export function submittedBy(
  { everywhere: [{ plan, owner }] }: Person,
  submissionKey: string,
  asked: unknown,
): Submitted {
  return { planId: plan.id, ownerKey: owner.key, submissionKey, asked };
}

/** The person in the plan that is named. */
export function inPlan({ everywhere }: Person, planId: PlanId): InPlan | undefined {
  return everywhere.find(({ plan }) => plan.id === planId);
}
