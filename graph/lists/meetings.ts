import { MEETING_STATES } from '../../plan/glossary.ts';
import { choice, dateTime, lookup, lookups, note } from './columns.ts';
import { defineList } from './define-list.ts';

/** Every meeting of every group, planned or held. */
export const meetings = defineList(
  'Meetings',
  {
    group: lookup('Group', 'Groups', { indexed: true }),
    startsAt: dateTime('StartsAt', { indexed: true }),
    state: choice('State', MEETING_STATES),
    attendees: lookups('Attendees', 'Owners'),
    decisions: note('Decisions'),
    closedAt: dateTime('ClosedAt'),
  },
  { keyIn: 'entryKey' },
);
