import type { DeliveriesContent, DeliveryDecision } from '../../plan/content.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { buildDeliveriesCard } from '../cards/deliveries-card.ts';
import type { DeliveriesData, Submission } from '../cards/submission.ts';
import type { Turn } from '../turn/turn.ts';
import { asPerson } from './as-person.ts';
import { CARD_NOT_READ, type Reply, say, type Tools } from './tools.ts';

/** Who was reached in a plan, as a card. */
export const toDeliveriesReply = (
  content: DeliveriesContent,
  tools: Tools,
  notice: string | null = null,
): Reply => {
  const card = buildDeliveriesCard(content, tools.cardContext(), notice);
  return { kind: 'card', card, summary: String(card.fallbackText ?? '') };
};

/** A fortnight as it now stands. */
export const showDeliveries = async (
  turn: Turn,
  tools: Tools,
  { data: { planId, page } }: Submission<DeliveriesData>,
): Promise<Reply> =>
  toDeliveriesReply(
    await asPerson(turn, tools, (actor) => tools.useCases.viewDeliveries({ actor, planId, page })),
    tools,
  );

/** Has a message sent again. */
export const sendAgain = (turn: Turn, tools: Tools, submission: Submission<DeliveriesData>): Promise<Reply> =>
  settle(turn, tools, submission, (ask) => tools.useCases.sendAgain(ask));

/** Says that a message arrived. */
export const markArrived = (
  turn: Turn,
  tools: Tools,
  submission: Submission<DeliveriesData>,
): Promise<Reply> => settle(turn, tools, submission, (ask) => tools.useCases.markArrived(ask));

const settle = async (
  turn: Turn,
  tools: Tools,
  submission: Submission<DeliveriesData>,
  ask: (about: Parameters<UseCases['sendAgain']>[0]) => Promise<DeliveryDecision>,
): Promise<Reply> => {
  const { planId, page, delivery } = submission.data;
  if (!delivery) return say(CARD_NOT_READ);
  const { words, deliveries } = await asPerson(turn, tools, (actor) =>
    ask({ actor, planId, page, ...delivery }),
  );
  return toDeliveriesReply(deliveries, tools, words);
};
