import type { SummaryContent } from '../../plan/content.ts';
import type { CardContext, CardJson } from './card.ts';
import { buildMessageCard } from './message-card.ts';

/** Not built yet. */
export const buildSummaryCard = (content: SummaryContent, context: CardContext): CardJson =>
  buildMessageCard({ heading: content.groupName, paragraphs: [] }, context);
