import type { CardJson } from '../../../controls/conversation-shapes.ts';

/**
 * Teams shows an element only at some widths (`targetWidth`), which the renderer does not know.
 * Upper bounds in CSS pixels, smallest first.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#adaptive-card-responsive-layout
 */
const WIDTHS = [
  { name: 'verynarrow', upTo: 165 },
  { name: 'narrow', upTo: 430 },
  { name: 'standard', upTo: 768 },
  { name: 'wide', upTo: Number.POSITIVE_INFINITY },
] as const;

/** The rank of a card's width, 0 (very narrow) to 3 (wide). */
export function rankOfWidth(pixels: number): number {
  return WIDTHS.findIndex(({ upTo }) => pixels <= upTo);
}

/** The card with only those elements that Teams would show at this rank of width. */
export function fitToWidth(card: CardJson, rank: number): CardJson {
  return fitTo(card, rank) as CardJson;
}

function fitTo(value: unknown, rank: number): unknown {
  if (Array.isArray(value))
    return value.filter((item) => isShownAt(item, rank)).map((item) => fitTo(item, rank));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fitTo(inner, rank)]));
}

function isShownAt(element: unknown, rank: number): boolean {
  if (typeof element !== 'object' || element === null || !('targetWidth' in element)) return true;
  const wanted = String(element.targetWidth).toLowerCase();
  const [bound, name] = wanted.includes(':') ? wanted.split(':') : ['exactly', wanted];
  const wantedRank = WIDTHS.findIndex((width) => width.name === name);
  if (wantedRank < 0) return true;
  if (bound === 'atleast') return rank >= wantedRank;
  if (bound === 'atmost') return rank <= wantedRank;
  return rank === wantedRank;
}
