/**
 * What a card, digest or page says, as data: worked out here, drawn by `bot/cards` and `tabs`.
 * Dates in words are already formatted (`Mon 24 Jan 2022`, `Mar 2022`); colours come as words.
 */
export * from './content/board-report.ts';
export * from './content/calendar.ts';
export * from './content/check-in.ts';
export * from './content/co-production.ts';
export * from './content/deliveries.ts';
export * from './content/engagement.ts';
export * from './content/impact.ts';
export * from './content/import.ts';
export * from './content/items.ts';
export * from './content/lists-state.ts';
export * from './content/measures.ts';
export * from './content/meeting.ts';
export * from './content/news.ts';
export * from './content/notices.ts';
export * from './content/overview.ts';
export * from './content/paper.ts';
export * from './content/personal.ts';
export * from './content/ranking.ts';
export * from './content/settings.ts';
export * from './content/sign-off.ts';
