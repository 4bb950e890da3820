import { LONGEST_LINE, LONGEST_NOTE, readCell } from './cell-values.ts';
import { type DocumentRow, oneLine } from './document.ts';
import { FIELDS } from './fields.ts';
import type { ImportedRow, ImportedRows, ImportList, SaidValue } from './imported.ts';
import type { RecognisedTable } from './recognise-table.ts';
import { shortTitle } from './short-title.ts';
import { withoutLinks } from './tables.ts';

/** What a table gives, and what of it does not fit, each naming row and column. */
export interface ReadRows {
  readonly imported: ImportedRows;
  readonly doubts: readonly string[];
}

/** What a row of each list is called. */
export const ROW_WORDS: Readonly<Record<ImportList, string>> = {
  Themes: 'Theme',
  Groups: 'Group',
  Owners: 'Person',
  Recommendations: 'Recommendation',
  Actions: 'Action',
  Milestones: 'Milestone',
  Measures: 'Measure',
  'Engagement log': 'Entry of the engagement log,',
};

/** Lists whose rows are named by title, so that a second row of the same title is a mistake. */
const ONE_OF_A_NAME: readonly ImportList[] = ['Themes', 'Groups'];

/**
 * Reads the rows of a table. What does not fit is left out and told; the rest of its row goes on.
 * @param idHeader how an export of this very plan heads the rows' ids, in lower case
 */
export function readRows(table: RecognisedTable, idHeader: string): ReadRows {
  const doubts: string[] = [];
  const rows: ImportedRow[] = [];
  const seen = new Set<string>();
  for (const line of table.rows) {
    if (line.cells.every((cell) => cell === '') || isHeaderAgain(line, table.header)) continue;
    const { row, found } = readRow(table, line, idHeader);
    doubts.push(...found);
    if (row === null) continue;
    const name = nameOf(table.list, row);
    if (row.itemId === null && name !== null && seen.has(name)) {
      doubts.push(`${row.place}: ${row.label} is there twice. The first is imported.`);
      continue;
    }
    if (name !== null) seen.add(name);
    rows.push(row);
  }
  return {
    imported: { list: table.list, rows, rule: 'people', makesRows: true, sameFact: null },
    doubts,
  };
}

/** Names a row of a file for people: `Sheet Actions, row 7`, or `Row 7` where there is only one table. */
export function placeOf(table: RecognisedTable, line: DocumentRow): string {
  return table.name === null ? `Row ${line.number}` : `Sheet ${table.name}, row ${line.number}`;
}

function readRow(
  table: RecognisedTable,
  line: DocumentRow,
  idHeader: string,
): { row: ImportedRow | null; found: string[] } {
  const place = placeOf(table, line);
  const found: string[] = [];
  const says: Record<string, SaidValue> = {};
  const fills: Record<string, SaidValue> = {};
  for (const [at, field] of table.columns.entries()) {
    if (field === null) continue;
    const reading = readCell(field, wholeCell(table, line, at));
    if ('doubt' in reading) {
      const header = oneLine(table.header.cells[at] ?? '');
      found.push(
        `${place}, column ${header}: ${reading.doubt}. It is left out; the rest of the row is imported.`,
      );
      continue;
    }
    // Two columns may speak of one date: the one that says exactly what it is counts.
    for (const [property, value] of Object.entries(reading.says)) {
      if (!(property in says) || property === field.name) says[property] = value;
    }
    Object.assign(fills, reading.fills);
  }
  const itemId = idOf(table, line, idHeader);
  const naming = nameRow(table.list, says, fills) ?? nameById(table.list, itemId);
  if (naming === null) {
    found.push(`${place}: it ${MISSING_NAME[table.list]}, so it cannot be imported.`);
    return { row: null, found };
  }
  if (naming.doubt !== null) found.push(`${place}: ${naming.doubt}`);
  return { row: { label: naming.label, place, itemId, says, fills }, found };
}

const MISSING_NAME: Readonly<Record<ImportList, string>> = {
  Themes: 'names no theme',
  Groups: 'names no group',
  Owners: 'has neither name nor email',
  Recommendations: 'has no number',
  Actions: 'names no action',
  Milestones: 'names no milestone',
  Measures: 'names no measure',
  'Engagement log': 'does not say who was met',
};

