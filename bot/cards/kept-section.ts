import { ANSWER_FIELDS, type AnswerField, type FieldMarks, inputId, markOf } from './answer-form.ts';
import { createTemplate, type ElementJson } from './card.ts';
import { lineOf, NAME_LENGTH } from './plain-text.ts';
import type { QuestionState } from './question-section.ts';
import template from './templates/kept-section.json' with { type: 'json' };

/** The problem stands in full at the top, or when the item is opened. */
const WORDS_LENGTH = 80;

const sectionTemplate = createTemplate(template);

/** One item of a form that grew too long: what somebody typed comes along out of sight until the item is opened. */
export const bindKeptSection = (
  { question, values, unchanged, problems }: QuestionState,
  index: number,
): ElementJson => {
  const label = lineOf(question.label, 20);
  return sectionTemplate.expand({
    heading: `${label} ${lineOf(question.title, NAME_LENGTH)}`,
    words: lineOf(Object.values(problems)[0] ?? 'What you typed is kept.', WORDS_LENGTH),
    inputs: typedFields({ values, unchanged }).map((field) => ({
      id: inputId(field, index),
      label: `${label}: ${field}`,
      value: values[field],
    })),
  });
};

/** Marks of what was typed of such an item: nothing else of it comes back. */
export const keptMarks = (state: QuestionState): FieldMarks =>
  Object.fromEntries(typedFields(state).map((field) => [field, state.unchanged[field] ?? '']));

const typedFields = ({ values, unchanged }: Pick<QuestionState, 'values' | 'unchanged'>): AnswerField[] =>
  ANSWER_FIELDS.filter((field) => markOf(values[field]) !== (unchanged[field] ?? ''));
