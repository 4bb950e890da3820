import type { ClosureInput, ClosuresContent } from '../../../plan/content.ts';
import type { CardJson } from '../../cards/card.ts';
import { buildClosureForm, buildClosuresCard, CLOSURE_INPUT } from '../../cards/closures-card.ts';
import type { CalendarData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import { CARD_NOT_READ, type Reply, say, type Tools } from '../tools.ts';

type Press = Submission<CalendarData>;

const NOT_MANAGED = 'You don’t manage this plan any more. Write “closures” to see those you do.';

/** When a plan is closed or quiet, as a card. */
export const toClosuresReply = (
  content: ClosuresContent,
  tools: Tools,
  notice: string | null = null,
): Reply => toReply(buildClosuresCard(content, tools.cardContext(), notice));

/** The card as it now stands. */
export const showClosures = async (turn: Turn, tools: Tools, press: Press): Promise<Reply> => {
  const content = await find(turn, tools, press);
  return content ? toClosuresReply(content, tools) : say(NOT_MANAGED);
};

/** The form for adding days. */
export const showClosureForm = async (turn: Turn, tools: Tools, press: Press): Promise<Reply> => {
  const content = await find(turn, tools, press);
  return content ? toReply(buildClosureForm(content, tools.cardContext())) : say(NOT_MANAGED);
};

/** Adds days. Where something is wrong, the form comes back as it was left. */
export const saveClosure = async (turn: Turn, tools: Tools, { data, inputs }: Press): Promise<Reply> => {
  const { planId, submissionKey } = data;
  if (planId === null) return say(CARD_NOT_READ);
  const { title = '', from = '', to = '', kind = '', groups = '' } = inputs;
  const closure: ClosureInput = {
    title,
    from,
    to,
    kind,
    groups: groups.split(',').filter((one) => one !== ''),
    ...(inputs.checked === 'true' ? { checked: true } : {}),
  };
  const result = await asPerson(turn, tools, (actor) =>
    tools.useCases.addClosure({ actor, planId, submissionKey, closure }),
  );
  const { words, problems, closures } = result;
  if (problems.length === 0) return toClosuresReply(closures, tools, words);
  return toReply(buildClosureForm(closures, tools.cardContext(submissionKey), { closure, problems }));
};

/** Takes days back. */
export const cancelClosure = async (turn: Turn, tools: Tools, { data, inputs }: Press): Promise<Reply> => {
  const { planId } = data;
  const closureKey = inputs[CLOSURE_INPUT] ?? '';
  if (planId === null) return say(CARD_NOT_READ);
  if (closureKey === '') return say('Choose which days first, then press “Take back”.');
  const closures = await asPerson(turn, tools, (actor) =>
    tools.useCases.cancelClosure({ actor, planId, closureKey }),
  );
  return toClosuresReply(
    closures,
    tools,
    'Taken back. Meetings and notices go on as if these days were like any other.',
  );
};

const find = async (turn: Turn, tools: Tools, { data }: Press): Promise<ClosuresContent | undefined> => {
  const all = await asPerson(turn, tools, (actor) => tools.useCases.listClosures({ actor }));
  return all.find(({ planId }) => planId === data.planId);
};

const toReply = (card: CardJson): Reply => ({
  kind: 'card',
  card,
  summary: String(card.fallbackText ?? ''),
});
