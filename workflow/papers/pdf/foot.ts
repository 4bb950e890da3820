import { oneLine } from '../clean-text.ts';
import { QUIET_COLOUR } from '../colours.ts';
import { type Look, MARGIN, type Sheet, TEXT_WIDTH } from './sheet.ts';

const LOOK: Look = { font: 'regular', size: 8.5, colour: QUIET_COLOUR };
const Y = 841.89 - 38;

/** At the foot of every page: what the paper is, and which page of how many. Once all pages are there. */
export function addFeet(sheet: Sheet, footer: string): void {
  const { start, count } = sheet.document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    sheet.document.switchToPage(page);
    const pageWords = `Page ${page + 1} of ${count}`;
    const [line = ''] = sheet.lines(oneLine(footer), LOOK, TEXT_WIDTH - 90);
    sheet.document.markContent('Artifact', { type: 'Pagination' });
    sheet.write(line, LOOK, { x: MARGIN, y: Y });
    const width = sheet.document.widthOfString(pageWords);
    sheet.write(pageWords, LOOK, { x: MARGIN + TEXT_WIDTH - width, y: Y });
    sheet.document.endMarkedContent();
  }
}
