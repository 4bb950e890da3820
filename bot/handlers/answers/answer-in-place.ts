import type { AnswerInput, AnswerProblem, QuestionsContent } from '../../../plan/content.ts';
import type { ItemRef } from '../../../plan/plan.ts';
import type { AnswerResult } from '../../../workflow/use-cases.ts';
import { buildSavedCard } from '../../cards/saved-card.ts';
import type { AnswerData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import { CARD_NOT_READ, type Reply, say, type Tools } from '../tools.ts';
import { findForm, findFormAgain } from './find-form.ts';
import { NOTHING_SAID, problemLines, problemNotice, savedWords } from './outcome-words.ts';
import { type ReadItem, readAnswers } from './read-answers.ts';
import { isSame, nextQuestion, showForm } from './show-form.ts';
import { typedState } from './typed-state.ts';

/** Saves what was filled in for the one item a card shows, and shows the next. */
export const answerItem = async (
  turn: Turn,
  tools: Tools,
  submission: Submission<AnswerData>,
): Promise<Reply> => {
  const { data } = submission;
  const [item] = readAnswers(submission);
  if (!item) return say(CARD_NOT_READ);
  const { answer } = item;
  if (item.problems.length > 0 || !answer) {
    const form = await asPerson(turn, tools, (actor) => findFormAgain(tools.useCases, actor, submission));
    const notice = answer || item.problems.length > 0 ? problemNotice(0, 1) : NOTHING_SAID;
    return keepTyped(form, item, item.problems, notice, tools, data);
  }
  const result = await save(turn, tools, data, answer);
  return result.problems.length > 0
    ? keepTyped(result.remaining, item, result.problems, problemNotice(result.savedCount, 1), tools, data)
    : showNext(result, item.asked.ref, data, tools);
};

/** One item stands as it was. */
export const noChangeItem = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<AnswerData>,
): Promise<Reply> => {
  const { ref } = data;
  if (!ref) return say(CARD_NOT_READ);
  const result = await save(turn, tools, data, { ref, noChange: true });
  if (result.problems.length === 0) return showNext(result, ref, data, tools);
  return showForm(result.remaining, tools, {
    ref,
    done: data.done ?? [],
    notice: { text: 'This was not saved.', good: false },
    messages: problemLines(result.problems),
  });
};

/** Shows the questions of the item that was chosen from the list. */
export const showItem = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<AnswerData>,
): Promise<Reply> => {
  const form = await asPerson(turn, tools, (actor) => findForm(tools.useCases, actor, data));
  const [list, ...key] = (inputs.show ?? '').split('/');
  const ref = form.questions.find((line) => line.ref.list === list && line.ref.key === key.join('/'))?.ref;
  return showForm(form, tools, { ref: ref ?? null, done: data.done ?? [] });
};

const save = (turn: Turn, tools: Tools, data: AnswerData, answer: AnswerInput): Promise<AnswerResult> =>
  asPerson(turn, tools, (actor) =>
    tools.useCases.answerItems({
      actor,
      planId: data.planId,
      meetingKey: data.meetingKey ?? null,
      submissionKey: data.submissionKey,
      answers: [answer],
    }),
  );

const keepTyped = (
  form: QuestionsContent,
  item: ReadItem,
  problems: readonly AnswerProblem[],
  notice: string,
  tools: Tools,
  data: AnswerData,
): Reply => {
  const question = form.questions.find(({ ref }) => isSame(ref, item.asked.ref));
  return showForm(form, tools, {
    typed: question ? typedState(question, item, problems) : null,
    done: data.done ?? [],
    notice: { text: notice, good: false },
    messages: problemLines(
      problems.map((problem) => ({ ...problem, label: problem.label || item.asked.label })),
    ),
  });
};

const showNext = (result: AnswerResult, ref: ItemRef, data: AnswerData, tools: Tools): Reply => {
  const done = [...(data.done ?? []).filter((other) => !isSame(other, ref)), ref];
  const notice = savedWords(result);
  if (nextQuestion(result.remaining, done)) {
    const messages = result.remarks;
    return showForm(result.remaining, tools, { done, notice: { text: notice, good: true }, messages });
  }
  const content = {
    planId: data.planId,
    heading: notice,
    paragraphs: [
      ...result.remarks,
      doneWords(result.remaining, done),
      'Nothing else here is waiting for you.',
    ],
  };
  const context = tools.cardContext(result.remaining.submissionKey);
  return { kind: 'card', card: buildSavedCard(content, context), summary: notice };
};

/** `You answered 3, 11 and A7 here.` What is closed by its answer is on no form any more, and is only counted. */
const doneWords = (form: QuestionsContent, done: readonly ItemRef[]): string => {
  const labels = form.questions.filter(({ ref }) => done.some((one) => isSame(ref, one)));
  const rest = done.length - labels.length;
  const names = [...labels.map(({ label }) => label), ...(rest > 0 ? [`${rest} that closed`] : [])];
  const last = names.length > 1 ? ` and ${names.at(-1)}` : '';
  return `You answered ${names.slice(0, last === '' ? 1 : -1).join(', ')}${last} here.`;
};
