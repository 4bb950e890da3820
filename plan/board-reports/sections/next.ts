import { formatShortDay } from '../../calendar/dates.ts';
import { expectedWords } from '../../changes.ts';
import { isClosed } from '../../items.ts';
import type { Item } from '../../plan.ts';
import { expectedDue } from '../../schedule.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { entriesOf, nameOf, sourcesOf } from '../lines.ts';

const MOST = 6;

/** Recommendations and milestones that are due until the board meets again. */
export const nextSection: SectionRule = (about) => {
  const due = dueNext(about);
  return {
    id: 'next',
    title: 'Due next',
    words:
      due.length === 0
        ? `No recommendation and no milestone is due by ${formatShortDay(about.nextTo)}.`
        : [
            `Due by ${formatShortDay(about.nextTo)}:`,
            ...entriesOf(due, {
              most: MOST,
              entry: (item) => `${nameOf(item)}: ${expectedWords(item)}`,
            }),
          ].join('\n'),
    tables: [],
    sources: sourcesOf(due),
    isInternal: false,
  };
};

/** What actions come to is for their groups: a board looks at what the plan promised. */
export function dueNext({ items, today, nextTo }: ReportAbout): readonly Item[] {
  const dueOf = (item: Item) => expectedDue(item) ?? '';
  return items
    .filter((item) => item.ref.list !== 'Actions' && !isClosed(item.stage))
    .filter((item) => dueOf(item) >= today && dueOf(item) <= nextTo)
    .toSorted((one, other) => dueOf(one).localeCompare(dueOf(other)));
}
