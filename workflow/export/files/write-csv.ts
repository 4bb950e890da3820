import { zipSync } from 'fflate';
import Papa from 'papaparse';
import { withFormulaGuard } from '../../../plan/export/formula-guard.ts';
import type { ExportCell, ExportSheet } from '../../../plan/export/sheets.ts';

/** Without it, Excel takes UTF-8 for Windows-1252. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A packed file with a CSV file for each list. What Excel would take for a formula is guarded. */
export function writeCsv(sheets: readonly ExportSheet[]): Uint8Array {
  const encoder = new TextEncoder();
  const files = sheets.map(({ name, header, rows }) => {
    const lines = [header.map(withFormulaGuard), ...rows.map((row) => row.map(textOf))];
    return [
      `${name}.csv`,
      encoder.encode(BYTE_ORDER_MARK + Papa.unparse(lines, { newline: '\r\n' })),
    ] as const;
  });
  return zipSync(Object.fromEntries(files));
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
