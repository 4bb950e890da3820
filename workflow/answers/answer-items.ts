import type { AnswerInput } from '../../plan/content.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { AnswerResult } from '../use-cases.ts';
import { type AnswersAsked, takeAnswers } from './take-answers.ts';

/** Records what a form says of items, each by itself: a problem with one loses none of the others. */
export function answerItems(
  deps: WorkflowDeps,
  ask: Omit<AnswersAsked, 'asked'> & { readonly answers: readonly AnswerInput[] },
): Promise<AnswerResult> {
  const { meetingKey, answers } = ask;
  return takeAnswers(deps, { ...ask, asked: { meetingKey, answers } }, () => answers);
}
