import Papa from 'papaparse';
import { withoutFormulaGuard } from '../../../plan/export/formula-guard.ts';
import type { DocumentTable } from '../../../plan/import/document.ts';
import { recogniseTable } from '../../../plan/import/recognise-table.ts';
import { tidyText } from '../../../plan/import/text.ts';

const SEPARATORS = [',', ';', '\t', '|'];

/**
 * Reads values parted by commas, semicolons, tabs or bars: whichever makes a table that Milepost knows, since texts in
 * the cells hold all of them. Nothing in a cell means anything, but for the guard that an export of ours puts before
 * what Excel would take for a formula.
 */
export function readCsv(text: string, name: string | null): DocumentTable {
  const ways = SEPARATORS.map((separator) => {
    const table = parse(text, name, separator);
    const columns = recogniseTable(table, new Map())?.columns ?? [];
    return { table, known: columns.filter((column) => column !== null).length };
  });
  const best = ways.reduce((one, other) => (other.known > one.known ? other : one));
  return best.known > 0 ? best.table : parse(text, name, '');
}

/** @param separator `''` = seen from the values */
function parse(text: string, name: string | null, separator: string): DocumentTable {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: separator });
  const rows = data.map((cells, at) => ({
    number: at + 1,
    cells: cells.map((cell) => withoutFormulaGuard(tidyText(cell))),
  }));
  return { name, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}
