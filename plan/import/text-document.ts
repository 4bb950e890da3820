import type { DocumentRow, DocumentTable, PlanDocument, ProseLine } from './document.ts';
import { isPublishedHeader, isRecommendationHeader } from './published-columns.ts';
import { linesOf, paragraphsOf } from './text.ts';

const BULLET = /^(\s*)[-*•–]\s+(\S.*)$/;
/** The line under the header of a Markdown table: `| --- | :-: |`. */
const MARKDOWN_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/** Some lines from one on. */
interface Lines {
  readonly lines: readonly string[];
  readonly start: number;
}

/**
 * Reads text: tables whose cells are parted by tabs, as copied from Word or Excel, and Markdown tables. Rows may be
 * parted by blank lines or broken over several. HTML and Markdown marks, which such text often holds, are taken out.
 */
export function textDocument(text: string): PlanDocument {
  const lines = linesOf(text);
  const tables: DocumentTable[] = [];
  const prose: ProseLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const found = markdownTable({ lines, start: at }) ?? tabTable({ lines, start: at });
    if (found === null) prose.push(...proseLines(lines[at] ?? ''));
    else {
      tables.push({ name: null, rows: found.rows });
      at = found.end - 1;
    }
  }
  return { tables, prose, isSpreadsheet: false };
}

function proseLines(line: string): ProseLine[] {
  const bullet = BULLET.exec(line);
  const said = bullet?.[2] ?? line.replace(/^\s*#{1,6}\s+/, '');
  const strong = [...said.matchAll(/\*\*([^*]{1,200})\*\*/g)].map((found) => found[1] ?? '');
  const depth = bullet ? (bullet[1]?.length ?? 0) : null;
  return paragraphsOf(said).map((words) => ({ words, depth, strong }));
}

function markdownTable({ lines, start }: Lines): { rows: DocumentRow[]; end: number } | null {
  const header = lines[start] ?? '';
  if (!header.includes('|') || !MARKDOWN_RULE.test(lines[start + 1] ?? '')) return null;
  const rows = [{ number: start + 1, cells: markdownCells(header) }];
  let at = start + 2;
  for (; at < lines.length && (lines[at] ?? '').includes('|'); at += 1) {
    rows.push({ number: at + 1, cells: markdownCells(lines[at] ?? '') });
  }
  return { rows, end: at };
}

/** `|` parts cells unless `\` stands before it. */
function markdownCells(line: string): string[] {
  const bare = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bare.split(/(?<!\\)\|/).map((cell) => plainCell(cell).replace(/\\([\\|*_`#<>[\]])/g, '$1'));
}

/**
 * A line that starts as a row does begins one, a line that does not goes on with a row that still lacks cells;
 * anything else, a blank line apart, ends the table, as does the header of another.
 */
function tabTable({ lines, start }: Lines): { rows: DocumentRow[]; end: number } | null {
  const header = tabCells(lines[start] ?? '');
  if (header.length < 2) return null;
  const startsRow = isRecommendationHeader(header.map(plainCell)) ? /^\s*\d+\s*\t/ : /\t/;
  const rows: { number: number; cells: string[] }[] = [];
  let at = start + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (isPublishedHeader(tabCells(line).map(plainCell))) break;
    const row = rows.at(-1);
    if (startsRow.test(line)) rows.push({ number: at + 1, cells: tabCells(line) });
    else if (row && row.cells.length < header.length && !/^table\b/i.test(line))
      goOn(row.cells, tabCells(line));
    else break;
  }
  const all = [{ number: start + 1, cells: header }, ...rows];
  return {
    rows: all.map(({ number, cells }) => ({ number, cells: cells.map(plainCell) })),
    end: rows.length === 0 ? start + 1 : at,
  };
}

function goOn(row: string[], [first = '', ...rest]: readonly string[]): void {
  row.push(`${row.pop() ?? ''} ${first}`, ...rest);
}

function tabCells(line: string): string[] {
  return line.split('\t');
}

function plainCell(cell: string): string {
  return paragraphsOf(cell).join('\n');
}
