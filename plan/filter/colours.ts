import type { ItemColour } from '../content.ts';

/** Every colour an item is shown by, in the order of keys and figures. */
export const ITEM_COLOURS = [
  'complete',
  'Green',
  'Amber',
  'Red',
  'none',
] as const satisfies readonly ItemColour[];

/** Each colour's letter and word; no colour is shown without them. */
export const COLOUR_SIGNS: Readonly<Record<ItemColour, { readonly letter: string; readonly word: string }>> =
  {
    complete: { letter: '✓', word: 'complete' },
    Green: { letter: 'G', word: 'Green' },
    Amber: { letter: 'A', word: 'Amber' },
    Red: { letter: 'R', word: 'Red' },
    none: { letter: '–', word: 'no colour' },
  };

export function isItemColour(text: string): text is ItemColour {
  return ITEM_COLOURS.some((colour) => colour === text);
}
