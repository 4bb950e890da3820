import type { Paper, PaperBlock, PaperTable } from '../../plan/content.ts';

/** Of a sheet of A4 upright, in the size that papers are printed in. */
const LINES_OF_SIDE = 65;
const LETTERS_OF_LINE = 105;

/** About how many sides of A4 a paper takes, from the length of what it says: at least one. */
export function sidesOf({ title, subtitle, blocks, footer }: Paper): number {
  const head = 2 * linesOf(title) + subtitle.length + 1;
  const body = blocks.reduce((sum, block) => sum + heightOf(block), 0);
  return Math.max(1, Math.ceil((head + body + linesOf(footer) + 1) / LINES_OF_SIDE));
}

/** In lines of text. */
function heightOf(block: PaperBlock): number {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? 2.4 : 1.8;
    case 'paragraph':
      return linesOf(block.text) + 0.3;
    case 'list':
      return block.entries.reduce((sum, entry) => sum + linesOf(entry) + 0.2, 0.4);
    case 'table':
      return heightOfTable(block.table);
    case 'bar':
      return 4;
  }
}

function heightOfTable({ columns, rows }: PaperTable): number {
  const lettersOfCell = LETTERS_OF_LINE / Math.max(1, columns.length);
  const rowHeights = rows.map((cells) =>
    Math.max(1, ...cells.map(({ text }) => text.length / lettersOfCell)),
  );
  return rowHeights.reduce((sum, height) => sum + 0.9 * Math.ceil(height) + 0.35, 3.2);
}

function linesOf(text: string): number {
  return Math.ceil(text.length / LETTERS_OF_LINE);
}
