import { GraphError, invalidRequest } from '../graph-error.ts';
import { type Column, isReference } from '../store/column.ts';

/** A field that a filter or an order names. */
export interface QueryField {
  readonly column: Column;
  /** The number of a reference, not its text. */
  readonly isReferenceId: boolean;
}

const FIELD_PREFIX = 'fields/';
const REFERENCE_SUFFIX = 'LookupId';

/**
 * Finds the column behind `fields/X` or `fields/XLookupId`.
 * @throws GraphError 400 for an unknown field, 500 for `id`, as SharePoint does.
 */
export function findQueryField(property: string, columns: readonly Column[]): QueryField {
  if (property === 'id')
    throw new GraphError({
      status: 500,
      code: 'generalException',
      message: 'General exception while processing',
    });
  if (!property.startsWith(FIELD_PREFIX))
    throw invalidRequest(`The provided filter statement is not supported: '${property}' is not a field.`);
  const name = property.slice(FIELD_PREFIX.length);
  if (name === 'ID' || name === 'id')
    throw invalidRequest(
      "A binary operator with incompatible types was detected. Found operand types 'Edm.String' and 'Edm.Int32'.",
    );
  const named = columns.find((column) => column.name === name);
  if (named !== undefined) return { column: named, isReferenceId: false };
  const referenced = columns.find(
    (column) => isReference(column) && `${column.name}${REFERENCE_SUFFIX}` === name,
  );
  if (referenced === undefined) throw invalidRequest(`Field '${name}' is not recognized`);
  return { column: referenced, isReferenceId: true };
}

/** Lets a query use columns without an index, on lists that are small enough. */
const PREFER_NON_INDEXED = 'HonorNonIndexedQueriesWarningMayFailRandomly';

/**
 * Refuses fields without an index unless the Prefer header allows them.
 * @throws GraphError 400
 */
export function checkIndexed(fields: readonly QueryField[], preferHeader: string | undefined): void {
  const allowed = (preferHeader ?? '')
    .split(',')
    .some((preference) => preference.trim().toLowerCase() === PREFER_NON_INDEXED.toLowerCase());
  const unindexed = fields.find(({ column }) => !column.indexed);
  if (unindexed === undefined || allowed) return;
  throw invalidRequest(
    `Field '${unindexed.column.name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ${PREFER_NON_INDEXED}' header to allow this, but be warned that such queries may fail on large lists.`,
  );
}
