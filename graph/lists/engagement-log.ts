import { ENGAGEMENT_ANSWERS } from '../../plan/glossary.ts';
import { choice, date, lookup, note, number } from './columns.ts';
import { defineList } from './define-list.ts';

/** Whom the programme met outside its own groups, and what came of it. */
export const engagementLog = defineList(
  'Engagement log',
  {
    on: date('On', { indexed: true }),
    purpose: note('Purpose'),
    outcome: note('Outcome'),
    said: note('Said'),
    theme: lookup('Theme', 'Themes'),
    answer: choice('Answer', ENGAGEMENT_ANSWERS),
    voices: number('Voices'),
    recordedBy: lookup('RecordedBy', 'Owners'),
  },
  { keyIn: 'entryKey' },
);
