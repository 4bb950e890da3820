import { createHash } from 'node:crypto';
import type { QuestionsContent } from '../../../plan/content.ts';
import { AppError } from '../../../plan/errors.ts';
import type { Actor, UseCases } from '../../../workflow/use-cases.ts';
import type { AnswerData, Submission } from '../../cards/submission.ts';

/**
 * The person's form a card belongs to, as it now stands: of a check-in, or of all their items in a plan.
 * @throws AppError `STALE` where the plan asks nothing of them any more.
 */
export const findForm = async (
  useCases: UseCases,
  actor: Actor,
  { planId, meetingKey }: Pick<AnswerData, 'planId' | 'meetingKey'>,
): Promise<QuestionsContent> => {
  if (meetingKey) return useCases.askQuestions({ actor, planId, meetingKey });
  const forms = await useCases.myActions({ actor });
  const form = forms.find((candidate) => candidate.planId === planId);
  if (form) return form;
  throw new AppError({
    code: 'STALE',
    message: 'The plan of a card has nothing for the person any more.',
    userMessage: 'Nothing in this plan is waiting for you any more. Write “my actions” to see what is.',
    details: { planId },
  });
};

/**
 * The form that comes back for a submission of which nothing could be read or saved. Its key is worked out from what was
 * submitted, so that copies of one press are answered alike.
 */
export const findFormAgain = async (
  useCases: UseCases,
  actor: Actor,
  { data, inputs }: Submission<AnswerData>,
): Promise<QuestionsContent> => {
  const form = await findForm(useCases, actor, data);
  const submitted = JSON.stringify([data, inputs]);
  return { ...form, submissionKey: createHash('sha256').update(submitted).digest('base64url') };
};
