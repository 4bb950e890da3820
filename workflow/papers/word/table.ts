import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { PaperCell, PaperTable } from '../../../plan/content/paper.ts';
import { HEAD_COLOUR, LINE_COLOUR, SOFT_COLOURS } from '../colours.ts';
import { columnWidths } from '../column-widths.ts';
import { runsOf } from './runs.ts';

/** Twips around what stands in a cell. */
const MARGINS = { top: 40, bottom: 40, left: 90, right: 90 } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: LINE_COLOUR } as const;

/**
 * A table as wide as the text: its head repeats on every page, and no row is split across two.
 * @param look width in twips, size of its letters in half points
 */
export function wordTable(
  table: PaperTable,
  { textWidth, size }: { textWidth: number; size: number },
): Table {
  const widths = columnWidths(table).map((part) => Math.floor(part * textWidth));
  const rowOf = (cells: readonly PaperCell[], isHead: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: widths.map((width, at) => cellOf(cells[at] ?? { text: '' }, { width, isHead, size })),
    });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, ...MARGINS },
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    tableLook: {
      firstRow: true,
      lastRow: false,
      firstColumn: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [
      rowOf(
        table.columns.map((text) => ({ text })),
        true,
      ),
      ...table.rows.map((row) => rowOf(row, false)),
    ],
  });
}

function cellOf(
  { text, colour }: PaperCell,
  { width, isHead, size }: { width: number; isHead: boolean; size: number },
): TableCell {
  const fill = isHead ? HEAD_COLOUR : colour && SOFT_COLOURS[colour];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [
      new Paragraph({
        spacing: { before: 0, after: 0, line: 245 },
        keepNext: isHead,
        children: runsOf(text, { size, bold: isHead || colour !== undefined }),
      }),
    ],
  });
}
