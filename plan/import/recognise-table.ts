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
  let best: { score: number; recognised: RecognisedTable } | null = null;
  for (const [at, header] of table.rows.slice(0, MAX_ROWS_ABOVE).entries()) {
    for (const list of IMPORT_LISTS) {
      const columns = matchColumns(list, header.cells.slice(0, MAX_COLUMNS), given);
      const score = scoreOf(list, table.name, columns);
      if (score === null || (best !== null && score <= best.score)) continue;
      const rows = table.rows.slice(at + 1);
      best = {
        score,
        recognised: {
          list,
          name: table.name,
          header,
          columns: columns.map((one) => one?.field ?? null),
          rows,
        },
      };
    }
  }
  return best?.recognised ?? null;
}

interface Match {
  readonly field: Field;
  readonly words: string;
  /** The header is one of the field's own words, not only about them. */
  readonly isExact: boolean;
}

/** Every column's best field, each field at most once: exact headers first, then those that hold its words. */
function matchColumns(list: ImportList, headers: readonly string[], given: GivenColumns): (Match | null)[] {
  const matches: (Match | null)[] = headers.map(() => null);
  const isFree = (field: Field) => !matches.some((match) => match?.field === field);
  const isOpen = (at: number) =>
    matches[at] === null &&
    !given.has(oneLine(headers[at] ?? '').toLowerCase()) &&
    isHeader(headers[at] ?? '');
  for (const [at, header] of headers.entries()) {
    const said = given.get(oneLine(header).toLowerCase());
    const field = said == null ? null : findField(list, said);
    if (field !== null) matches[at] = { field, words: headerWords(header), isExact: true };
  }
  for (const isExact of [true, false]) {
    for (const [at, header] of headers.entries()) {
      const field = isOpen(at) ? fieldFor(list, headerWords(header), isExact, isFree) : null;
      if (field !== null) matches[at] = { field, words: headerWords(header), isExact };
    }
  }
  return matches;
}

function isHeader(cell: string): boolean {
  return oneLine(cell) !== '' && cell.length <= MAX_HEADER_LENGTH;
}

function fieldFor(
  list: ImportList,
  words: string,
  isExact: boolean,
  isFree: (field: Field) => boolean,
): Field | null {
  const named = FIELDS[list].flatMap((field) =>
    namesOf(field)
      .filter((name) => (isExact ? name === words : ` ${words} `.includes(` ${name} `)))
      .map((name) => ({ field, length: name.length })),
  );
  const free = named.filter(({ field }) => isFree(field));
  return free.toSorted((one, other) => other.length - one.length)[0]?.field ?? null;
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
