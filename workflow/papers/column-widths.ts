import type { PaperTable } from '../../plan/content/paper.ts';
import { oneLine } from './clean-text.ts';

/** A letter's part of the width of a page, with the room around a cell. */
const LETTER = 0.0125;
const ROOM = 0.025;
/** A word that is longer is broken. */
const LONGEST_WORD = 14;
/** Text that is longer takes more lines, not more width. */
const LONGEST_CELL = 60;

/** The columns' parts of a table's width, in sum 1: each has room for its longest word, the rest goes where the text is. */
export function columnWidths({ columns, rows }: PaperTable): readonly number[] {
  const cells = columns.map((column, at) => [column, ...rows.map((row) => row[at]?.text ?? '')].map(oneLine));
  const least = cells.map((texts) => ROOM + LETTER * Math.min(LONGEST_WORD, longestWord(texts)));
  const wish = cells.map((texts) => 1 + Math.min(LONGEST_CELL, longest(texts)));
  const needed = sum(least);
  if (needed >= 1) return least.map((width) => width / needed);
  const wished = sum(wish);
  return least.map((width, at) => width + ((1 - needed) * (wish[at] ?? 0)) / wished);
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, { length }) => Math.max(most, length), 0);

const longestWord = (texts: readonly string[]): number => longest(texts.flatMap((text) => text.split(/\s+/)));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
