import type { ListTrouble } from '../../plan/content.ts';
import { lineOf, PARAGRAPH_LENGTH } from './plain-text.ts';
import type { EntryWords } from './report-section.ts';

/** What is wrong with the lists, and under it what to do. */
export const troubleEntry = ({ message, remedy }: ListTrouble): EntryWords => ({
  label: lineOf(message, PARAGRAPH_LENGTH),
  detail: remedy === '' ? '' : `What to do: ${lineOf(remedy, PARAGRAPH_LENGTH)}`,
  colour: 'Attention',
});
