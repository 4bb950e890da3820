import type { CardJson } from '../../../bot/cards/card.ts';

/** Every card about closing and managing a meeting, each stuffed the same way. */
export const everySummaryCard = (_stuffing: {
  readonly count: number;
  readonly text: string;
}): [string, CardJson][] => [];
