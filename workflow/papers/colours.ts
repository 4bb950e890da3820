import type { PaperBar, PaperCell } from '../../plan/content/paper.ts';

type BarColour = PaperBar['parts'][number]['colour'];

/** `RRGGBB` of the parts of a bar: told apart in print too, from dark to light. */
export const BAR_COLOURS: Readonly<Record<BarColour, string>> = {
  Green: '2E7D32',
  Amber: 'F2B233',
  Red: 'B3261E',
  Complete: '0F548C',
  None: 'A6A6A6',
};

/** `RRGGBB` behind a word in a table; the word stays black and easy to read. */
export const SOFT_COLOURS: Readonly<Record<NonNullable<PaperCell['colour']>, string>> = {
  Green: 'DDF0DD',
  Amber: 'FFEFC7',
  Red: 'FBDDDB',
  Complete: 'D9E8F6',
};

/** Behind the head of a table. */
export const HEAD_COLOUR = 'E7E6E6';
/** Lines of a table, and what matters less. */
export const LINE_COLOUR = 'A6A6A6';
export const QUIET_COLOUR = '404040';
