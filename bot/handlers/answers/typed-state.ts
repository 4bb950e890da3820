import type { AnswerProblem, ItemQuestion } from '../../../plan/content.ts';
import { ANSWER_FIELDS, type AnswerField, lastValues, marksOf } from '../../cards/answer-form.ts';
import type { QuestionState } from '../../cards/question-section.ts';
import type { ReadItem } from './read-answers.ts';

/** An item as the person left it, with what is wrong beside each field. */
export const typedState = (
  question: ItemQuestion,
  item: ReadItem,
  problems: readonly AnswerProblem[],
): QuestionState => ({
  question,
  values: { ...lastValues(question), ...item.typed },
  // The marks of the first form, so that what was typed still counts as changed; a long form shows ticks only of some.
  unchanged: { ...marksOf(lastValues(question)), ...item.asked.shown },
  noChange: item.noChange,
  checked: item.checked,
  problems: byField(problems),
  held: problems.some(({ held }) => held === true),
});

const byField = (problems: readonly AnswerProblem[]): QuestionState['problems'] => {
  const words: Partial<Record<AnswerField | 'item', string>> = {};
  for (const { field, message } of problems) {
    const place = ANSWER_FIELDS.find((known) => known === field) ?? 'item';
    words[place] = words[place] ? `${words[place]} ${message}` : message;
  }
  return words;
};
