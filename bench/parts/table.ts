import type { Benchmark, Table } from '../benchmark.ts';

/** A table as a terminal shows it, with its notes below. */
export function toPlainText({ title }: Pick<Benchmark, 'title'>, table: Table): string {
  const widths = widthsOf(table);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => pad(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    title,
    '',
    line(table.columns),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...table.rows.map(line),
    '',
    ...verdictOf(table),
    ...table.notes.map((note) => `- ${note}`),
  ].join('\n');
}

/** A table as Markdown, to be put into a document. */
export function toMarkdown({ title }: Pick<Benchmark, 'title'>, table: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  const rules = table.columns.map((_, index) => (isNumeric(table, index) ? '---:' : '---'));
  return [
    `### ${title}`,
    '',
    line(table.columns),
    `|${rules.join('|')}|`,
    ...table.rows.map(line),
    '',
    ...verdictOf(table),
    ...table.notes.map((note) => `- ${note}`),
  ].join('\n');
}

function verdictOf({ broken }: Table): readonly string[] {
  return broken.map((promise) => `- BROKEN: ${promise}`);
}

function widthsOf({ columns, rows }: Table): number[] {
  return columns.map((column, index) =>
    Math.max(column.length, ...rows.map((cells) => cells[index]?.length ?? 0)),
  );
}

function pad(cell: string, width: number): string {
  return startsWithDigit(cell) ? cell.padStart(width) : cell.padEnd(width);
}

function isNumeric({ rows }: Table, column: number): boolean {
  return rows.length > 0 && rows.every((cells) => startsWithDigit(cells[column] ?? ''));
}

function startsWithDigit(text: string): boolean {
  return /^\d/.test(text);
}

function escapeCell(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
