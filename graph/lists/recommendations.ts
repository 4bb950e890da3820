import { lookup, note, number } from './columns.ts';
import { defineList } from './define-list.ts';
import { datedColumns, statedColumns } from './shared-columns.ts';

/** The numbered things the independent review asked for. */
export const recommendations = defineList(
  'Recommendations',
  {
    number: number('Number', { unique: true }),
    fullText: note('FullText'),
    theme: lookup('Theme', 'Themes'),
    leadGroup: lookup('LeadGroup', 'Groups', { indexed: true }),
    priority: number('Priority'),
    ...datedColumns,
    ...statedColumns,
  },
  { uniqueKey: 'number' },
);
