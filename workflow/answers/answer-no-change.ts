import { buildQuestions } from '../../plan/check-in.ts';
import { findItem } from '../../plan/items.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import { requireActor, requireMeeting } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor, AnswerResult } from '../use-cases.ts';
import { answerItems } from './answer-items.ts';

/** `No change for all mine`: answers the person's own items that nobody has answered in this check-in. */
export async function answerNoChange(
  deps: WorkflowDeps,
  ask: { actor: Actor; planId: PlanId; meetingKey: RowKey; submissionKey: string },
): Promise<AnswerResult> {
  const { plan, owner } = await requireActor(deps, ask.actor, ask.planId);
  const { meeting } = requireMeeting(plan, ask.meetingKey);
  const { questions } = buildQuestions(plan, meeting, owner, ask.submissionKey, deps.clock.now());
  const mine = questions.filter(({ ref, answered }) => !answered && findItem(plan, ref)?.owner === owner.key);
  return answerItems(deps, { ...ask, answers: mine.map(({ ref }) => ({ ref, noChange: true })) });
}
