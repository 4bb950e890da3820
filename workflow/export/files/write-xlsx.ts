import type { Cell } from 'write-excel-file/node';
import type { ExportCell, ExportSheet } from '../../../plan/export/sheets.ts';
import { splitLong } from '../../../plan/export/split-long.ts';
import { serialOf } from '../../../plan/import/months.ts';

/** Widths in characters: wide enough to read, narrow enough to see several columns. */
const WIDTH = { least: 10, most: 60 };

/** A workbook with a sheet for each list: the header stays in sight, dates are dates, long texts wrap. */
export async function writeXlsx(sheets: readonly ExportSheet[]): Promise<Uint8Array> {
  // Seldom used: loaded with the first export.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const written = sheets.map(splitLong).map(({ name, header, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: header.map((label, at) => ({ width: widthOf(label, rows, at) })),
    data: [
      header.map((label) => ({
        value: escaped(label),
        type: String,
        fontWeight: 'bold' as const,
        backgroundColor: '#E8E8E8',
      })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  }));
  return new Uint8Array(await writeXlsxFile(written).toBuffer());
}

function cellOf(cell: ExportCell): Cell {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'text':
      return { value: escaped(cell.text), type: String, wrap: true, alignVertical: 'top' };
    case 'number':
      return { value: cell.number, type: Number, alignVertical: 'top' };
    case 'flag':
      return { value: cell.flag, type: Boolean, alignVertical: 'top' };
    case 'day':
      // Excel counts days; its own number for one knows no time zone.
      return {
        value: serialOf(cell.date),
        type: Number,
        format: cell.isMonth ? 'mmm yyyy' : 'dd/mm/yyyy',
        alignVertical: 'top',
      };
  }
}

/**
 * Excel reads `_x0041_` as the letter of that number; what looks like one is meant as it stands. The library loses a
 * text that is the name of something every object has (`constructor`): with a space after it, it is none.
 */
function escaped(text: string): string {
  const safe = text in Object.prototype ? `${text} ` : text;
  return safe.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function widthOf(label: string, rows: ExportSheet['rows'], at: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[at])), label.length);
  return Math.min(Math.max(longest + 2, WIDTH.least), WIDTH.most);
}

function lengthOf(cell: ExportCell | undefined): number {
  if (cell?.kind === 'text') return Math.max(...cell.text.split('\n').map((line) => line.length));
  return cell?.kind === 'number' ? String(cell.number).length : 10;
}
