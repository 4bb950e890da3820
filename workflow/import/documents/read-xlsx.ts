import type { CellValue } from 'read-excel-file/node';
import { formatMonth } from '../../../plan/calendar/dates.ts';
import type { DocumentTable } from '../../../plan/import/document.ts';
import { readDate } from '../../../plan/import/months.ts';
import { tidyText } from '../../../plan/import/text.ts';
import { badFile } from './bad-file.ts';
import { type Parts, packParts } from './open-zip.ts';
import { placeOf, prepareWorkbook, type SheetFacts } from './sheet-parts.ts';

/** The sheets of a workbook, and what in them could not be read. */
export interface Sheets {
  readonly tables: readonly DocumentTable[];
  readonly doubts: readonly string[];
}

/**
 * Reads every sheet of an Excel workbook, values as people see them.
 * @throws AppError `BAD_INPUT` when the workbook is damaged, too large or empty
 */
export async function readXlsx(parts: Parts): Promise<Sheets> {
  const workbook = prepareWorkbook(parts);
  const sheets = await readAll(workbook.parts);
  const tables = sheets.flatMap(({ sheet, data }, at) => {
    const facts = workbook.sheets[at] ?? NO_FACTS;
    const cells = data.map((row, r) =>
      row.map((value, c) => cellText(value, facts.months.has(nameOf(r, c)))),
    );
    fillMerged(cells, facts.merged);
    const rows = cells.map((row, r) => ({ number: r + 1, cells: row }));
    const said = rows.filter((row) => row.cells.some((cell) => cell !== ''));
    return said.length === 0 ? [] : [{ name: sheet, rows: said }];
  });
  if (tables.length === 0) throw badFile('has only empty sheets. Send the workbook that holds the plan.');
  const doubts = sheets.flatMap(({ sheet }, at) =>
    (workbook.sheets[at]?.unsolved ?? []).map(
      (cell) =>
        `Sheet ${sheet}, cell ${cell} holds a formula whose result is not saved: it is left empty. Open the file in Excel, save it and import it again.`,
    ),
  );
  return { tables, doubts };
}

const NO_FACTS: SheetFacts = { months: new Set(), unsolved: [], merged: [] };

async function readAll(parts: Parts) {
  // Seldom used: loaded with the first import.
  const { default: readXlsxFile } = await import('read-excel-file/node');
  try {
    return await readXlsxFile(Buffer.from(packParts(parts)), { trim: false });
  } catch (cause) {
    throw badFile(
      'is damaged: Excel’s sheets in it cannot be read. Open it in Excel, save it again and send that.',
      cause,
    );
  }
}

function cellText(value: CellValue | null, isMonth: boolean): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  // The library's types say the constructor where they mean a date.
  const day = dayOf(value);
  if (day === null) return tidyText(String(value));
  return isMonth ? formatMonth(day) : day;
}

function dayOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('toISOString' in value)) return null;
  const day = String((value as { toISOString(): string }).toISOString()).slice(0, 10);
  return readDate(day) === null ? null : day;
}

/** Cells merged over several rows: what the first says, all say. */
function fillMerged(cells: string[][], merged: readonly string[]): void {
  for (const ref of merged) {
    const [from, to] = ref.split(':').map(placeOf);
    if (!from || !to) continue;
    const text = cells[from.row - 1]?.[from.column - 1] ?? '';
    for (let row = from.row; row < Math.min(to.row, cells.length); row += 1) {
      const line = cells[row];
      if (line !== undefined && line[from.column - 1] === '') line[from.column - 1] = text;
    }
  }
}

/** `B3` for the third row and second column, counted from 0. */
function nameOf(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
