import { isSubmission } from '../cards/submission.ts';
import { factsOf } from '../log-facts.ts';
import { commandTextOf } from '../turn/command-text.ts';
import type { Turn } from '../turn/turn.ts';
import { apologyFor } from './apology.ts';
import { runCardAction } from './card-actions.ts';
import { runCommand } from './commands/commands.ts';
import { type Reply, say, type Tools } from './tools.ts';

/** Answers a message: what somebody wrote, or a press on a button where Teams sends that as a message. */
export const answerMessage = async (turn: Turn, tools: Tools): Promise<void> => {
  const { value } = turn.activity;
  const replies = isSubmission(value)
    ? [await runCardAction(value, turn, tools)]
    : await answerText(turn, tools);
  try {
    for (const reply of replies) await turn.reply(reply);
  } catch (error) {
    // What was asked for is done; Teams would only send the message again.
    tools.log.error(factsOf(error), 'A reply could not be sent');
  }
};

const answerText = async (turn: Turn, tools: Tools): Promise<readonly Reply[]> => {
  const text = commandTextOf(turn.activity);
  try {
    return await runCommand(text, turn, tools);
  } catch (error) {
    return [say(apologyFor(error, tools, { place: turn.place }))];
  }
};
