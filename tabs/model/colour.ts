import type { OverviewItem } from '../../plan/content.ts';
import type { Rag } from '../../plan/glossary.ts';

/** What a chip or figure is coloured by: complete, the colour of the schedule, or none. */
export const COLOURS = ['complete', 'Green', 'Amber', 'Red', 'none'] as const;
export type Colour = (typeof COLOURS)[number];

/** Each colour's letter and word; no colour is shown without them. */
export const COLOUR_SIGNS: Readonly<Record<Colour, { readonly letter: string; readonly word: string }>> = {
  complete: { letter: '✓', word: 'complete' },
  Green: { letter: 'G', word: 'Green' },
  Amber: { letter: 'A', word: 'Amber' },
  Red: { letter: 'R', word: 'Red' },
  none: { letter: '–', word: 'no colour' },
};

export function isColour(text: string): text is Colour {
  return (COLOURS as readonly string[]).includes(text);
}

/** The colour the server gave an item, closed items first. */
export function colourOf(item: Pick<OverviewItem, 'stage' | 'schedule'>): Colour {
  if (isComplete(item)) return 'complete';
  return item.schedule ?? 'none';
}

export function isComplete({ stage }: Pick<OverviewItem, 'stage'>): boolean {
  return stage === 'Complete' || stage === 'Embedded';
}

/** `Amber`, or `not stated`. */
export function ragWords(rag: Rag | null): string {
  return rag ?? 'not stated';
}
