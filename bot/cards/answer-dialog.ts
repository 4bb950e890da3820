import type { QuestionsContent } from '../../plan/content.ts';
import { askedItem } from './answer-form.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { bindQuestionSection, type QuestionState } from './question-section.ts';
import { submissionData } from './submission.ts';
import template from './templates/answer-dialog.json' with { type: 'json' };
import { groupTitle } from './wording.ts';

const cardTemplate = createTemplate(template);

/** The form behind `Answer mine`, new or with what the person typed. */
export interface AnswerDialogContent {
  readonly form: QuestionsContent;
  /** Items with what the person typed and could not be saved yet: always all shown, first. */
  readonly typed: readonly QuestionState[];
  /** Items nobody has typed anything of yet. */
  readonly untouched: readonly QuestionState[];
  /** What happened with the last submission; `null` on a new form. */
  readonly notice: { readonly text: string; readonly good: boolean } | null;
  /** What is wrong, item by item, to be read before the form. */
  readonly messages: readonly string[];
}

/** The dialog of a check-in: one section per item, what was typed is kept. */
export const buildAnswerDialog = (content: AnswerDialogContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)), {
    most: content.typed.length + content.untouched.length,
    atLeast: content.typed.length,
  });

/** With more items than this, their questions are folded: scrolling past them takes longer than a press. */
const OPEN_ITEMS = 3;

const bind = (content: AnswerDialogContent, context: CardContext, limit: number) => {
  const { form, notice, messages } = content;
  const states = [...content.typed, ...content.untouched];
  const shown = states.slice(0, limit);
  const more = states.length - shown.length;
  const heading = form.groupName === null ? 'Your items' : `${groupTitle(form.groupName)} check-in`;
  return {
    fallbackText: heading,
    heading: markdownText(heading, NAME_LENGTH + 20),
    hint:
      shown.length === 0
        ? 'Nothing here waits for an answer.'
        : 'Change what is different, or tick “No change”. Items you leave as they are stay unanswered. Do not name children or families.',
    notice: notice?.text ?? '',
    noticeColour: notice?.good ? 'Good' : 'Attention',
    messages: messages.map((text) => ({ text: lineOf(text, NOTE_LENGTH) })),
    sections: shown.map((state, index) =>
      bindQuestionSection(state, index, {
        groups: form.groups,
        offerNoChange: true,
        // What somebody typed is never folded away.
        folded: states.length > OPEN_ITEMS && index >= content.typed.length,
      }),
    ),
    rest: more > 0 ? `${more} more: save these, then open the form again.` : '',
    save: submissionData({
      verb: 'save-answers',
      planId: form.planId,
      meetingKey: form.meetingKey,
      submissionKey: context.submissionKey,
      asked: shown.map(({ question, unchanged }) => askedItem(question, unchanged)),
    }),
  };
};
