import { isDeepStrictEqual } from 'node:util';
import type { RowValues } from '../../graph/lists/values.ts';
import type { SiteLists, SiteRow, WriteOperation } from '../../graph/site-lists/types.ts';
import { AppError } from '../../plan/errors.ts';
import type { ListName } from '../../plan/glossary.ts';
import { type FactOf, pairRenamed } from './pair-renamed.ts';

/** Stands for the id of a row that a preview would create. */
export const NOT_YET = -1;

/** What an import did to one list, or would do. */
export interface ListReport {
  readonly list: ListName;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows that get another name. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

export interface Upserted extends ListReport {
  /** Item id of every row of the list by its identity, in lower case. */
  readonly idOf: ReadonlyMap<string, number>;
}

export interface Upsert {
  readonly siteLists: SiteLists;
  readonly list: ListName;
  /** Property that says which row is which. */
  readonly identity: string;
  readonly rows: readonly RowValues[];
  /** Properties that people work on: set on a new row, and on an existing one only while they are empty. */
  readonly keep?: readonly string[];
  /** Tells a row again that the import names otherwise; default: nothing does, and it becomes a new row. */
  readonly factOf?: FactOf;
  /** `false`: only says what it would do. */
  readonly apply: boolean;
}

/**
 * Makes the rows that are missing and brings the others up to date, so that importing again never duplicates.
 * @throws AppError `GRAPH` when a row was refused; what was written stays, and importing again goes on from there
 */
export async function upsertRows({
  siteLists,
  list,
  identity,
  rows,
  keep = [],
  factOf = () => null,
  apply,
}: Upsert): Promise<Upserted> {
  const present = await readRows(siteLists, list);
  const existing = new Map(present.map((row) => [identityOf(row.values[identity]), row]));
  const named = rows.map((values) => existing.get(identityOf(values[identity])));
  const unclaimed = present.filter((row) => !named.includes(row));
  const renamedRows = pairRenamed(
    rows.map((values, index) => (named[index] === undefined ? values : null)),
    unclaimed,
    factOf,
  );
  const matched = rows.map((_values, index) => named[index] ?? renamedRows.get(index));
  const operations = rows.map((values, index) => operationOf(list, values, matched[index], keep));
  const idOf = new Map([...existing].map(([name, { itemId }]) => [name, itemId]));

  const wanted = operations.filter((operation) => operation !== null);
  const ids = apply
    ? await write(siteLists, wanted)
    : wanted.map((operation) => (operation.kind === 'update' ? operation.itemId : NOT_YET));
  for (const [index, row] of renamedRows) idOf.set(identityOf(rows[index]?.[identity]), row.itemId);
  for (const [index, operation] of wanted.entries()) {
    if (operation.kind === 'create') idOf.set(identityOf(operation.values[identity]), ids[index] ?? NOT_YET);
  }
  const created = wanted.filter((operation) => operation.kind === 'create').length;
  const updated = wanted.length - created;
  const renamed = rows.flatMap((values, index) => {
    const from = String(matched[index]?.values.title ?? '');
    const to = String(values.title ?? '');
    return matched[index] === undefined || to === '' || from === to ? [] : [{ from, to }];
  });
  return { list, created, updated, unchanged: rows.length - wanted.length, renamed, idOf };
}

/** The item id of a row by its identity; `null` for no name, or one that is not there. */
export function idIn(upserted: Upserted, name: string | null | undefined): number | null {
  return name == null ? null : (upserted.idOf.get(identityOf(name)) ?? null);
}

function identityOf(value: unknown): string {
  return String(value ?? '')
    .trim()
    .toLowerCase();
}

/** Every row of a list as it stands. */
export async function readRows(siteLists: SiteLists, list: ListName): Promise<SiteRow[]> {
  const { changes } = await siteLists.readChanges(list, null);
  return changes.flatMap(({ values, ...row }) => (values === null ? [] : [{ ...row, values }]));
}

function operationOf(
  list: ListName,
  values: RowValues,
  row: SiteRow | undefined,
  keep: readonly string[],
): WriteOperation | null {
  if (row === undefined) return { kind: 'create', list, values: withoutEmpty(values) };
  const changes = Object.fromEntries(
    Object.entries(values).filter(([property, value]) => {
      const current = row.values[property] ?? null;
      const isEmpty = current === null || (Array.isArray(current) && current.length === 0);
      // An import says what it knows: it never empties what somebody filled in.
      if (value === null || isDeepStrictEqual(sorted(value), sorted(current))) return false;
      return isEmpty || !keep.includes(property);
    }),
  );
  return Object.keys(changes).length === 0
    ? null
    : { kind: 'update', list, itemId: row.itemId, etag: row.etag, values: changes };
}

function withoutEmpty(values: RowValues): RowValues {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** Several lookups or choices have no order. */
function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}

async function write(siteLists: SiteLists, operations: readonly WriteOperation[]): Promise<number[]> {
  const outcomes = await siteLists.writeRows(operations);
  return outcomes.map((outcome, index) => {
    if (outcome.status === 'written') return outcome.itemId;
    if (outcome.status === 'duplicate' && outcome.existing !== null) return outcome.existing.itemId;
    const detail = outcome.status === 'rejected' ? `${outcome.code}: ${outcome.message}` : outcome.status;
    throw new AppError({
      code: 'GRAPH',
      message: `Row ${index + 1} of the list ${operations[index]?.list} could not be written (${detail}). Import again: it goes on from here.`,
    });
  });
}
