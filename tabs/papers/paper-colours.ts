import type { ItemColour, PaperBar } from '../../plan/content.ts';

/** A colour of a paper, as the page names it. */
export const ITEM_COLOUR_OF: Readonly<Record<PaperBar['parts'][number]['colour'], ItemColour>> = {
  Complete: 'complete',
  Green: 'Green',
  Amber: 'Amber',
  Red: 'Red',
  None: 'none',
};
