import type { PaperTable, ReportSectionView } from '../../../plan/content.ts';
import { linesOf } from './lines.ts';

/** A card shows what is read at a glance: as `plan/board-reports/report-card.ts` makes it. */
const LINE_LENGTH = 240;
const MOST_LINES = 12;

/** What a card says of a section. */
export interface CardLines {
  /** Paragraphs, entries of lists and rows of tables, in the order in which they are read. */
  readonly lines: readonly { readonly text: string; readonly isEntry: boolean }[];
  /** How many more the report itself has. */
  readonly more: number;
}

export function cardLinesOf({ words, tables, edit }: ReportSectionView): CardLines {
  const all = [
    ...linesOf(edit?.words ?? words).flatMap(({ kind, lines }) =>
      lines.map(({ text }) => ({ text, isEntry: kind === 'list' })),
    ),
    ...tables.flatMap(rowsInWords).map((text) => ({ text, isEntry: true })),
  ];
  return {
    lines: all.slice(0, MOST_LINES).map(({ text, isEntry }) => ({ text: shortened(text), isEntry })),
    more: Math.max(0, all.length - MOST_LINES),
  };
}

/** `Careers · Green: 1 · Amber: 0`: the first column names the row. */
function rowsInWords({ columns, rows }: PaperTable): readonly string[] {
  return rows.map((cells) =>
    cells.map(({ text }, at) => (at === 0 ? text : `${columns[at]}: ${text}`)).join(' · '),
  );
}

/** No longer than a line, cut between words where there is one. */
function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words.length <= LINE_LENGTH) return words;
  const start = words.slice(0, LINE_LENGTH - 1);
  const end = start.lastIndexOf(' ');
  const kept = end > LINE_LENGTH / 2 ? start.slice(0, end) : start;
  return `${kept.replace(/[\s,;:.–-]+$/, '')}…`;
}
