import { invalidRequest } from '../graph-error.ts';
import type { Column } from '../store/column.ts';
import type { GraphStore } from '../store/store.ts';
import { fromSiteDate } from './dates.ts';

export interface EncodeReference {
  readonly key: string;
  readonly column: Column;
  readonly value: unknown;
}

/**
 * The number a reference points to; `"6"` and `6` are the same.
 * @throws GraphError 400 when it is no number, or there is no such item or person.
 */
export function encodeReference(
  { store, siteId }: { store: GraphStore; siteId: string },
  { key, column, value }: EncodeReference,
): number {
  const id = typeof value === 'string' ? Number(value) : value;
  if (typeof id !== 'number' || !Number.isInteger(id))
    throw invalidRequest(`The value of '${key}' is not the number of an item.`);
  if (readReference({ store, siteId }, { column, id, timeZone: 'UTC' }) === undefined)
    throw invalidRequest(`The value of '${key}' is ${id}, and there is no such item.`);
  return id;
}

/** What a reference shows: the text of the item it points to. */
export interface ReferenceValue {
  readonly LookupId: number;
  readonly LookupValue: string;
  /** People only. */
  readonly Email?: string;
}

/** Undefined when the item or person is not there, or not any more: SharePoint then shows an empty field. */
export function readReference(
  { store, siteId }: { store: GraphStore; siteId: string },
  { column, id, timeZone }: { column: Column; id: number; timeZone: string },
): ReferenceValue | undefined {
  if (column.facet === 'personOrGroup') {
    const person = store.people.find(id);
    return person === undefined ? undefined : { LookupId: id, LookupValue: person.name, Email: person.email };
  }
  const { listId, columnName } = column.settings;
  const list = store.lists.find(siteId, String(listId));
  const item = list === undefined ? undefined : store.items.find(list.id, id);
  if (item === undefined) return undefined;
  const shown = item.fields[String(columnName)];
  const isDate = typeof shown === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(shown);
  return { LookupId: id, LookupValue: isDate ? String(fromSiteDate(shown, timeZone)) : String(shown ?? '') };
}
