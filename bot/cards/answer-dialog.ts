import type { QuestionsContent } from '../../plan/content.ts';
import { askedItem, refKey } from './answer-form.ts';
import { bindBriefSection } from './brief-section.ts';
import {
  type CardContext,
  type CardJson,
  createTemplate,
  fitCard,
  MAX_CARD_BYTES,
  sizeOfCard,
} from './card.ts';
import { bindKeptSection, keptMarks } from './kept-section.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import { bindQuestionSection, type QuestionState } from './question-section.ts';
import { submissionData } from './submission.ts';
import template from './templates/answer-dialog.json' with { type: 'json' };
import { groupTitle } from './wording.ts';

const cardTemplate = createTemplate(template);

/** The form behind `Answer mine`, new or with what the person typed. */
export interface AnswerDialogContent {
  readonly form: QuestionsContent;
  /** Items with what the person typed and could not be saved yet: always all kept, first. */
  readonly typed: readonly QuestionState[];
  /** Items nobody has typed anything of yet. */
  readonly untouched: readonly QuestionState[];
  /** What happened with the last submission; `null` on a new form. */
  readonly notice: { readonly text: string; readonly good: boolean } | null;
  /** What is wrong, item by item, to be read before the form. */
  readonly messages: readonly string[];
}

/** More than so many untouched items never fit with all their questions. */
const IN_FULL = 6;

/**
 * The dialog of a check-in: one section per item, what was typed is kept. Where the questions of all do not fit, the
 * later items have a tick only, and a choice that opens one of them; what was typed of them is kept all the same.
 */
export const buildAnswerDialog = (content: AnswerDialogContent, context: CardContext): CardJson => {
  const atLeast = content.typed.length;
  const most = atLeast + content.untouched.length;
  const sections = sectionsOf(content);
  const build = (limits: Limits) => cardTemplate.expandCard(bind(content, context, limits, sections));
  for (let inFull = Math.min(most, atLeast + IN_FULL); inFull > atLeast; inFull -= 1) {
    const card = build({ shown: most, inFull });
    if (sizeOfCard(card) <= MAX_CARD_BYTES) return card;
  }
  let card = fitCard((limit) => build({ shown: limit, inFull: atLeast }), { most, atLeast });
  for (let inFull = atLeast - 1; inFull >= 0 && sizeOfCard(card) > MAX_CARD_BYTES; inFull -= 1)
    card = build({ shown: atLeast, inFull });
  return card;
};

interface Limits {
  /** How many items are shown. */
  readonly shown: number;
  /** How many of them, the first, with all their questions. */
  readonly inFull: number;
}

/** The items of a form, each drawn once for all that is tried to make them fit. */
const sectionsOf = ({ form, typed, untouched }: AnswerDialogContent) => {
  const states = [...typed, ...untouched];
  return {
    inFull: states.slice(0, typed.length + IN_FULL).map((state, index) =>
      bindQuestionSection(state, index, {
        groups: form.groups,
        offerNoChange: true,
        // The first is open, and what somebody typed is never folded away: scrolling past the rest takes too long.
        folded: index >= Math.max(1, typed.length),
      }),
    ),
    /** Those that are not in full: as typed, or with a tick only. */
    brief: states.map((state, index) =>
      index < typed.length ? bindKeptSection(state, index) : bindBriefSection(state, index),
    ),
  };
};

const bind = (
  content: AnswerDialogContent,
  context: CardContext,
  limits: Limits,
  sections: ReturnType<typeof sectionsOf>,
) => {
  const { form, notice, messages } = content;
  const states = [...content.typed, ...content.untouched];
  const shown = states.slice(0, limits.shown);
  const brief = shown.slice(limits.inFull);
  const more = states.length - shown.length;
  const heading = form.groupName === null ? 'Your items' : `${groupTitle(form.groupName)} check-in`;
  const asked = {
    planId: form.planId,
    meetingKey: form.meetingKey,
    submissionKey: context.submissionKey,
    asked: shown.map((state, index) => {
      const { question, unchanged } = state;
      if (index < limits.inFull) return askedItem(question, unchanged);
      return askedItem(question, index < content.typed.length ? keptMarks(state) : {});
    }),
  };
  return {
    fallbackText: heading,
    heading: markdownText(heading, NAME_LENGTH + 20),
    hint:
      shown.length === 0
        ? 'Nothing here waits for an answer.'
        : 'Change what is different, or tick “No change”. Items you leave as they are stay unanswered. Do not name children or families.',
    notice: notice?.text ?? '',
    noticeColour: notice?.good ? 'Good' : 'Attention',
    messages: firstOf(messages).map((text) => ({ text: lineOf(text, NOTE_LENGTH) })),
    sections: [
      ...sections.inFull.slice(0, Math.min(limits.inFull, shown.length)),
      ...sections.brief.slice(limits.inFull, shown.length),
    ],
    hasBrief: brief.length > 0,
    briefItems: brief.map(({ question }) => ({
      title: lineOf(`${question.label} ${question.title}`, CHOICE_LENGTH),
      value: refKey(question.ref),
    })),
    show: submissionData({ verb: 'show-item', ...asked }),
    rest: more > 0 ? `${more} more: save these, then open the form again.` : '',
    save: submissionData({ verb: 'save-answers', ...asked }),
  };
};

/** The first few problems; the others stand at their items. */
const firstOf = (messages: readonly string[]): readonly string[] =>
  messages.length <= MOST_MESSAGES
    ? messages
    : [...messages.slice(0, MOST_MESSAGES - 1), `${messages.length - MOST_MESSAGES + 1} more below.`];

const MOST_MESSAGES = 6;

/** Longest words of a choice: one line on a phone. */
const CHOICE_LENGTH = 40;
