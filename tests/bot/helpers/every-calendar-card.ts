import { buildCalendarAddressCard } from '../../../bot/cards/calendar-address-card.ts';
import {
  buildCalendarPreviewCard,
  buildWhichCalendarPlanCard,
} from '../../../bot/cards/calendar-preview-card.ts';
import type { CardJson } from '../../../bot/cards/card.ts';
import { buildClosureForm, buildClosuresCard } from '../../../bot/cards/closures-card.ts';
import { cardContext } from './make-content.ts';
import { makeCalendarPreview, makeClosures, makeFeed } from './memory-calendar.ts';

/** Every card about closed and quiet days and the calendar, `count` of everything, `text` wherever people write. */
export const everyCalendarCard = ({
  count,
  text,
}: {
  readonly count: number;
  readonly text: string;
}): [string, CardJson][] => {
  const each = <Value>(make: (n: number) => Value): Value[] =>
    Array.from({ length: count }, (_, index) => make(index + 1));
  const line = { title: text, daysWords: '14 to 18 Feb 2022', kindWords: text };
  const preview = makeCalendarPreview({
    planName: text,
    fileName: text,
    added: each(() => line),
    changed: each(() => text),
    unchanged: each(() => line),
    doubts: each(() => text),
  });
  const closures = makeClosures({
    planName: text,
    closures: each((n) => ({ key: `closure-${n}`, ...line })),
    groups: each((n) => ({ groupKey: `group-${n}`, groupName: text })),
  });
  const plans = each((n) => ({ planId: `plan-${n}`, planName: text }));
  const closure = { title: text, from: '2022-02-14', to: '', kind: 'Closed', groups: ['group-1'] };
  return [
    ['calendar preview', buildCalendarPreviewCard(preview, cardContext)],
    [
      'calendar preview, nothing to do',
      buildCalendarPreviewCard({ ...preview, added: [], changed: [] }, cardContext),
    ],
    [
      'which plan for a calendar',
      buildWhichCalendarPlanCard(
        { kind: 'which-calendar-plan', draftKey: 'draft-0001', fileName: text, plans },
        cardContext,
      ),
    ],
    ['closures', buildClosuresCard(closures, cardContext, text)],
    ['closures, little to say', buildClosuresCard({ ...closures, closures: [] }, cardContext)],
    ['form of a closure', buildClosureForm(closures, cardContext)],
    [
      'form of a closure, with problems',
      buildClosureForm(closures, cardContext, { closure, problems: [{ field: 'to', message: text }] }),
    ],
    ['calendar address, little to say', buildCalendarAddressCard(makeFeed({ planName: text }), cardContext)],
    [
      'calendar address, new, little to say',
      buildCalendarAddressCard(
        makeFeed({ planName: text, madeAtWords: 'Mon 24 Jan 2022, 10:00' }),
        cardContext,
        `https://milepost.example/calendar/${'s'.repeat(43)}.ics`,
      ),
    ],
    [
      'calendar address made before, little to say',
      buildCalendarAddressCard(makeFeed({ madeAtWords: 'Mon 24 Jan 2022, 10:00' }), cardContext, null, text),
    ],
  ];
};
