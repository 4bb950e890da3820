import { fromSiteDate, readInstant } from '../fields/dates.ts';
import { readReference } from '../fields/references.ts';
import { invalidRequest } from '../graph-error.ts';
import type { StoredItem } from '../store/items.ts';
import type { GraphStore } from '../store/store.ts';
import type { QueryField } from './fields-in-queries.ts';
import type { Literal } from './filter-parser.ts';

/** A value that can be compared: text in lower case, an instant as its milliseconds. */
export type Comparable = string | number | boolean | undefined;

export interface ReadContext {
  readonly store: GraphStore;
  readonly siteId: string;
  readonly timeZone: string;
}

/** The values of a field that a condition may meet: several for a column of several, one undefined when empty. */
export function readComparables(
  { store, siteId, timeZone }: ReadContext,
  { item, field }: { item: StoredItem; field: QueryField },
): readonly Comparable[] {
  const { column, isReferenceId } = field;
  if (column.name === 'Created') return [toMs(item.createdAt)];
  if (column.name === 'Modified') return [toMs(item.modifiedAt)];
  const value = item.fields[column.name];
  if (value === undefined) return [undefined];
  const values = Array.isArray(value) ? (value as readonly (string | number)[]) : [value as Comparable];
  return values.map((entry) => {
    if (isReferenceId) return entry;
    if (column.facet === 'lookup' || column.facet === 'personOrGroup')
      return readReference(
        { store, siteId },
        { column, id: Number(entry), timeZone },
      )?.LookupValue.toLowerCase();
    if (column.facet !== 'dateTime') return typeof entry === 'string' ? entry.toLowerCase() : entry;
    return column.settings.format === 'dateOnly'
      ? fromSiteDate(String(entry), timeZone).epochMilliseconds
      : toMs(String(entry));
  });
}

/**
 * A literal in the type of the field it is compared with.
 * @throws GraphError 400 when the types do not go together.
 */
export function toComparable(
  { column, isReferenceId }: QueryField,
  { literal, isBare }: { literal: Literal; isBare: boolean },
): Comparable {
  if (literal === null) return undefined;
  if (isReferenceId) return asNumber(Number(literal), column.name);
  switch (column.facet) {
    case 'number':
      return asNumber(literal, column.name);
    case 'boolean':
      if (literal === true || literal === 1) return true;
      if (literal === false || literal === 0) return false;
      throw mismatch(column.name, 'Edm.Boolean');
    case 'dateTime':
      return readInstant(String(literal)).epochMilliseconds;
    default:
      if (typeof literal !== 'string' || isBare) throw mismatch(column.name, 'Edm.String');
      return literal.toLowerCase();
  }
}

function asNumber(value: Literal, name: string): number {
  if (typeof value !== 'number' || Number.isNaN(value)) throw mismatch(name, 'Edm.Double');
  return value;
}

function mismatch(name: string, type: string) {
  return invalidRequest(
    `A binary operator with incompatible types was detected. Field '${name}' is of the type '${type}'.`,
  );
}

function toMs(iso: string): number {
  return Temporal.Instant.from(iso).epochMilliseconds;
}
