import Papa from 'papaparse';
import { withoutFormulaGuard } from '../../../plan/export/formula-guard.ts';
import type { DocumentTable } from '../../../plan/import/document.ts';
import { tidyText } from '../../../plan/import/text.ts';

/**
 * Reads comma-, semicolon- or tab-separated values; which, is seen from the values. Nothing in a cell means anything,
 * but for the guard that an export of ours puts before what Excel would take for a formula.
 */
export function readCsv(text: string, name: string | null): DocumentTable {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: false,
  });
  const rows = data.map((cells, at) => ({
    number: at + 1,
    cells: cells.map((cell) => withoutFormulaGuard(tidyText(cell))),
  }));
  return { name, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}
