import type { AnswerProblem, QuestionsContent } from '../../../plan/content.ts';
import type { AnswerResult } from '../../../workflow/use-cases.ts';
import { buildAnswerDialog } from '../../cards/answer-dialog.ts';
import { untouched } from '../../cards/question-section.ts';
import type { AnswerData, Submission } from '../../cards/submission.ts';
import { countOf } from '../../cards/wording.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import type { Tools } from '../tools.ts';
import { DIALOG_TITLE, type DialogAnswer } from './dialog-answer.ts';
import { findForm, findFormAgain } from './find-form.ts';
import { NOTHING_SAID, problemLines, problemNotice, savedWords } from './outcome-words.ts';
import { type ReadItem, readAnswers } from './read-answers.ts';
import { isSame } from './show-form.ts';
import { typedState } from './typed-state.ts';

/** Opens the form of what the person is asked. */
export const openAnswers = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<AnswerData>,
): Promise<DialogAnswer> => {
  const form = await asPerson(turn, tools, (actor) => findForm(tools.useCases, actor, data));
  const content = { form, typed: [], untouched: form.questions.map(untouched), notice: null, messages: [] };
  return {
    kind: 'form',
    title: DIALOG_TITLE,
    card: buildAnswerDialog(content, tools.cardContext(form.submissionKey)),
  };
};

/**
 * Saves the answers of a dialog, each by itself. Where one can't be taken, the dialog comes back with
 * everything the person typed of it, and what is wrong in words at the top and beside the field.
 */
export const saveDialog = async (
  turn: Turn,
  tools: Tools,
  submission: Submission<AnswerData>,
): Promise<DialogAnswer> => {
  const { data } = submission;
  const items = readAnswers(submission);
  const answers = items.flatMap(({ answer, problems }) => (answer && problems.length === 0 ? [answer] : []));
  const result =
    answers.length === 0
      ? null
      : await asPerson(turn, tools, (actor) =>
          tools.useCases.answerItems({
            actor,
            planId: data.planId,
            meetingKey: data.meetingKey ?? null,
            submissionKey: data.submissionKey,
            answers,
          }),
        );
  const problems = [...items.flatMap((item) => item.problems), ...(result?.problems ?? [])].map((problem) =>
    labelled(problem, items),
  );
  if (result && problems.length === 0) return { kind: 'end', text: endWords(result, items) };

  const form =
    result?.remaining ??
    (await asPerson(turn, tools, (actor) => findFormAgain(tools.useCases, actor, submission)));
  return showAgain({ form, items, problems, result }, tools);
};

/** `Saved 3 answers.`, who answered too, and how many are left where the form was too long for one dialog. */
const endWords = (result: AnswerResult, items: readonly ReadItem[]): string => {
  const left = result.remaining.questions.filter(
    ({ ref, answered }) => !answered && !items.some(({ asked }) => isSame(ref, asked.ref)),
  ).length;
  const more =
    left > 0 ? [`${countOf(left, 'more item waits', 'more items wait')}: press “Answer mine” again.`] : [];
  return [savedWords(result), ...result.remarks, ...more].join(' ');
};

const showAgain = (
  {
    form,
    items,
    problems,
    result,
  }: {
    readonly form: QuestionsContent;
    readonly items: readonly ReadItem[];
    readonly problems: readonly AnswerProblem[];
    /** `null` where nothing could be submitted. */
    readonly result: AnswerResult | null;
  },
  tools: Tools,
): DialogAnswer => {
  const problemsOf = (item: ReadItem) => problems.filter(({ ref }) => isSame(ref, item.asked.ref));
  const unsaved = items.filter((item) => problemsOf(item).length > 0);
  const typed = unsaved.flatMap((item) => {
    const question = form.questions.find(({ ref }) => isSame(ref, item.asked.ref));
    return question ? [typedState(question, item, problemsOf(item))] : [];
  });
  const left = form.questions.filter(({ ref }) => {
    const item = items.find(({ asked }) => isSame(ref, asked.ref));
    return !item || (!item.answer && problemsOf(item).length === 0);
  });
  const notice = unsaved.length > 0 ? problemNotice(result?.savedCount ?? 0, unsaved.length) : NOTHING_SAID;
  const card = buildAnswerDialog(
    {
      form,
      typed,
      untouched: left.map(untouched),
      notice: { text: notice, good: false },
      messages: [...problemLines(problems), ...(result?.remarks ?? [])],
    },
    tools.cardContext(form.submissionKey),
  );
  return { kind: 'form', title: DIALOG_TITLE, card };
};

/** A problem that names no item gets the name the form gave it. */
const labelled = (problem: AnswerProblem, items: readonly ReadItem[]): AnswerProblem => ({
  ...problem,
  label: problem.label || (items.find(({ asked }) => isSame(asked.ref, problem.ref))?.asked.label ?? ''),
});
