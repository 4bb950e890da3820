import type { PaperCell, PaperTable } from '../../../plan/content/paper.ts';
import { oneLine } from '../clean-text.ts';
import { HEAD_COLOUR, LINE_COLOUR, QUIET_COLOUR, SOFT_COLOURS } from '../colours.ts';
import { columnWidths } from '../column-widths.ts';
import { type Look, MARGIN, type Sheet, type Tag, TEXT_WIDTH } from './sheet.ts';
import { writeLines } from './text-blocks.ts';

const CAPTION: Look = { font: 'bold', size: 10, colour: QUIET_COLOUR };
const HEAD: Look = { font: 'bold', size: 9 };
const CELL: Look = { font: 'regular', size: 9 };
/** Around what stands in a cell, in points. */
const ROOM = { x: 4.5, y: 3 } as const;
/** Of a page: a row that is taller begins where it is and goes on over the page. */
const TALLEST_KEPT = 400;

/** A cell as it is drawn. */
interface DrawnCell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
  readonly look: Look;
  readonly fill: string | undefined;
}
type DrawnRow = readonly DrawnCell[];

/** A table with its head on every page that it reaches. */
export function addTable(sheet: Sheet, table: PaperTable): void {
  const tag = sheet.tag(sheet.root, 'Table');
  const widths = columnWidths(table).map((part) => part * TEXT_WIDTH);
  const rowOf = (cells: readonly PaperCell[], isHead: boolean) => drawnRow(sheet, { cells, widths, isHead });
  const head = rowOf(
    table.columns.map((text) => ({ text })),
    true,
  );
  const rows = table.rows.map((cells) => rowOf(cells, false));

  sheet.y += 6;
  const caption = sheet.lines(oneLine(table.caption), CAPTION, TEXT_WIDTH);
  const first = rows[0] === undefined ? 0 : Math.min(heightOf(sheet, rows[0]), TALLEST_KEPT);
  sheet.makeRoom(caption.length * sheet.lineHeight(CAPTION) + heightOf(sheet, head) + first + 8);
  writeLines(sheet, sheet.tag(tag, 'Caption'), { lines: caption, look: CAPTION, x: MARGIN });
  sheet.y += 3;
  if (table.columns.length === 0) return;

  drawRow(sheet, head, { parent: sheet.tag(tag, 'THead'), type: 'TH', head: null });
  if (rows.length > 0) {
    const body = sheet.tag(tag, 'TBody');
    for (const row of rows) drawRow(sheet, row, { parent: body, type: 'TD', head });
  }
  sheet.y += 8;
}

function drawnRow(
  sheet: Sheet,
  { cells, widths, isHead }: { cells: readonly PaperCell[]; widths: readonly number[]; isHead: boolean },
): DrawnRow {
  let x = MARGIN;
  return widths.map((width, at) => {
    const { text, colour } = cells[at] ?? { text: '' };
    const look = isHead || colour !== undefined ? HEAD : CELL;
    const lines = sheet.lines(text, look, width - 2 * ROOM.x);
    const fill = isHead ? HEAD_COLOUR : colour && SOFT_COLOURS[colour];
    const cell: DrawnCell = { x, width, lines, look, fill };
    x += width;
    return cell;
  });
}

/**
 * A row in one piece where it can be; one that is taller than a page goes on over the next.
 * @param head drawn again where a page begins, for the eye only: it has been read out already
 */
function drawRow(
  sheet: Sheet,
  row: DrawnRow,
  { parent, type, head }: { parent: Tag; type: 'TH' | 'TD'; head: DrawnRow | null },
): void {
  const rowTag = sheet.tag(parent, 'TR');
  const cellTags = row.map(() => sheet.tag(rowTag, type, type === 'TH' ? { scope: 'Column' } : {}));
  const height = sheet.lineHeight(CELL);
  let rest = row;
  while (rest.some(({ lines }) => lines.length > 0)) {
    const whole = heightOf(sheet, rest);
    if (sheet.makeRoom(whole <= TALLEST_KEPT ? whole : height + 2 * ROOM.y)) repeatHead(sheet, head);
    const fitting = Math.max(1, Math.floor((sheet.left() - 2 * ROOM.y) / height));
    drawPiece(
      sheet,
      rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fitting) })),
      cellTags,
    );
    rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(fitting) }));
  }
}

function repeatHead(sheet: Sheet, head: DrawnRow | null): void {
  if (head === null) return;
  const fits = heightOf(sheet, head) <= TALLEST_KEPT;
  if (fits) drawPiece(sheet, head, null);
}

/** @param tags of the cells; `null` for what is there for the eye only */
function drawPiece(sheet: Sheet, row: DrawnRow, tags: readonly Tag[] | null): void {
  const { y } = sheet;
  const height = heightOf(sheet, row);
  sheet.unread(() => {
    for (const { x, width, fill } of row) {
      if (fill !== undefined) sheet.document.rect(x, y, width, height).fill(`#${fill}`);
      sheet.document.lineWidth(0.5).rect(x, y, width, height).stroke(`#${LINE_COLOUR}`);
    }
  });
  for (const [at, { x, lines, look }] of row.entries()) {
    const draw = () => {
      for (const [line, text] of lines.entries())
        sheet.write(text, look, { x: x + ROOM.x, y: y + ROOM.y + line * sheet.lineHeight(look) });
    };
    if (tags === null) sheet.unread(draw);
    else tags[at]?.add(draw);
  }
  sheet.y += height;
}

function heightOf(sheet: Sheet, row: DrawnRow): number {
  const lines = row.reduce((most, cell) => Math.max(most, cell.lines.length), 1);
  return lines * sheet.lineHeight(CELL) + 2 * ROOM.y;
}
