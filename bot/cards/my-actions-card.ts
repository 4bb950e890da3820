import type { QuestionsContent } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { askedItem, refKey } from './answer-form.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { bindItemRow } from './item-row.ts';
import { lineOf, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { bindQuestionSection, type QuestionState } from './question-section.ts';
import { keyOf } from './status.ts';
import { submissionData } from './submission.ts';
import template from './templates/my-actions-card.json' with { type: 'json' };
import { countOf } from './wording.ts';

const cardTemplate = createTemplate(template);

/** A person's open items of one plan, and the questions of one of them. */
export interface MyActionsContent {
  readonly form: QuestionsContent;
  /** The item whose questions are shown. */
  readonly current: QuestionState;
  /** Items answered through this card already. */
  readonly done: readonly ItemRef[];
  readonly notice: { readonly text: string; readonly good: boolean } | null;
  readonly messages: readonly string[];
}

/** A person's items, answered one by one in place: for their own chat, where no dialog is needed. */
export const buildMyActionsCard = (content: MyActionsContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)));

const bind = (content: MyActionsContent, context: CardContext, limit: number) => {
  const { form, current, done, notice, messages } = content;
  const doneKeys = new Set(done.map(refKey));
  const lines = form.questions.slice(0, limit);
  const more = form.questions.length - lines.length;
  const heading = `${countOf(form.questions.length, 'item of yours is', 'items of yours are')} open`;
  const asked = {
    planId: form.planId,
    meetingKey: form.meetingKey,
    submissionKey: context.submissionKey,
    done: [...done],
  };
  const currentKey = refKey(current.question.ref);
  const others = lines.filter((line) => refKey(line.ref) !== currentKey);
  const place = form.questions.findIndex((line) => refKey(line.ref) === currentKey);
  const next = form.questions[(place + 1) % form.questions.length] ?? current.question;
  return {
    fallbackText: heading,
    heading,
    plan: lineOf(form.planName, NAME_LENGTH),
    notice: notice?.text ?? '',
    noticeColour: notice?.good ? 'Good' : 'Attention',
    messages: messages.map((text) => ({ text: lineOf(text, NOTE_LENGTH) })),
    rows: others.map((line) =>
      bindItemRow(line, line.answered || doneKeys.has(refKey(line.ref)) ? { answered: '✓ Answered' } : {}),
    ),
    rest: more > 0 ? `${more} more in the plan.` : '',
    key: keyOf([...others, current.question]),
    sections: [bindQuestionSection(current, 0, { groups: form.groups, offerNoChange: false })],
    save: submissionData({
      verb: 'answer-item',
      ...asked,
      ref: current.question.ref,
      asked: [askedItem(current.question, current.unchanged)],
    }),
    noChange: submissionData({ verb: 'no-change-item', ...asked, ref: current.question.ref }),
    show: submissionData({ verb: 'show-item', ...asked }),
    hasOthers: others.length > 0,
    next: others.some((line) => refKey(line.ref) === refKey(next.ref)) ? refKey(next.ref) : '',
    others: others.map((line) => ({
      title: lineOf(`${line.label} ${line.title}`, NAME_LENGTH),
      value: refKey(line.ref),
    })),
    planUrl: context.tabLink({ planId: form.planId }),
  };
};
