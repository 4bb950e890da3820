import { randomUUID } from 'node:crypto';
import { toIdentitySet } from '../actor.ts';
import { formatInstant } from '../fields/dates.ts';
import { encodeFields } from '../fields/write-fields.ts';
import { invalidRequest, resourceModified } from '../graph-error.ts';
import type { OpenList } from '../list-access.ts';
import type { Graph, GraphCall } from '../operation.ts';
import { itemETag } from '../show.ts';
import type { FieldValue, FieldValues, StoredItem } from '../store/items.ts';
import { defaultOf } from './column-writes.ts';

interface ItemWrite {
  readonly open: OpenList;
  readonly call: GraphCall;
}

/**
 * Makes a new item from fields as they were sent, with the defaults of the columns.
 * @throws GraphError 400
 */
export function insertItem(
  graph: Graph,
  { open, call, given }: ItemWrite & { given: Record<string, unknown> },
): StoredItem {
  const defaults = new Map<string, FieldValue>();
  for (const column of open.columns) {
    const value = defaultOf(column, open.timeZone);
    if (value !== undefined) defaults.set(column.name, value);
  }
  const fields = mergeFields(Object.fromEntries(defaults), encode(graph, { open, given }));
  const at = formatInstant(graph.world.clock.now());
  const by = toIdentitySet(call.actor);
  const item: StoredItem = {
    listId: open.list.id,
    id: graph.store.lists.takeItemId(open.list.id),
    guid: randomUUID(),
    version: 1,
    fields,
    createdAt: at,
    modifiedAt: at,
    createdBy: by,
    modifiedBy: by,
  };
  return saveItem(graph, { open, call, item });
}

/**
 * Changes fields of an item; every change is a new version, also when the values stay.
 * @throws GraphError 412 when If-Match names another version, 400
 */
export function updateItem(
  graph: Graph,
  { open, call, item, given }: ItemWrite & { item: StoredItem; given: Record<string, unknown> },
): StoredItem {
  checkIfMatch(call, item);
  return replaceFields(graph, {
    open,
    call,
    item,
    fields: mergeFields(item.fields, encode(graph, { open, given })),
  });
}

/** Writes all fields of an item as its next version. */
export function replaceFields(
  graph: Graph,
  { open, call, item, fields }: ItemWrite & { item: StoredItem; fields: FieldValues },
): StoredItem {
  const changed = {
    ...item,
    version: item.version + 1,
    fields,
    modifiedAt: formatInstant(graph.world.clock.now()),
    modifiedBy: toIdentitySet(call.actor),
  };
  return saveItem(graph, { open, call, item: changed });
}

/**
 * Deletes an item; delta tells of it from then on.
 * @throws GraphError 412 when If-Match names another version
 */
export function removeItem(graph: Graph, { open, call, item }: ItemWrite & { item: StoredItem }): void {
  checkIfMatch(call, item);
  graph.store.uniqueValues.removeItem(open.list.id, item.id);
  graph.store.items.delete(open.list.id, item.id);
  graph.store.changes.add(open.list.id, item.id);
}

function encode(graph: Graph, { open, given }: { open: OpenList; given: Record<string, unknown> }) {
  const { columns, site, timeZone } = open;
  return encodeFields({ given, columns, siteId: site.id, timeZone, store: graph.store });
}

function mergeFields(fields: FieldValues, changes: ReadonlyMap<string, FieldValue | null>): FieldValues {
  const merged = new Map(Object.entries(fields));
  for (const [name, value] of changes) {
    if (value === null) merged.delete(name);
    else merged.set(name, value);
  }
  return Object.fromEntries(merged);
}

function saveItem(graph: Graph, { open, call, item }: ItemWrite & { item: StoredItem }): StoredItem {
  keepUniqueValues(graph, { open, item });
  graph.store.people.ensure(call.actor);
  graph.store.items.save(item);
  graph.store.changes.add(item.listId, item.id);
  graph.store.lists.touch({ listId: item.listId, at: item.modifiedAt, by: item.modifiedBy });
  return item;
}

function keepUniqueValues(graph: Graph, { open, item }: { open: OpenList; item: StoredItem }): void {
  const uniqueColumns = open.columns.filter(({ enforceUniqueValues }) => enforceUniqueValues);
  if (uniqueColumns.length === 0) return;
  const { uniqueValues } = graph.store;
  uniqueValues.removeItem(item.listId, item.id);
  for (const { name } of uniqueColumns) {
    const value = item.fields[name];
    if (value === undefined) continue;
    const entry = { columnName: name, value };
    if (uniqueValues.holder(item.listId, entry) !== undefined)
      throw invalidRequest(
        `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${name}].`,
      );
    uniqueValues.add(item.listId, { ...entry, itemId: item.id });
  }
}

function checkIfMatch({ headers }: GraphCall, item: StoredItem): void {
  const wanted = headers['if-match'];
  if (wanted === undefined || wanted.trim() === '*') return;
  if (normaliseETag(wanted) !== normaliseETag(itemETag(item))) throw resourceModified(412);
}

/** Quotes, braces, weakness and letter case differ between the places that give an eTag. */
function normaliseETag(eTag: string): string {
  return eTag
    .replace(/^W\//, '')
    .replace(/["{}\s]/g, '')
    .toLowerCase();
}
