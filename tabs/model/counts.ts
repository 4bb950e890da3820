import type { ColourCounts, ItemColour } from '../../plan/content.ts';

/** How many there are of a colour. */
export function countOf(counts: ColourCounts, colour: ItemColour): number {
  const byColour: Readonly<Record<ItemColour, number>> = {
    complete: counts.complete,
    Green: counts.green,
    Amber: counts.amber,
    Red: counts.red,
    none: counts.undated,
  };
  return byColour[colour];
}
