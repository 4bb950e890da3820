import type { CardJson } from '../../cards/card.ts';
import type { Reply } from '../tools.ts';

/** A card as a reply. */
export const cardReply = (card: CardJson): Reply => ({
  kind: 'card',
  card,
  summary: String(card.fallbackText ?? ''),
});
