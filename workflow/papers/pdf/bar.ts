import type { PaperBar } from '../../../plan/content/paper.ts';
import { barLegend, drawnParts } from '../bar-parts.ts';
import { oneLine } from '../clean-text.ts';
import { BAR_COLOURS } from '../colours.ts';
import { MARGIN, type Sheet, TEXT_WIDTH } from './sheet.ts';
import { addParagraph } from './text-blocks.ts';

/** Points. */
const HEIGHT = 18;
const GAP = 1.5;

/** A bar that is read out by its alternative text, with its words below. */
export function addBar(sheet: Sheet, bar: PaperBar): void {
  const parts = drawnParts(bar);
  if (parts.length === 0) {
    addParagraph(sheet, bar.alternative);
    return;
  }
  sheet.makeRoom(HEIGHT + 30);
  const { y } = sheet;
  const figure = sheet.tag(sheet.root, 'Figure', {
    alt: oneLine(bar.alternative),
    bbox: [MARGIN, y, MARGIN + TEXT_WIDTH, y + HEIGHT],
    placement: 'Block',
  });
  figure.add(() => {
    for (const { colour, from, to } of parts) {
      const width = (to - from) * TEXT_WIDTH - (to === parts.at(-1)?.to ? 0 : GAP);
      sheet.document
        .rect(MARGIN + from * TEXT_WIDTH, y, Math.max(width, 0.5), HEIGHT)
        .fill(`#${BAR_COLOURS[colour]}`);
    }
  });
  sheet.y += HEIGHT + 4;
  addParagraph(sheet, barLegend(bar));
}
