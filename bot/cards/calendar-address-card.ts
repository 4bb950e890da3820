import type { CalendarFeedContent } from '../../plan/content.ts';
import { buildCalendarForm } from './calendar-form.ts';
import type { CardContext, CardJson } from './card.ts';

/** How a plan's calendar address stands; the address itself right after it was made, and never again. */
export const buildCalendarAddressCard = (
  { planId, planName, madeAtWords }: CalendarFeedContent,
  context: CardContext,
  /** Where the calendar is read; `null` unless it was made just now. */
  address: string | null = null,
  /** What a press led to. */
  notice: string | null = null,
): CardJson =>
  buildCalendarForm(
    {
      heading: 'Calendar of milestones',
      hint: planName,
      notice: notice === null ? null : { text: notice, good: true },
      paragraphs: [
        ...(address === null ? [] : [address]),
        address === null ? WHAT_IT_IS : HOW_TO_USE,
        ...(address !== null
          ? []
          : madeAtWords === null
            ? ['There is no address yet.']
            : [`The address was made ${madeAtWords}. Nothing keeps it, so it can’t be shown again.`]),
      ],
      sections: [],
      inputs: [],
      buttons: [
        {
          title: madeAtWords === null ? 'Make an address' : 'New address (the old one stops)',
          ...(madeAtWords === null ? ({ style: 'positive' } as const) : {}),
          data: { verb: 'make-calendar-address', planId },
        },
        ...(madeAtWords === null
          ? []
          : [
              {
                title: 'Stop',
                style: 'destructive',
                data: { verb: 'stop-calendar-address', planId },
              } as const,
            ]),
      ],
    },
    context,
  );

const WHAT_IT_IS =
  'Due dates of recommendations and milestones for Outlook and other calendars: what and when, no names and no notes. Whoever has the address can read it.';

const HOW_TO_USE =
  'Copy it now: it is shown only here. In Outlook choose Add calendar, Subscribe from web. Whoever has it can read the due dates, so give it only to those who may; a new address stops this one.';
