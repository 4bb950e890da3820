import { buildNoticeCard } from '../../cards/notice-card.ts';
import type { AnswerData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import { CARD_NOT_READ, type Reply, say, type Tools } from '../tools.ts';
import { findForm } from './find-form.ts';
import { problemLines, savedWords } from './outcome-words.ts';
import { showForm } from './show-form.ts';

/** Everything of the person's in a check-in stands as it was. */
export const noChangeAll = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<AnswerData>,
): Promise<Reply> => {
  const { planId, meetingKey, submissionKey } = data;
  if (!meetingKey) return say(CARD_NOT_READ);
  const result = await asPerson(turn, tools, (actor) =>
    tools.useCases.answerNoChange({ actor, planId, meetingKey, submissionKey }),
  );
  if (result.problems.length > 0) {
    const lines = problemLines(result.problems).join(' ');
    return say(`${savedWords(result)} ${lines} Use “Answer mine” for the rest.`);
  }
  if (result.savedCount === 0) {
    return say(
      'Nothing of yours is waiting here. Use “Answer mine” to answer for somebody else in the group.',
    );
  }
  if (!result.checkIn || result.remarks.length > 0)
    return say([savedWords(result), ...result.remarks].join(' '));
  const context = tools.cardContext(result.remaining.submissionKey);
  return { kind: 'card', ...buildNoticeCard(result.checkIn, context) };
};

/** The card as it now stands: the check-in, or the person's own items. */
export const refresh = async (turn: Turn, tools: Tools, { data }: Submission<AnswerData>): Promise<Reply> => {
  const { planId, meetingKey } = data;
  if (!meetingKey) {
    const form = await asPerson(turn, tools, (actor) => findForm(tools.useCases, actor, data));
    return showForm(form, tools);
  }
  const content = await asPerson(turn, tools, (actor) =>
    tools.useCases.viewCheckIn({ actor, planId, meetingKey }),
  );
  return { kind: 'card', ...buildNoticeCard(content, tools.cardContext()) };
};

/** Another page of the check-in, seen by the person who asked for it. */
export const showPage = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<AnswerData>,
): Promise<Reply> => {
  const { planId, meetingKey, view } = data;
  if (!meetingKey || !view) return say(CARD_NOT_READ);
  const content = await asPerson(turn, tools, (actor) =>
    tools.useCases.viewCheckIn({ actor, planId, meetingKey, view }),
  );
  return { kind: 'card', ...buildNoticeCard(content, tools.cardContext()) };
};
