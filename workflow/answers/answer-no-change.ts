import { buildQuestions } from '../../plan/check-in.ts';
import type { AnswerInput } from '../../plan/content.ts';
import { findItem } from '../../plan/items.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor, AnswerResult } from '../use-cases.ts';
import { type Answering, takeAnswers } from './take-answers.ts';

/** `No change for all mine`: answers the person's own items that nobody has answered in this check-in. */
export function answerNoChange(
  deps: WorkflowDeps,
  ask: { actor: Actor; planId: PlanId; meetingKey: RowKey; submissionKey: string },
): Promise<AnswerResult> {
  const asked = { meetingKey: ask.meetingKey, noChange: 'all mine' };
  return takeAnswers(deps, { ...ask, asked, showsCheckIn: true }, unansweredOf);
}

function unansweredOf({ plan, owner, meeting, now }: Answering): AnswerInput[] {
  const { questions } = buildQuestions(plan, meeting, owner, '', now);
  return questions
    .filter(({ ref, answered }) => !answered && findItem(plan, ref)?.owner === owner.key)
    .map(({ ref }) => ({ ref, noChange: true }));
}
