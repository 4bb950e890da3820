import { date, note } from './columns.ts';
import { defineList } from './define-list.ts';

/** Whom the programme met outside its own groups, and what came of it. */
export const engagementLog = defineList(
  'Engagement log',
  {
    on: date('On', { indexed: true }),
    purpose: note('Purpose'),
    outcome: note('Outcome'),
  },
  { keyIn: 'entryKey' },
);
