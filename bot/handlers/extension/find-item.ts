import { CardFactory, type MessagingExtensionAttachment, type MessagingExtensionResult } from 'botbuilder';
import { buildFoundItemCard, previewOf } from '../../cards/found-item-card.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import type { Tools } from '../tools.ts';

/** What somebody searches for, and which part of the result Teams asks for. */
export interface Query {
  /** Blank: nothing was typed yet. */
  readonly text: string;
  readonly skip: number;
  readonly count: number;
}

/** `Find in the plan`: recommendations and actions, each as a card that can be posted. */
export const findItems = async (
  turn: Turn,
  tools: Tools,
  { text, skip, count }: Query,
): Promise<MessagingExtensionResult> => {
  const found = await asPerson(turn, tools, (actor) =>
    tools.useCases.searchItems({ actor, text, limit: skip + count }),
  );
  const page = found.slice(skip);
  if (page.length === 0 && skip === 0)
    return { type: 'message', text: text === '' ? NOTHING_YOURS : NOTHING };
  return {
    type: 'result',
    attachmentLayout: 'list',
    attachments: page.map((item): MessagingExtensionAttachment => {
      const { title, text: line } = previewOf(item);
      return {
        ...CardFactory.adaptiveCard(buildFoundItemCard(item, tools.cardContext())),
        preview: CardFactory.thumbnailCard(title, line),
      };
    }),
  };
};

const NOTHING =
  'Nothing in the plan goes by that. Try a number such as 12 or A7, a word of its title, or its owner.';
const NOTHING_YOURS = 'Type a number such as 12 or A7, a word of the title, or an owner.';
