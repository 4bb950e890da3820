import { buildQuestions } from '../../plan/check-in.ts';
import type { QuestionsContent } from '../../plan/content.ts';
import { findPlansOf, IN_NO_PLAN, refuse } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor } from '../use-cases.ts';

/** Open items of the person, one content per plan. @throws AppError `FORBIDDEN` for people in no plan. */
export async function myActions(
  deps: WorkflowDeps,
  { actor }: { actor: Actor },
): Promise<QuestionsContent[]> {
  const known = await findPlansOf(deps, actor);
  if (known.length === 0) throw refuse(IN_NO_PLAN);
  const now = deps.clock.now();
  return known.map(({ plan, owner }) => buildQuestions(plan, null, owner, deps.newKey(), now));
}
