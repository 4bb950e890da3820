import { REPORT_STATES } from '../../plan/glossary.ts';
import { choice, date, dateTime, link, lookup } from './columns.ts';
import { defineList } from './define-list.ts';

/** Summaries made for a board. */
export const boardReports = defineList(
  'Board reports',
  {
    board: lookup('Board', 'Groups', { indexed: true }),
    periodFrom: date('PeriodFrom'),
    periodTo: date('PeriodTo'),
    state: choice('State', REPORT_STATES),
    approvedBy: lookup('ApprovedBy', 'Owners'),
    postedOn: dateTime('PostedOn'),
    document: link('Document'),
  },
  { keyIn: 'entryKey' },
);
