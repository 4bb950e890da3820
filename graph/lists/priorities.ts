import { date, lookup, number } from './columns.ts';
import { defineList } from './define-list.ts';

/** The order in which a group puts the recommendations. */
export const priorities = defineList(
  'Priorities',
  {
    group: lookup('Group', 'Groups', { indexed: true }),
    recommendation: lookup('Recommendation', 'Recommendations'),
    rank: number('Rank'),
    on: date('On'),
  },
  { keyIn: 'entryKey' },
);
