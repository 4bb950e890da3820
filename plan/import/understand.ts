import type { ColumnGuess, FieldChoice } from '../content/import.ts';
import { AppError } from '../errors.ts';
import { oneLine, type PlanDocument } from './document.ts';
import { FIELDS, findField } from './fields.ts';
import { IMPORT_LISTS, type ImportedRows } from './imported.ts';
import { isPublishedTable, recommendationColumns } from './published-columns.ts';
import { readPublishedPlan } from './published-plan.ts';
import { publishedRows } from './published-rows.ts';
import { readRows, unknownHeaders } from './read-rows.ts';
import { type GivenColumns, isOwnList, type RecognisedTable, recogniseTable } from './recognise-table.ts';
import { type KnownNames, refineColumns } from './refine-columns.ts';

/** What a file was understood to say. */
export interface Understanding {
  /** In words: `31 recommendations and 12 actions`. */
  readonly understood: string;
  readonly imported: readonly ImportedRows[];
  /** Empty for a published plan. */
  readonly columns: readonly ColumnGuess[];
  readonly fieldChoices: readonly FieldChoice[];
  readonly doubts: readonly string[];
}

/** What helps to understand a file. */
export interface UnderstandOptions {
  /** Header → field, or `null` to leave the column out; what is not named is guessed. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** Names the plan knows already, and those the file itself brings are found besides. */
  readonly known: KnownNames;
  /** The plan, so that ids of its own rows are told from those of another. */
  readonly planId: string;
  /** Columns are named for several files at once: one that this file does not have is no mistake. Default `false`. */
  readonly areColumnsShared?: boolean;
}

/**
 * Reads a published plan, or tables of recommendations, actions, milestones, people and the like.
 * @throws AppError `NOT_A_PLAN` where nothing is found; `BAD_INPUT` for columns or fields that are not there
 */
export function understand(document: PlanDocument, options: UnderstandOptions): Understanding {
  if (isPublished(document)) return understandPublished(document, options);
  const given: GivenColumns = new Map(
    Object.entries(options.columns).map(([header, field]) => [oneLine(header).toLowerCase(), field]),
  );
  const found = document.tables.map((table) => ({ table, recognised: recogniseTable(table, given) }));
  const recognised = found.flatMap((one) => (one.recognised === null ? [] : [one.recognised]));
  if (recognised.length === 0) throw notAPlan(document);
  checkGiven(options, document, recognised);

  const known = withOwnNames(options.known, recognised);
  const tables = recognised.map((table) => refineColumns(table, known, given));
  const idHeader = idHeaderOf(options.planId).toLowerCase();
  const read = tables.map((table) => readRows(table, idHeader));
  return {
    understood: countWords(read.map(({ imported }) => imported)),
    imported: inOrder(read.map(({ imported }) => imported)),
    columns: tables.flatMap((table) => guessesOf(table, idHeader)),
    fieldChoices: choicesOf(tables),
    doubts: [
      ...found.flatMap(({ table, recognised: one }) =>
        one === null && !isOwnList(table) ? [notUsed(table.name, table.rows[0]?.cells ?? [])] : [],
      ),
      ...ownLists(document),
      ...(document.prose.length > 0
        ? [`${document.prose.length} paragraphs outside the tables are not imported.`]
        : []),
      ...tables.flatMap((table) => unknownDoubts(table, idHeader, given)),
      ...tables.flatMap(missingNumber),
      ...read.flatMap((one) => one.doubts),
    ],
  };
}

/** How an export heads the column of its rows' ids: they mean something in this plan only. */
export function idHeaderOf(planId: string): string {
  return `Id in ${planId}`;
}

/** A table of recommendations with the columns of a published plan and no others, and what such a plan has besides. */
function isPublished({ tables, prose, isSpreadsheet }: PlanDocument): boolean {
  const headers = tables.map(({ rows }) => rows[0]?.cells ?? []);
  const found = headers.filter((header) => recommendationColumns(header) !== null);
  const hasMore = prose.length > 0 || found.some((header) => recommendationColumns(header)?.theme !== -1);
  return !isSpreadsheet && found.length > 0 && hasMore && found.every(isPublishedTable);
}

function understandPublished(
  document: PlanDocument,
  { columns, areColumnsShared = false }: UnderstandOptions,
): Understanding {
  if (Object.keys(columns).length > 0 && !areColumnsShared)
    throw badColumns('This is a published plan, read as a whole: there are no columns to choose.');
  const plan = readPublishedPlan(document);
  const count = (what: string, number: number) => `${number} ${what}`;
  return {
    understood: `${plan.title}: ${count('recommendations', plan.recommendations.length)} in ${count('themes', plan.themes.length)}, ${[
      count('groups', plan.groups.length),
      count('boards', plan.boards.length),
      count('milestones', plan.milestones.length),
      count('measures', plan.measures.length),
    ].join(', ')}`,
    imported: publishedRows(plan),
    columns: [],
    fieldChoices: [],
    doubts: plan.doubts.map((one) => one.message),
  };
}

