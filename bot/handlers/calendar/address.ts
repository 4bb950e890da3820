import type { CalendarFeedContent } from '../../../plan/content.ts';
import { buildCalendarAddressCard } from '../../cards/calendar-address-card.ts';
import type { CalendarData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import { CARD_NOT_READ, type Reply, say, type Tools } from '../tools.ts';

/** How a plan's calendar address stands, as a card. */
export const toAddressReply = (
  content: CalendarFeedContent,
  tools: Tools,
  notice: string | null = null,
): Reply => {
  const address = content.secret === null ? null : tools.calendarLink(content.secret);
  const card = buildCalendarAddressCard(content, tools.cardContext(), address, notice);
  return { kind: 'card', card, summary: String(card.fallbackText ?? '') };
};

/** Makes a new address and shows it, this once. */
export const makeCalendarAddress = async (
  turn: Turn,
  tools: Tools,
  { data: { planId } }: Submission<CalendarData>,
): Promise<Reply> => {
  if (planId === null) return say(CARD_NOT_READ);
  return toAddressReply(
    await asPerson(turn, tools, (actor) => tools.useCases.makeCalendarFeed({ actor, planId })),
    tools,
  );
};

/** Has the address lead nowhere. */
export const stopCalendarAddress = async (
  turn: Turn,
  tools: Tools,
  { data: { planId } }: Submission<CalendarData>,
): Promise<Reply> => {
  if (planId === null) return say(CARD_NOT_READ);
  const content = await asPerson(turn, tools, (actor) => tools.useCases.stopCalendarFeed({ actor, planId }));
  return toAddressReply(
    content,
    tools,
    'The address leads nowhere now. Calendars that used it get nothing more.',
  );
};
