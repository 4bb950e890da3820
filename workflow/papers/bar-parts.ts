import type { PaperBar } from '../../plan/content/paper.ts';
import { oneLine } from './clean-text.ts';

/** A part of a bar as it is drawn: from where to where, of 1. */
export interface DrawnPart {
  readonly colour: PaperBar['parts'][number]['colour'];
  readonly from: number;
  readonly to: number;
}

/** The parts with something in them, beside each other; none for a bar of nothing. */
export function drawnParts({ parts }: PaperBar): readonly DrawnPart[] {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  return parts
    .filter(({ count }) => count > 0)
    .map(({ colour, count }) => {
      const part = { colour, from, to: from + count / total };
      from = part.to;
      return part;
    });
}

/** What stands below the bar for those who see it: `Red 3 · Amber 4`. */
export const barLegend = ({ parts }: PaperBar): string =>
  parts.map(({ label, count }) => `${oneLine(label)} ${count}`).join(' · ');
