/** A file as it was read, whatever it was: its tables, and the lines that are in none. */
export interface PlanDocument {
  readonly tables: readonly DocumentTable[];
  readonly prose: readonly ProseLine[];
  /** A spreadsheet holds tables and nothing else: prose is not looked for, and each table is a list of its own. */
  readonly isSpreadsheet: boolean;
}

export interface DocumentTable {
  /** Name of the sheet or file; `null` where tables have none. */
  readonly name: string | null;
  /** From the top, header and all. */
  readonly rows: readonly DocumentRow[];
}

export interface DocumentRow {
  /** As people count in the file, from 1. */
  readonly number: number;
  /** Plain text, nothing of it means anything; paragraphs are parted by `\n`. Days are `YYYY-MM-DD`, months `Mar 2022`. */
  readonly cells: readonly string[];
}

/** One paragraph of running text. */
export interface ProseLine {
  /** Plain words on one line. */
  readonly words: string;
  /** How deep it is indented as a point of a list; `null` for what is no point. */
  readonly depth: number | null;
  /** What stands out in it in bold. */
  readonly strong: readonly string[];
}

/** The text of a cell on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The paragraphs of a cell, each on one line. */
export function cellParagraphs(cell: string): string[] {
  return cell
    .split('\n')
    .map(oneLine)
    .filter((paragraph) => paragraph !== '');
}
