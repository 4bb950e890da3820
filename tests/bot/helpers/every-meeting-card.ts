import type { CardJson } from '../../../bot/cards/card.ts';

/** Every card about meetings, each stuffed the same way. */
export const everyMeetingCard = (_stuffing: {
  readonly count: number;
  readonly text: string;
}): [string, CardJson][] => [];
