import type { TroubleContent } from '../../plan/content.ts';
import type { CardContext, CardJson } from './card.ts';
import { buildMessageCard } from './message-card.ts';

/** What stops the lists of a plan, and what to do about it. */
export const buildTroubleCard = (content: TroubleContent, context: CardContext): CardJson =>
  buildMessageCard(
    {
      heading: `${content.planName}: SharePoint needs your help`,
      paragraphs: content.troubles.map(({ message, remedy }) => `${message} ${remedy}`),
    },
    context,
  );
