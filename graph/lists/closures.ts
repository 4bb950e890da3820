import { CLOSURE_KINDS } from '../../plan/glossary.ts';
import { choice, date, lookups } from './columns.ts';
import { defineList } from './define-list.ts';

/** Days on which the plan is closed, and stretches in which people are left in peace. */
export const closures = defineList(
  'Closures',
  {
    fromDate: date('FromDate', { indexed: true }),
    toDate: date('ToDate'),
    kind: choice('Kind', CLOSURE_KINDS),
    groups: lookups('Groups', 'Groups'),
  },
  { keyIn: 'entryKey' },
);
