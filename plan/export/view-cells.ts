import { formatMonth } from '../calendar/dates.ts';
import type { DueWords, ItemColour } from '../content.ts';
import { COLOUR_SIGNS } from '../filter/colours.ts';
import type { IsoDate } from '../rows.ts';
import { type ExportCell, type ExportSheet, textCell } from './sheets.ts';

/** A column of a table: its head, and what stands below it for a row. */
export type Column<Row> = readonly [head: string, cellOf: (row: Row) => ExportCell];

export function sheetOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): ExportSheet {
  return {
    name,
    header: columns.map(([head]) => head),
    rows: rows.map((row) => columns.map(([, cellOf]) => cellOf(row))),
  };
}

/** A colour as its word: a file may lose what cells are painted with. */
export function colourCell(colour: ItemColour | null): ExportCell {
  return textCell(colour === null ? null : COLOUR_SIGNS[colour].word);
}

export function dayCell(date: IsoDate | null): ExportCell {
  return date === null ? { kind: 'empty' } : { kind: 'day', date, isMonth: false };
}

/** The day something is due, shown as a month where only that was said. */
export function dueCell(date: IsoDate | null, words: DueWords | null): ExportCell {
  if (date === null) return { kind: 'empty' };
  return { kind: 'day', date, isMonth: words?.words === formatMonth(date) };
}
