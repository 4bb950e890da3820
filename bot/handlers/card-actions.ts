import { isSubmission, parseSubmission, type Submission, type Verb } from '../cards/submission.ts';
import type { InvokeAnswer, Turn } from '../turn/turn.ts';
import { answerItem, noChangeItem, showItem } from './answers/answer-in-place.ts';
import { noChangeAll, refresh } from './answers/check-in-card.ts';
import { apologyFor } from './apology.ts';
import { CARD_NOT_READ, type Reply, say, type Tools } from './tools.ts';

type CardAction = (turn: Turn, tools: Tools, submission: Submission) => Promise<Reply>;

const NO_DIALOGS =
  'This app can’t show the form here. Write “my actions” to me in our own chat to answer there, or open the card in Teams.';

/** What each button does where no dialog is at hand. */
const ACTIONS: Readonly<Record<Verb, CardAction>> = {
  'answer-mine': async () => say(NO_DIALOGS),
  'save-answers': async () => say(NO_DIALOGS),
  'no-change-all': noChangeAll,
  'answer-item': answerItem,
  'no-change-item': noChangeItem,
  'show-item': showItem,
  refresh,
};

/** Does what a button asks for. Never throws: what can't be done is said. */
export const runCardAction = async (value: unknown, turn: Turn, tools: Tools): Promise<Reply> => {
  const submission = parseSubmission(value);
  if (!submission) {
    tools.log.warn({ ours: isSubmission(value) }, 'A card’s data could not be read');
    return say(CARD_NOT_READ);
  }
  const { verb, planId } = submission.data;
  try {
    return await ACTIONS[verb](turn, tools, submission);
  } catch (error) {
    return say(apologyFor(error, tools, { verb, planId }));
  }
};

/** A reply as the answer to an Action.Execute. */
export const toExecuteAnswer = (reply: Reply): InvokeAnswer => ({
  status: 200,
  body:
    reply.kind === 'card'
      ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.text },
});
