import { CardFactory } from 'botbuilder';
import { buildAnswerDialog } from '../cards/answer-dialog.ts';
import { untouched } from '../cards/question-section.ts';
import { type AnswerData, parseSubmission, type Submission } from '../cards/submission.ts';
import type { InvokeAnswer, Turn } from '../turn/turn.ts';
import { DIALOG_TITLE, type DialogAnswer } from './answers/dialog-answer.ts';
import { findForm } from './answers/find-form.ts';
import { saveDialog } from './answers/save-dialog.ts';
import { apologyFor, factsOfPress } from './apology.ts';
import { asPerson } from './as-person.ts';
import { CARD_NOT_READ, type Tools } from './tools.ts';

/** Opens the dialog a button asks for. */
export const openDialog = (value: unknown, turn: Turn, tools: Tools): Promise<InvokeAnswer> =>
  answerDialog(value, tools, async ({ data }) => {
    if (data.verb !== 'answer-mine') return { kind: 'end', text: CARD_NOT_READ };
    const form = await asPerson(turn, tools, (actor) => findForm(tools.useCases, actor, data));
    const content = { form, typed: [], untouched: form.questions.map(untouched), notice: null, messages: [] };
    const card = buildAnswerDialog(content, tools.cardContext(form.submissionKey));
    return { kind: 'form', title: DIALOG_TITLE, card };
  });

/** Takes what was filled in in a dialog. */
export const submitDialog = (value: unknown, turn: Turn, tools: Tools): Promise<InvokeAnswer> =>
  answerDialog(value, tools, (submission) =>
    isSaving(submission)
      ? saveDialog(turn, tools, submission)
      : Promise.resolve({ kind: 'end', text: CARD_NOT_READ }),
  );

const isSaving = (submission: Submission): submission is Submission<AnswerData> =>
  submission.data.verb === 'save-answers';

const answerDialog = async (
  value: unknown,
  tools: Tools,
  answer: (submission: Submission) => Promise<DialogAnswer>,
): Promise<InvokeAnswer> => {
  const submission = parseSubmission(value);
  if (!submission) return toTaskAnswer({ kind: 'end', text: CARD_NOT_READ });
  try {
    return toTaskAnswer(await answer(submission));
  } catch (error) {
    return toTaskAnswer({ kind: 'end', text: apologyFor(error, tools, factsOfPress(submission)) });
  }
};

const toTaskAnswer = (answer: DialogAnswer): InvokeAnswer => ({
  status: 200,
  body: {
    task:
      answer.kind === 'end'
        ? { type: 'message', value: answer.text }
        : {
            type: 'continue',
            value: {
              title: answer.title,
              width: 'medium',
              height: 'large',
              card: CardFactory.adaptiveCard(answer.card),
            },
          },
  },
});
