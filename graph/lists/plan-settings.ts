import { note, text } from './columns.ts';
import { defineList } from './define-list.ts';

/** What the plan sets for itself: a row each, by its name in plain words. */
export const planSettings = defineList(
  'Plan settings',
  { value: text('Value'), meaning: note('Meaning') },
  { keyIn: 'entryKey' },
);
