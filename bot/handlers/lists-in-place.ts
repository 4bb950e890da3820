import type { ListsStateContent } from '../../plan/content.ts';
import type { Actor } from '../../workflow/use-cases.ts';
import { buildListsStateCard } from '../cards/lists-state-card.ts';
import type { ListsData, Submission } from '../cards/submission.ts';
import type { Turn } from '../turn/turn.ts';
import { asPerson } from './as-person.ts';
import { CARD_NOT_READ, type Reply, say, type Tools } from './tools.ts';

/** The state of a plan's lists as a card. */
export const toListsStateReply = (
  content: ListsStateContent,
  tools: Tools,
  notice: string | null = null,
): Reply => {
  const card = buildListsStateCard(content, tools.cardContext(), notice);
  return { kind: 'card', card, summary: String(card.fallbackText ?? '') };
};

/** The card as it now stands. */
export const showListsState = async (
  turn: Turn,
  tools: Tools,
  { data }: Submission<ListsData>,
): Promise<Reply> => {
  const states = await asPerson(turn, tools, (actor) => tools.useCases.viewListsState({ actor }));
  const state = states.find(({ planId }) => planId === data.planId);
  return state ? toListsStateReply(state, tools) : say(FOR_PLAN_MANAGERS);
};

export const FOR_PLAN_MANAGERS =
  'How the SharePoint lists stand is for plan managers to see, and you don’t manage a plan. Write “my actions” for what is yours.';

/** Tries a refused write again. */
export const repeatWrite = (turn: Turn, tools: Tools, submission: Submission<ListsData>): Promise<Reply> =>
  settle(
    turn,
    tools,
    submission,
    (ask) => tools.useCases.repeatWrite(ask),
    (title) => `“${title}” is tried again now. Look again in a moment to see whether SharePoint took it.`,
  );

/** Gives a refused write up. */
export const giveUpWrite = (turn: Turn, tools: Tools, submission: Submission<ListsData>): Promise<Reply> =>
  settle(
    turn,
    tools,
    submission,
    (ask) => tools.useCases.giveUpWrite(ask),
    (title) => `“${title}” is not written any more. What was said stays in the plan’s history.`,
  );

type WriteAsk = { readonly actor: Actor; readonly planId: string; readonly outboxId: number };

const settle = async (
  turn: Turn,
  tools: Tools,
  submission: Submission<ListsData>,
  ask: (write: WriteAsk) => Promise<ListsStateContent>,
  wordsFor: (title: string) => string,
): Promise<Reply> => {
  const { planId, write } = submission.data;
  if (!write) return say(CARD_NOT_READ);
  const state = await asPerson(turn, tools, (actor) => ask({ actor, planId, outboxId: write.outboxId }));
  return toListsStateReply(state, tools, wordsFor(write.title));
};
