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

const WORST_FIRST: readonly Rag[] = ['Red', 'Amber', 'Green'];

export function isColour(text: string): text is Colour {
  return (COLOURS as readonly string[]).includes(text);
}

/** What decides the colour of an item. */
type Coloured = Pick<OverviewItem, 'stage' | 'schedule' | 'confidence'>;

/** The one colour an item is shown by, as the plan counts it: complete, else the worse of schedule and confidence. */
export function colourOf(item: Coloured): Colour {
  if (isComplete(item)) return 'complete';
  if (item.stage === 'Withdrawn') return 'none';
  const worst = WORST_FIRST.find((rag) => item.schedule === rag || item.confidence === rag);
  return worst ?? 'none';
}

export function isComplete({ stage }: Pick<OverviewItem, 'stage'>): boolean {
  return stage === 'Complete' || stage === 'Embedded';
}