function guessesOf(table: RecognisedTable, idHeader: string): ColumnGuess[] {
  const left = new Set(unknownHeaders(table, idHeader));
  return table.header.cells.flatMap((cell, at) => {
    const header = oneLine(cell);
    const field = table.columns[at]?.name ?? null;
    return header !== '' && (field !== null || left.has(header)) ? [{ header, field }] : [];
  });
}

function choicesOf(tables: readonly RecognisedTable[]): FieldChoice[] {
  const lists = [...new Set(tables.map(({ list }) => list))];
  const choices = lists.flatMap((list) =>
    FIELDS[list].filter(({ kind }) => kind !== 'own').map(({ name, label }) => ({ field: name, label })),
  );
  return choices.filter(({ field }, at) => choices.findIndex((one) => one.field === field) === at);
}

function unknownDoubts(table: RecognisedTable, idHeader: string, given: GivenColumns): string[] {
  return unknownHeaders(table, idHeader)
    .filter((header) => given.get(header.toLowerCase()) !== null)
    .map((header) => {
      const where = table.name === null ? '' : ` of sheet ${table.name}`;
      return header === ''
        ? `A column${where} without a header is left out.`
        : `Column ${header}${where} is not one that Milepost knows: it is left out.`;
    });
}

function missingNumber(table: RecognisedTable): string[] {
  const has = (name: string) => table.columns.some((field) => field?.name === name);
  if (table.list !== 'Recommendations' || has('number')) return [];
  const where = table.name === null ? 'The table of recommendations' : `Sheet ${table.name}`;
  return [`${where} has no column with their numbers, by which they are told apart: say which column it is.`];
}

function notUsed(name: string | null, header: readonly string[]): string {
  const what =
    name === null ? `A table that starts “${oneLine(header.join(' ')).slice(0, 60)}”` : `Sheet ${name}`;
  return `${what} is not one of recommendations, actions, milestones, people, groups, themes, measures or the engagement log: it is left out.`;
}

/** Told once, and only where there is something in them. */
function ownLists({ tables }: PlanDocument): string[] {
  const names = tables.filter((table) => isOwnList(table) && table.rows.length > 1).map(({ name }) => name);
  return names.length === 0
    ? []
    : [`${names.join(', ')}: Milepost writes these lists by itself. They are not imported.`];
}

function checkGiven(
  { columns, areColumnsShared = false }: UnderstandOptions,
  { tables }: PlanDocument,
  recognised: readonly RecognisedTable[],
): void {
  const headers = recognised.flatMap(({ header }) => header.cells.map(oneLine)).filter((cell) => cell !== '');
  for (const [header, field] of Object.entries(columns)) {
    const isThere = headers.some((one) => one.toLowerCase() === oneLine(header).toLowerCase());
    if (!isThere && areColumnsShared) continue;
    if (!isThere)
      throw badColumns(
        `There is no column “${header}” in the ${tables.length === 1 ? 'table' : 'tables'}. There are: ${headers.join(', ')}.`,
      );
    if (field !== null && !recognised.some(({ list }) => findField(list, field) !== null))
      throw badColumns(
        `“${field}” is no field of these lists. There are: ${choicesOf(recognised)
          .map((one) => one.field)
          .join(', ')}.`,
      );
  }
}

/** Groups and people that the file itself lists are known as well. */
function withOwnNames(known: KnownNames, tables: readonly RecognisedTable[]): KnownNames {
  const titles = (list: string) =>
    tables
      .filter((table) => table.list === list)
      .flatMap((table) => {
        const at = table.columns.findIndex((field) => field?.name === 'title');
        return table.rows.map((row) => oneLine(row.cells[at] ?? ''));
      });
  return {
    groups: [...known.groups, ...titles('Groups')],
    owners: [...known.owners, ...titles('Owners')],
  };
}

function countWords(imported: readonly ImportedRows[]): string {
  const counts = IMPORT_LISTS.flatMap((list) => {
    const count = imported.filter((one) => one.list === list).reduce((sum, { rows }) => sum + rows.length, 0);
    if (count === 0) return [];
    if (list === 'Engagement log')
      return [`${count} ${count === 1 ? 'entry' : 'entries'} of the engagement log`];
    const words = list.toLowerCase();
    return [`${count} ${count === 1 ? words.slice(0, -1) : words}`];
  });
  if (counts.length === 0) return 'nothing that can be imported';
  return [counts.slice(0, -1).join(', '), counts.at(-1)].filter((part) => part !== '').join(' and ');
}

function inOrder(imported: readonly ImportedRows[]): ImportedRows[] {
  return imported.toSorted((one, other) => IMPORT_LISTS.indexOf(one.list) - IMPORT_LISTS.indexOf(other.list));
}

function badColumns(message: string): AppError {
  return new AppError({ code: 'BAD_INPUT', message, userMessage: message });
}

function notAPlan({ tables, prose }: PlanDocument): AppError {
  const lookedFor =
    'a table whose first row names its columns (No, Recommendation, Theme, Status, say, or Action, Owner, Due)';
  return new AppError({
    code: 'NOT_A_PLAN',
    message: `Reading a plan: looked for ${lookedFor}; none was found in ${tables.length} tables and ${prose.length} lines`,
    userMessage: `This does not look like an improvement plan. Milepost looks for ${lookedFor}. Send the document or workbook with that table.`,
  });
}
