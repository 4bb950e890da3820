import { zipSync } from 'fflate';
import Papa from 'papaparse';
import { withFormulaGuard } from '../../../plan/export/formula-guard.ts';
import type { ExportCell, ExportSheet } from '../../../plan/export/sheets.ts';

/** Without it, Excel takes UTF-8 for Windows-1252. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A CSV file of one table. What Excel would take for a formula is guarded. */
export function writeCsv({ header, rows }: ExportSheet): Uint8Array {
  const lines = [header.map(withFormulaGuard), ...rows.map((row) => row.map(textOf))];
  return new TextEncoder().encode(BYTE_ORDER_MARK + Papa.unparse(lines, { newline: '\r\n' }));
}

/** A packed file with a CSV file for each table. */
export function writePackedCsv(sheets: readonly ExportSheet[]): Uint8Array {
  return zipSync(Object.fromEntries(sheets.map((sheet) => [`${sheet.name}.csv`, writeCsv(sheet)])));
}

function textOf(cell: ExportCell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return withFormulaGuard(cell.text);
    case 'number':
      return String(cell.number);
    case 'flag':
      return cell.flag ? 'Yes' : 'No';
    case 'day':
      return cell.date;
  }
}
