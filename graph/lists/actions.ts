import { lookup, note } from './columns.ts';
import { defineList } from './define-list.ts';
import { datedColumns, statedColumns } from './shared-columns.ts';

/** Smaller pieces of work a group took on. */
export const actions = defineList(
  'Actions',
  {
    details: note('Details'),
    recommendation: lookup('Recommendation', 'Recommendations', { indexed: true }),
    group: lookup('Group', 'Groups', { indexed: true }),
    blocker: note('Blocker'),
    waitingOn: lookup('WaitingOn', 'Groups'),
    raisedAt: lookup('RaisedAt', 'Meetings'),
    ...datedColumns,
    ...statedColumns,
  },
  { keyIn: 'entryKey' },
);
