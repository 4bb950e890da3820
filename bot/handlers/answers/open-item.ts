import type { ItemRef } from '../../../plan/plan.ts';
import { buildAnswerDialog } from '../../cards/answer-dialog.ts';
import { type QuestionState, untouched } from '../../cards/question-section.ts';
import type { AnswerData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import type { Tools } from '../tools.ts';
import { DIALOG_TITLE, type DialogAnswer } from './dialog-answer.ts';
import { findForm } from './find-form.ts';
import { type ReadItem, readAnswers } from './read-answers.ts';
import { isChosen, isSame } from './show-form.ts';
import { typedState } from './typed-state.ts';

/** Shows all the questions of the item that was chosen from a long form, and keeps what was typed. Saves nothing. */
export const openItem = async (
  turn: Turn,
  tools: Tools,
  submission: Submission<AnswerData>,
): Promise<DialogAnswer> => {
  const { data, inputs } = submission;
  const form = await asPerson(turn, tools, (actor) => findForm(tools.useCases, actor, data));
  const items = readAnswers(submission);
  const itemOf = (ref: ItemRef) => items.find(({ asked }) => isSame(ref, asked.ref));
  const states = form.questions.map((question): QuestionState => {
    const item = itemOf(question.ref);
    return item ? typedState(question, item, []) : untouched(question);
  });
  const isOpened = ({ question: { ref } }: QuestionState) =>
    isChosen(ref, inputs.show) || hasSomethingTyped(itemOf(ref));
  const opened = states.filter(isOpened);
  const content = {
    form,
    typed: opened.toSorted(
      ({ question: one }, { question: other }) =>
        Number(isChosen(other.ref, inputs.show)) - Number(isChosen(one.ref, inputs.show)),
    ),
    untouched: states.filter((state) => !isOpened(state)),
    notice: null,
    messages: [],
  };
  // Nothing was submitted under this key yet.
  const card = buildAnswerDialog(content, tools.cardContext(data.submissionKey));
  return { kind: 'form', title: DIALOG_TITLE, card };
};

/** More than the tick that nothing changed. */
const hasSomethingTyped = (item: ReadItem | undefined): boolean =>
  item !== undefined && (item.problems.length > 0 || (item.answer !== null && item.answer.noChange !== true));
