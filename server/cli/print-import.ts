import type { ColumnGuess, ImportCounts } from '../../plan/content.ts';
import type { CalendarReport } from '../../workflow/calendar/import-into-site.ts';
import type { ImportReport } from '../../workflow/import/import-rows.ts';

/** Changes, doubts and stretches of days shown of each import; the rest is counted. */
const SHOWN = { changes: 15, doubts: 60, closures: 60 };

type Print = (line: string) => void;

/** What was read of one file, for people. */
export interface ReadSource {
  readonly file: string;
  readonly understood: string;
  readonly columns: readonly ColumnGuess[];
  readonly doubts: readonly string[];
}

/** Says what was read of a file. */
export function printSource({ file, understood, columns, doubts }: ReadSource, print: Print): void {
  print(`${file}: ${understood}`);
  const taken = columns.filter(({ field }) => field !== null);
  const left = columns.filter(({ field }) => field === null);
  if (taken.length > 0)
    print(`  columns   ${taken.map(({ header, field }) => `${header} → ${field}`).join(', ')}`);
  if (left.length > 0) print(`  left out  ${left.map(({ header }) => header).join(', ')}`);
  printSome('  doubtful  ', doubts, SHOWN.doubts, print);
}

/** Says what importing plans and people did, or would do. */
export function printReport(report: ImportReport, isDone: boolean, print: Print): void {
  printSome('  doubtful  ', report.doubts, SHOWN.doubts, print);
  for (const counts of report.lists) {
    print(`  ${describe(counts, isDone)}`);
    for (const { from, to } of counts.renamed) print(`      “${from}” → “${to}”`);
  }
  printSome(isDone ? '  changed  ' : '  would change  ', report.changes, SHOWN.changes, print);
}

/** Says how a calendar was read, and what importing it did, or would do. */
export function printCalendar(file: string, report: CalendarReport, print: Print): void {
  print(`${file}: ${report.readingWords}`);
  printSome('  doubtful  ', report.doubts, SHOWN.doubts, print);
  print(`  ${'Closures'.padEnd(16)} ${report.countsWords}`);
  const added = report.added.map(({ title, daysWords, kindWords }) => `${title}, ${daysWords}: ${kindWords}`);
  printSome('  new       ', added, SHOWN.closures, print);
  printSome('  changed   ', report.changed, SHOWN.closures, print);
}

function printSome(start: string, lines: readonly string[], most: number, print: Print): void {
  for (const line of lines.slice(0, most)) print(`${start}${line}`);
  if (lines.length > most) print(`${start}and ${lines.length - most} more`);
}

function describe({ list, created, updated, unchanged }: ImportCounts, isDone: boolean): string {
  const would = isDone ? '' : 'would be ';
  return `${list.padEnd(16)} ${created} ${would}made, ${updated} ${would}updated, ${unchanged} as they are`;
}
