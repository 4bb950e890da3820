import type { PaperBar } from '../../plan/content/paper.ts';
import { drawnParts } from './bar-parts.ts';
import { BAR_COLOURS } from './colours.ts';
import { writeStripes } from './png.ts';

const WHITE = 'FFFFFF';
/** Between parts, in pixels, so that they are told apart without their colours. */
const GAP = 4;

/** Pixels, twice as many as are shown, so that it is sharp in print. */
export const BAR_SIZE = { width: 1200, height: 48 } as const;

/** A bar as a PNG; `null` for a bar of nothing. */
export function drawBar(bar: PaperBar): Uint8Array | null {
  const parts = drawnParts(bar);
  if (parts.length === 0) return null;
  const last = parts.at(-1);
  const line = Array.from({ length: BAR_SIZE.width }, (_pixel, x) => {
    const part = parts.find(({ to }) => x < to * BAR_SIZE.width) ?? last;
    if (part === undefined) return WHITE;
    const isGap = part !== last && x >= part.to * BAR_SIZE.width - GAP;
    return isGap ? WHITE : BAR_COLOURS[part.colour];
  });
  return writeStripes(line, BAR_SIZE.height);
}