/** Makes sure that a row has a name that fits; changes `says` and `fills`. `null` where nothing names it. */
function nameRow(
  list: ImportList,
  says: Record<string, SaidValue>,
  fills: Record<string, SaidValue>,
): { label: string; doubt: string | null } | null {
  if (list === 'Themes' && typeof says.title === 'string') says.title = withoutLinks(says.title);
  const title = typeof says.title === 'string' ? says.title : '';
  const doubt = title.length > LONGEST_LINE ? shortenTitle(list, title, says, fills) : null;
  if (list === 'Recommendations') {
    return typeof says.number === 'number' ? { label: `Recommendation ${says.number}`, doubt } : null;
  }
  const name = title === '' && list === 'Owners' && typeof says.email === 'string' ? says.email : title;
  return name === '' ? null : { label: `${ROW_WORDS[list]} “${shortTitle(name, 80)}”`, doubt };
}

/** A row of this plan that has no name has its id. */
function nameById(list: ImportList, itemId: number | null): { label: string; doubt: null } | null {
  return itemId === null ? null : { label: `${ROW_WORDS[list]} of id ${itemId}`, doubt: null };
}

/** A title is shortened to what SharePoint holds; its whole wording goes where the list has room for it. */
function shortenTitle(
  list: ImportList,
  title: string,
  says: Record<string, SaidValue>,
  fills: Record<string, SaidValue>,
): string {
  says.title = shortTitle(title, LONGEST_LINE);
  const roomier = { Recommendations: 'fullText', Actions: 'details' }[list as string];
  const hasRoom = roomier !== undefined && says[roomier] === undefined && title.length <= LONGEST_NOTE;
  if (hasRoom) fills[roomier] = title;
  const label = FIELDS[list].find((field) => field.name === roomier)?.label;
  return hasRoom
    ? `its title has more than ${LONGEST_LINE} characters. It is shortened, and stands whole in ${label}.`
    : `its title has more than ${LONGEST_LINE} characters, and SharePoint holds no more. It is shortened: check it.`;
}

function nameOf(list: ImportList, { says }: ImportedRow): string | null {
  if (list === 'Recommendations') return String(says.number);
  if (list === 'Owners') return typeof says.email === 'string' ? says.email.toLowerCase() : null;
  return ONE_OF_A_NAME.includes(list) ? String(says.title).toLowerCase() : null;
}

/** A note too long for a cell of Excel goes on in columns headed `Full text (2)`. */
function wholeCell(table: RecognisedTable, line: DocumentRow, at: number): string {
  const header = oneLine(table.header.cells[at] ?? '');
  let text = line.cells[at] ?? '';
  for (let part = 2; ; part += 1) {
    const next = table.header.cells.findIndex((cell) => oneLine(cell) === `${header} (${part})`);
    if (next === -1 || header === '') return text;
    text += line.cells[next] ?? '';
  }
}

function idOf(table: RecognisedTable, line: DocumentRow, idHeader: string): number | null {
  const at = table.header.cells.findIndex((cell) => oneLine(cell).toLowerCase() === idHeader);
  const id = at === -1 ? '' : (line.cells[at] ?? '');
  return /^\d{1,9}$/.test(id) ? Number(id) : null;
}

/** Tables that break over pages repeat their header. */
function isHeaderAgain(line: DocumentRow, header: DocumentRow): boolean {
  return line.cells.every((cell, at) => oneLine(cell) === oneLine(header.cells[at] ?? ''));
}

/** The columns of a table that nothing is taken from, by their headers. */
export function unknownHeaders(table: RecognisedTable, idHeader: string): string[] {
  return table.header.cells.flatMap((cell, at) => {
    const header = oneLine(cell);
    const isPart = /^(.+) \(\d+\)$/.exec(header)?.[1];
    const goesOn = isPart !== undefined && table.header.cells.some((other) => oneLine(other) === isPart);
    const isUsed = table.columns[at] != null || header.toLowerCase() === idHeader || goesOn;
    const isEmpty = table.rows.every((row) => (row.cells[at] ?? '') === '');
    return isUsed || (header === '' && isEmpty) ? [] : [header];
  });
}
