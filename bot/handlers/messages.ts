import { isSubmission } from '../cards/submission.ts';
import type { OutgoingMessage } from '../connector/outgoing-message.ts';
import { factsOf } from '../log-facts.ts';
import { commandTextOf } from '../turn/command-text.ts';
import { sentWith } from '../turn/sent-files.ts';
import type { Turn } from '../turn/turn.ts';
import { apologyFor } from './apology.ts';
import { runCardAction } from './card-actions.ts';
import { isCommand, runCommand } from './commands/commands.ts';
import { receiveFiles } from './files/receive-files.ts';
import { say, type Tools } from './tools.ts';

/** Answers a message: what somebody wrote, files they sent, or a press on a button where Teams sends that as a message. */
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

const answerText = async (turn: Turn, tools: Tools): Promise<readonly OutgoingMessage[]> => {
  const text = commandTextOf(turn.activity);
  const sent = sentWith(turn.activity);
  const isFile = sent.files.length > 0 || ((sent.hasImages || sent.hasOthers) && !isCommand(text));
  try {
    return isFile ? await receiveFiles(turn, tools, sent) : await runCommand(text, turn, tools);
  } catch (error) {
    return [say(apologyFor(error, tools, { place: turn.place }))];
  }
};
