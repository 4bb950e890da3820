import { date, lookup, number } from './columns.ts';
import { defineList } from './define-list.ts';

/** What a measure stood at, on a day. */
export const readings = defineList(
  'Readings',
  {
    measure: lookup('Measure', 'Measures', { indexed: true }),
    value: number('Value'),
    on: date('On', { indexed: true }),
    by: lookup('By', 'Owners'),
  },
  { keyIn: 'entryKey' },
);
