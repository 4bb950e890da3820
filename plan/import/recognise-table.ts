import { LIST_NAMES } from '../glossary.ts';
import { type DocumentRow, type DocumentTable, oneLine, type PlanDocument } from './document.ts';
import { FIELDS, type Field, findField, headerWords, namesOf } from './fields.ts';
import { IMPORT_LISTS, type ImportList } from './imported.ts';
import { isRecommendationHeader } from './published-columns.ts';

/** Header → field to take it for, or `null` to leave the column out, as somebody said. Headers in lower case. */
export type GivenColumns = ReadonlyMap<string, string | null>;

/** A table as it was understood: which list it is of, and which column is what. */
export interface RecognisedTable {
  readonly list: ImportList;
  readonly name: string | null;
  readonly header: DocumentRow;
  /** One for each column; `null` is left out. */
  readonly columns: readonly (Field | null)[];
  /** Below the header. */
  readonly rows: readonly DocumentRow[];
}

/** Above the header there may be a title, a date, who wrote it. */
const MAX_ROWS_ABOVE = 30;
/** Headers are words, not sentences. */
const MAX_HEADER_LENGTH = 80;
const MAX_COLUMNS = 200;

/** Whether Milepost finds anything in a document that it could import. */
export function isUnderstood({ tables }: PlanDocument): boolean {
  return tables.some(
    (table) =>
      isRecommendationHeader(table.rows[0]?.cells ?? []) || recogniseTable(table, new Map()) !== null,
  );
}

/** Finds the header of a table and what its columns are; `null` where it is not of a list that can be imported. */
export function recogniseTable(table: DocumentTable, given: GivenColumns): RecognisedTable | null {
  if (isOwnList(table)) return null;
  let best: { score: number; recognised: RecognisedTable } | null = null;
  for (const [at, header] of table.rows.slice(0, MAX_ROWS_ABOVE).entries()) {
    const headers = header.cells.slice(0, MAX_COLUMNS).map(readHeader);
    if (headers.filter((one) => one !== null).length < 2) continue;
    for (const list of IMPORT_LISTS) {
      const columns = matchColumns(list, headers, given);
      const score = scoreOf(list, table.name, columns);
      if (score === null || (best !== null && score <= best.score)) continue;
      const rows = table.rows.slice(at + 1);
      const fields = columns.map((match) => match?.field ?? null);
      best = { score, recognised: { list, name: table.name, header, columns: fields, rows } };
    }
  }
  return best?.recognised ?? null;
}

/** A sheet of an export with what Milepost writes by itself: meetings, updates and the like. */
export function isOwnList({ name }: DocumentTable): boolean {
  return LIST_NAMES.some((list) => list === name) && !IMPORT_LISTS.some((list) => list === name);
}

/** A cell that may head a column. */
interface Header {
  /** As somebody names it who says what it is. */
  readonly given: string;
  /** As it is compared with the words for fields. */
  readonly words: string;
}

interface Match {
  readonly field: Field;
  readonly words: string;
  /** The header is one of the field's own words, not only about them. */
  readonly isExact: boolean;
}

function readHeader(cell: string): Header | null {
  if (cell === '' || cell.length > MAX_HEADER_LENGTH) return null;
  const words = headerWords(cell);
  return words === '' ? null : { given: oneLine(cell).toLowerCase(), words };
}

/** Every column's best field, each field at most once: exact headers first, then those that hold its words. */
function matchColumns(
  list: ImportList,
  headers: readonly (Header | null)[],
  given: GivenColumns,
): (Match | null)[] {
  const matches: (Match | null)[] = headers.map((header) => {
    const said = header === null ? null : given.get(header.given);
    const field = said == null ? null : findField(list, said);
    return field === null || header === null ? null : { field, words: header.words, isExact: true };
  });
  for (const isExact of [true, false]) {
    for (const [at, header] of headers.entries()) {
      if (header === null || matches[at] !== null || given.has(header.given)) continue;
      const field = fieldFor(
        list,
        header.words,
        isExact,
        (one) => !matches.some((match) => match?.field === one),
      );
      if (field !== null) matches[at] = { field, words: header.words, isExact };
    }
  }
  return matches;
}

/** The words for each list's fields, the longest first: they say most. */
const NAMES = new Map(
  IMPORT_LISTS.map((list) => [
    list,
    FIELDS[list]
      .flatMap((field) => namesOf(field).map((name) => ({ field, name, within: ` ${name} ` })))
      .toSorted((one, other) => other.name.length - one.name.length),
  ]),
);

function fieldFor(
  list: ImportList,
  words: string,
  isExact: boolean,
  isFree: (field: Field) => boolean,
): Field | null {
  const around = ` ${words} `;
  const found = NAMES.get(list)?.find(
    ({ field, name, within }) => (isExact ? name === words : around.includes(within)) && isFree(field),
  );
  return found?.field ?? null;
}

/** How surely a table is of a list; `null` where it lacks what names a row, or has nothing besides. */
function scoreOf(list: ImportList, name: string | null, columns: readonly (Match | null)[]): number | null {
  const found = columns.filter((match) => match !== null);
  const naming = found.find(({ field }) => field.name === 'title' || field.name === 'fullText');
  if (naming === undefined || found.length < 2) return null;
  const own = list.toLowerCase();
  const saysSo = name === null ? 0 : nameScore(name.toLowerCase(), own);
  const namesItself = naming.words === own || naming.words === own.slice(0, -1) ? 1 : 0;
  return found.reduce((sum, { isExact }) => sum + (isExact ? 2 : 1), 0) + namesItself + saysSo;
}

function nameScore(name: string, own: string): number {
  if (name === own) return 100;
  return name.includes(own.slice(0, -1)) ? 5 : 0;
}
