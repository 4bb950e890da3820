import { AppError } from '../../plan/errors.ts';
import type { ListName } from '../../plan/glossary.ts';
import type { BatchPart } from '../batch-part.ts';
import { encodeFields } from '../lists/fields.ts';
import { LISTS } from '../lists/index.ts';
import type { RowValue, RowValues } from '../lists/values.ts';
import type { SiteContext } from './site-context.ts';
import type { WriteOperation } from './types.ts';

/** The `fields` of each operation, in order. @throws AppError `BAD_INPUT` */
export function encodeOperations(
  operations: readonly WriteOperation[],
  { timeZone }: Pick<SiteContext, 'timeZone'>,
): readonly Record<string, unknown>[] {
  const seen = new Set<string>();
  return operations.map((operation) => {
    const { kind, list, values } = operation;
    if (kind === 'create') return encodeFields(LISTS[list], withoutEmpty(values), timeZone);
    const item = `${list}/${operation.itemId}`;
    if (seen.has(item)) throw writtenTwice(list, operation.itemId);
    seen.add(item);
    return encodeFields(LISTS[list], values, timeZone);
  });
}

/** The call that writes a row; `null` when the site has no such list. */
export function writePart(
  operation: WriteOperation,
  fields: Record<string, unknown>,
  site: SiteContext,
): BatchPart | null {
  const items = itemsPath(operation.list, site);
  if (items === null) return null;
  if (operation.kind === 'create') return { method: 'POST', path: items, body: { fields } };
  // This form answers with the new version of the row; `/fields` answers without.
  const path = `${items}/${operation.itemId}`;
  const headers = operation.etag === null ? undefined : { 'If-Match': operation.etag };
  return { method: 'PATCH', path, body: { fields }, headers };
}

/** The call that reads one row as it stands. */
export function rowPart(list: ListName, itemId: number, site: SiteContext): BatchPart | null {
  const items = itemsPath(list, site);
  return items === null ? null : { method: 'GET', path: `${items}/${itemId}?$expand=fields` };
}

/** The call that finds the row with the same unique value; `null` where nothing is unique. */
export function uniquePart({ list, values }: WriteOperation, site: SiteContext): BatchPart | null {
  const items = itemsPath(list, site);
  const { uniqueKey, columns } = LISTS[list];
  const value = uniqueKey === null ? null : (values[uniqueKey] ?? null);
  const column = uniqueKey === null ? undefined : columns[uniqueKey];
  if (items === null || value === null || column === undefined) return null;
  const filter = encodeURIComponent(`fields/${column.name} eq ${literal(value)}`);
  return { method: 'GET', path: `${items}?$expand=fields&$filter=${filter}&$top=1` };
}

const itemsPath = (list: ListName, { directory, siteId }: SiteContext): string | null => {
  const found = directory.find(list);
  return found && `/sites/${siteId}/lists/${found.id}/items`;
};

/** A text in an OData address; a quote in it is doubled. */
const literal = (value: NonNullable<RowValue>): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

/** A new row has nothing to empty. */
const withoutEmpty = (values: RowValues): RowValues =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );

const writtenTwice = (list: ListName, itemId: number): AppError =>
  new AppError({
    code: 'BAD_INPUT',
    message: `Write to list ${list}: row ${itemId} is written twice in one call; join the two operations, or write one after the other`,
    details: { list, itemId },
  });
