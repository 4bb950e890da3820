import { paragraphsOf, plainWords } from './text.ts';

/** One row of the table of recommendations, as written. */
export interface RecommendationRow {
  readonly number: number;
  readonly text: string;
  readonly theme: string;
  readonly status: string;
}

/** One row of the table of themes, as written. */
export interface ThemeRow {
  readonly title: string;
  readonly links: readonly number[];
  readonly reviewSaid: readonly string[];
  readonly stakeholdersSaid: readonly string[];
  readonly progressSoFar: readonly string[];
}

/** What was found in tables, and the lines that are not in one. */
export interface Tables {
  readonly recommendations: readonly RecommendationRow[];
  readonly themes: readonly ThemeRow[];
  /** The header of the status column: `Status December 2021`. */
  readonly statusHeader: string | null;
  readonly prose: readonly string[];
}

/** Columns of a table by what their header says; `-1` where there is none. */
type Columns<Name extends string> = Readonly<Record<Name, number>>;

/** `Links to recommendations 2, 16 and 19`, with or without `Review` before. */
const LINKS = /\blinks? to (?:the )?(?:independent )?(?:review )?recommendations?\b/i;

/** Finds both tables in the lines of a plan. Rows may be parted by blank lines or broken over several. */
export function readTables(lines: readonly string[]): Tables {
  const recommendations: RecommendationRow[] = [];
  const themes: ThemeRow[] = [];
  const prose: string[] = [];
  let statusHeader: string | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const header = cellsOf(lines[at] ?? '').map(plainWords);
    const forRecommendations = recommendationColumns(header);
    const forThemes = forRecommendations ? null : themeColumns(header);
    if (forRecommendations) {
      const { rows, end } = rowsFrom(lines, at + 1, header.length, /^\s*\d+\s*\t/);
      recommendations.push(...rows.map((row) => recommendationRow(row, forRecommendations)));
      statusHeader = header[forRecommendations.status] ?? null;
      at = end - 1;
    } else if (forThemes) {
      const { rows, end } = rowsFrom(lines, at + 1, header.length, /\t/);
      themes.push(...themeRows(rows, forThemes));
      at = end - 1;
    } else prose.push(lines[at] ?? '');
  }
  return { recommendations, themes, statusHeader, prose };
}

function isHeader(line: string): boolean {
  const cells = cellsOf(line).map(plainWords);
  return recommendationColumns(cells) !== null || themeColumns(cells) !== null;
}

function recommendationColumns(
  header: readonly string[],
): Columns<'number' | 'text' | 'theme' | 'status'> | null {
  const theme = header.findIndex((cell) => /\btheme/i.test(cell));
  const text = header.findIndex((cell, at) => at !== theme && /\b(recommendation|action)/i.test(cell));
  const status = header.findIndex(
    (cell, at) => at !== theme && at !== text && /\b(status|due|date|when)\b/i.test(cell),
  );
  const number = header.findIndex((cell) => /^(no|nr|number|ref|reference|#)\b\.?|^#$/i.test(cell));
  return text === -1 || status === -1 || number === -1 ? null : { number, text, theme, status };
}

function themeColumns(
  header: readonly string[],
): Columns<'theme' | 'review' | 'stakeholders' | 'progress'> | null {
  if (header.length < 2 || !/^themes?\b/i.test(header[0] ?? '')) return null;
  const find = (pattern: RegExp) => header.findIndex((cell, at) => at > 0 && pattern.test(cell));
  const review = find(/\breview\b/i);
  const stakeholders = find(/\b(professionals?|parents?|stakeholders?|families|people)\b/i);
  const progress = find(/\bprogress\b/i);
  return review + stakeholders + progress === -3 ? null : { theme: 0, review, stakeholders, progress };
}

/**
 * Rows of a table: a line that starts as a row does begins one, a line that does not goes on with a row
 * that still lacks cells; anything else, a blank line apart, ends the table, as does the header of another.
 */
function rowsFrom(
  lines: readonly string[],
  start: number,
  columns: number,
  startsRow: RegExp,
): { rows: string[][]; end: number } {
  const rows: string[][] = [];
  let at = start;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (isHeader(line)) break;
    const row = rows.at(-1);
    if (startsRow.test(line)) rows.push(cellsOf(line));
    else if (row && row.length < columns && !/^table\b/i.test(line)) goOn(row, cellsOf(line));
    else break;
  }
  return { rows, end: at };
}

function goOn(row: string[], [first = '', ...rest]: readonly string[]): void {
  row.push(`${row.pop() ?? ''} ${first}`, ...rest);
}

function recommendationRow(
  cells: readonly string[],
  at: Columns<'number' | 'text' | 'theme' | 'status'>,
): RecommendationRow {
  return {
    number: Number.parseInt(cells[at.number] ?? '', 10),
    text: plainWords(cells[at.text] ?? ''),
    theme: plainWords(cells[at.theme] ?? ''),
    status: plainWords(cells[at.status] ?? ''),
  };
}

/** A row without a title of its own goes on with the theme before: tables break over pages. */
function themeRows(
  rows: readonly string[][],
  at: Columns<'theme' | 'review' | 'stakeholders' | 'progress'>,
): ThemeRow[] {
  const themes: ThemeRow[] = [];
  for (const cells of rows) {
    const first = plainWords(cells[at.theme] ?? '');
    const linksAt = first.search(LINKS);
    const title = (linksAt === -1 ? first : first.slice(0, linksAt)).trim();
    const row: ThemeRow = {
      title,
      links: linksAt === -1 ? [] : numbersIn(first.slice(linksAt)),
      reviewSaid: paragraphsOf(cells[at.review] ?? ''),
      stakeholdersSaid: paragraphsOf(cells[at.stakeholders] ?? ''),
      progressSoFar: paragraphsOf(cells[at.progress] ?? ''),
    };
    const before = title === '' ? themes.pop() : undefined;
    if (before) themes.push(joined(before, row));
    else if (title !== '') themes.push(row);
  }
  return themes;
}

function joined(one: ThemeRow, other: ThemeRow): ThemeRow {
  return {
    title: one.title,
    links: [...one.links, ...other.links],
    reviewSaid: [...one.reviewSaid, ...other.reviewSaid],
    stakeholdersSaid: [...one.stakeholdersSaid, ...other.stakeholdersSaid],
    progressSoFar: [...one.progressSoFar, ...other.progressSoFar],
  };
}

/** `6,7 and 8`, `4 to 6`, `4-6`; no plan has more than a few hundred. */
function numbersIn(words: string): number[] {
  const numbers: number[] = [];
  for (const [, from = '', to] of words.matchAll(/\b(\d{1,3})\b(?:\s*(?:-|–|to)\s*(\d{1,3})\b)?/g)) {
    const last = Math.max(Number(from), Number(to ?? from));
    for (let number = Number(from); number <= last; number += 1) numbers.push(number);
  }
  return [...new Set(numbers)];
}

function cellsOf(line: string): string[] {
  return line.split('\t');
}
