import Papa from 'papaparse';
import type { CalendarEvent, CalendarFile } from '../../../plan/calendar-import/calendar-file.ts';
import { withoutFormulaGuard } from '../../../plan/export/formula-guard.ts';
import { CLOSURE_KINDS } from '../../../plan/glossary.ts';
import { severalIn } from '../../../plan/import/cell-values.ts';
import { readCellDate } from '../../../plan/import/months.ts';
import { tidyText } from '../../../plan/import/text.ts';
import { badFile } from './bad-file.ts';
import { MOST_EVENTS } from './read-ics.ts';

/** What the columns of a table of dates are called, in lower case. */
const COLUMNS = {
  title: ['title', 'name', 'event', 'subject', 'summary', 'description', 'holiday', 'term', 'period', 'what'],
  start: ['from', 'from date', 'start', 'start date', 'starts', 'begins', 'first day', 'date from', 'opens'],
  end: ['to', 'to date', 'end', 'end date', 'ends', 'finishes', 'last day', 'date to', 'until', 'closes'],
  kind: ['kind'],
  groups: ['groups', 'group'],
} as const;
type Column = keyof typeof COLUMNS;

/** Columns of plans; a table that has one of these too is a plan and no calendar. */
const OF_PLANS =
  /recommend|action|milestone|owner|lead|status|stage|due|progress|\brag\b|number|\bref\b|baseline|forecast/;

type Rows = readonly (readonly string[])[];

/** Whether a text is a table of titles with a first and a last day each, and not a plan. */
export function isCalendarTable(text: string): boolean {
  return headerOf(rowsOf(text.slice(0, 20_000))) !== null;
}

/** @throws AppError `BAD_INPUT` for a table too long */
export function readCsvCalendar(text: string): CalendarFile {
  const rows = rowsOf(text);
  const header = headerOf(rows);
  if (header === null)
    throw badFile(
      'has no columns Title, From and To that Milepost can read. Put these three above the dates and send it again.',
    );
  const filled = rows
    .map((cells, at) => ({ cells, line: at + 1 }))
    .slice(header.at + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length > MOST_EVENTS)
    throw badFile(
      `holds ${filled.length} rows; Milepost takes at most ${MOST_EVENTS}. Send a table of school terms or closures alone.`,
    );
  const doubts: string[] = [];
  const events = filled.flatMap(({ cells, line }): CalendarEvent[] => {
    const of = (column: Column) => cells[header.columns[column] ?? -1] ?? '';
    const title = of('title').replace(/\s+/gu, ' ');
    const start = readDay(of('start'));
    const end = of('end') === '' ? null : readDay(of('end'));
    const wrong = start === null ? of('start') : of('end') !== '' && end === null ? of('end') : null;
    if (start === null || wrong !== null) {
      doubts.push(
        `Row ${line} (“${title.slice(0, 80)}”) is left out: ${wrong === '' ? 'it has no first day' : `“${wrong?.slice(0, 60)}” is no day that Milepost can read: write it like 14/02/2022`}.`,
      );
      return [];
    }
    const kind = CLOSURE_KINDS.find((one) => one.toLowerCase() === of('kind').toLowerCase()) ?? null;
    return [{ name: `${title} ${start}`, title, start, end, line, kind, groups: severalIn(of('groups')) }];
  });
  return { events, doubts };
}

function rowsOf(text: string): Rows {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  return data.map((cells) => cells.map((cell) => withoutFormulaGuard(tidyText(cell))));
}

/** There may be a title above the header. */
function headerOf(rows: Rows): { at: number; columns: Partial<Record<Column, number>> } | null {
  for (const [at, cells] of rows.slice(0, 10).entries()) {
    const words = cells.map((cell) => cell.toLowerCase());
    const columns = Object.fromEntries(
      (Object.keys(COLUMNS) as Column[]).flatMap((column) => {
        const found = words.findIndex((word) => (COLUMNS[column] as readonly string[]).includes(word));
        return found < 0 ? [] : [[column, found]];
      }),
    ) as Partial<Record<Column, number>>;
    const isWhole = columns.title !== undefined && columns.start !== undefined && columns.end !== undefined;
    if (isWhole) return words.some((word) => OF_PLANS.test(word)) ? null : { at, columns };
  }
  return null;
}

/** A month is no day: holidays are not known by it. */
function readDay(cell: string): string | null {
  const read = readCellDate(cell.replace(/\s+/gu, ' '));
  return read?.precision === 'Day' ? read.date : null;
}
