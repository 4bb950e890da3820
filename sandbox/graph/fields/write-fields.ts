import { generalException, invalidRequest } from '../graph-error.ts';
import { type Column, isMultiValue, isReference } from '../store/column.ts';
import type { FieldValue } from '../store/items.ts';
import type { GraphStore } from '../store/store.ts';
import { encodeReference } from './references.ts';
import { encodeScalar } from './scalars.ts';

export interface WriteFields {
  /** As the client sent them. */
  readonly given: Record<string, unknown>;
  readonly columns: readonly Column[];
  readonly siteId: string;
  readonly timeZone: string;
  readonly store: GraphStore;
}

const ANNOTATION = '@odata.type';
const REFERENCE_SUFFIX = 'LookupId';

/**
 * Turns fields as they were sent into what is kept, by column name; null empties a field.
 * @throws GraphError 400 for a field that is unknown, read-only or badly encoded; nothing may be written then.
 */
export function encodeFields(options: WriteFields): Map<string, FieldValue | null> {
  const { given, columns } = options;
  const encoded = new Map<string, FieldValue | null>();
  for (const [key, value] of Object.entries(given)) {
    if (key.endsWith(ANNOTATION)) {
      if (!(key.slice(0, -ANNOTATION.length) in given))
        throw invalidRequest(`The annotation '${key}' has no property.`);
      continue;
    }
    if (key.startsWith('@')) continue;
    const column = findWritable(key, columns);
    encoded.set(column.name, encodeValue(options, { key, column, value }));
  }
  return encoded;
}

function findWritable(key: string, columns: readonly Column[]): Column {
  if (key === 'id') throw readOnlyField(key);
  const named = columns.find((column) => column.name === key);
  const referenced = key.endsWith(REFERENCE_SUFFIX)
    ? columns.find((column) => isReference(column) && `${column.name}${REFERENCE_SUFFIX}` === key)
    : undefined;
  const column = named ?? referenced;
  if (column === undefined) throw invalidRequest(`Field '${key}' is not recognized`);
  // A reference is written by its number only; its text is SharePoint's to fill.
  if (column.readOnly || (named !== undefined && isReference(named))) throw readOnlyField(key);
  if (column.facet === 'hyperlinkOrPicture') throw invalidRequest('Invalid request');
  return column;
}

function readOnlyField(key: string) {
  return invalidRequest(`Field '${key}' is read-only`);
}

interface EncodeValue {
  readonly key: string;
  readonly column: Column;
  readonly value: unknown;
}

function encodeValue(options: WriteFields, { key, column, value }: EncodeValue): FieldValue | null {
  if (value === null || value === '') return null;
  if (!isMultiValue(column)) {
    if (Array.isArray(value)) throw invalidRequest(`Field '${key}' takes one value.`);
    return isReference(column)
      ? encodeReference(options, { key, column, value })
      : encodeScalar({ column, value, timeZone: options.timeZone });
  }
  const annotation = isReference(column) ? 'Collection(Edm.Int32)' : 'Collection(Edm.String)';
  // Without it Graph does not know the type of an open property that holds a list.
  if (options.given[`${key}${ANNOTATION}`] !== annotation || !Array.isArray(value)) throw generalException();
  if (value.length === 0) return null;
  return isReference(column)
    ? value.map((entry) => encodeReference(options, { key, column, value: entry }))
    : value.map((entry) => String(encodeScalar({ column, value: entry, timeZone: options.timeZone })));
}
