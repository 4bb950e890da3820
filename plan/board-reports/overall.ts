import type { ColourCounts } from '../content.ts';
import type { Rag } from '../glossary.ts';
import { courseOf } from '../headline.ts';

/**
 * The plan's one colour: Red where a third or more of what is open is Red, Green where nothing is Amber or Red; `null`
 * where nothing is open.
 */
export function overallColour(counts: ColourCounts): Rag | null {
  const open = openIn(counts);
  if (open === 0) return null;
  const course = courseOf(counts, open);
  if (course === 'On course.') return 'Green';
  return course === 'Off course.' ? 'Red' : 'Amber';
}

/** `Mostly on course.`, `Every recommendation is complete.` */
export function courseWords(counts: ColourCounts): string {
  const open = openIn(counts);
  if (open > 0) return courseOf(counts, open);
  return counts.complete > 0 ? 'Every recommendation is complete.' : 'This plan has no recommendations yet.';
}

function openIn({ green, amber, red, undated }: ColourCounts): number {
  return green + amber + red + undated;
}
