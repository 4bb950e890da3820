import { date, lookup, number, text } from './columns.ts';
import { defineList } from './define-list.ts';

/** The order in which a group puts the recommendations. */
export const priorities = defineList(
  'Priorities',
  {
    group: lookup('Group', 'Groups', { indexed: true }),
    recommendation: lookup('Recommendation', 'Recommendations'),
    rank: number('Rank'),
    ballot: text('Ballot'),
    voices: number('Voices'),
    on: date('On'),
  },
  { keyIn: 'entryKey' },
);
