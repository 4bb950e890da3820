import type { QuestionsContent } from '../../../plan/content.ts';
import type { ItemRef } from '../../../plan/plan.ts';
import { refKey } from '../../cards/answer-form.ts';
import { buildMessageCard } from '../../cards/message-card.ts';
import { buildMyActionsCard } from '../../cards/my-actions-card.ts';
import { type QuestionState, untouched } from '../../cards/question-section.ts';
import type { Reply, Tools } from '../tools.ts';

/** What may be said above a form, and where it stands. */
export interface FormSays {
  /** The item to show; where it is gone or not given, the first that waits for an answer. */
  readonly ref?: ItemRef | null;
  /** What the person typed of an item, to be kept. */
  readonly typed?: QuestionState | null;
  /** Items answered through this card already. */
  readonly done?: readonly ItemRef[];
  readonly notice?: { readonly text: string; readonly good: boolean } | null;
  readonly messages?: readonly string[];
}

/** A person's items as a card to answer in place; says so where there are none. */
export const showForm = (form: QuestionsContent, tools: Tools, says: FormSays = {}): Reply => {
  const done = says.done ?? [];
  const wanted = form.questions.find((question) => isSame(question.ref, says.ref));
  const question = wanted ?? nextQuestion(form, done) ?? form.questions[0];
  const current = says.typed ?? (question ? untouched(question) : null);
  if (!current) return nothingToAnswer(tools);
  const card = buildMyActionsCard(
    { form, current, done, notice: says.notice ?? null, messages: says.messages ?? [] },
    tools.cardContext(form.submissionKey),
  );
  return { kind: 'card', card, summary: String(card.fallbackText ?? '') };
};

/** The first item that still waits for an answer. */
export const nextQuestion = (form: QuestionsContent, done: readonly ItemRef[]) =>
  form.questions.find(({ ref, answered }) => !answered && !done.some((other) => isSame(ref, other)));

/** Nothing of the person's is open. */
export const nothingToAnswer = (tools: Tools): Reply => {
  const content = {
    heading: 'Nothing is waiting for you',
    paragraphs: ['No open item in any plan is yours.'],
  };
  return { kind: 'card', card: buildMessageCard(content, tools.cardContext()), summary: content.heading };
};

/** Whether two references point at the same item. */
export const isSame = (ref: ItemRef, other: ItemRef | null | undefined): boolean =>
  other !== null && other !== undefined && refKey(ref) === refKey(other);

/** Whether an item is the one that was chosen from a list. */
export const isChosen = (ref: ItemRef, value: string | undefined): boolean => refKey(ref) === value;
