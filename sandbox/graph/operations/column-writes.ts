import { encodeScalar } from '../fields/scalars.ts';
import { invalidRequest, nameAlreadyExists } from '../graph-error.ts';
import type { Graph } from '../operation.ts';
import type { Column } from '../store/column.ts';
import type { FieldValue } from '../store/items.ts';
import type { StoredList } from '../store/lists.ts';
import { SYSTEM_COLUMNS } from '../store/system-columns.ts';
import { parseColumnChange, parseNewColumn } from './column-definition.ts';

/** SharePoint's most indexes on one list. */
const MAX_INDEXES = 20;

/**
 * Adds a column to a list.
 * @throws GraphError 400 or 409; the caller's transaction undoes what was written.
 */
export function addColumn(graph: Graph, { list, given }: { list: StoredList; given: unknown }): Column {
  const columns = graph.store.lists.columns(list.id);
  const column = avoidSystemName(pointLookup(graph, { list, column: parseNewColumn(given) }));
  if (columns.some(({ name }) => name.toLowerCase() === column.name.toLowerCase()))
    throw nameAlreadyExists(`A column with the name '${column.name}' already exists.`);
  checkIndexCount([...columns, column]);
  graph.store.lists.saveColumn(list.id, column);
  return column;
}

/**
 * Changes a column. Turning on unique values looks at the items that are there.
 * @throws GraphError 400
 */
export function changeColumn(
  graph: Graph,
  { list, column, given }: { list: StoredList; column: Column; given: unknown },
): Column {
  if (column.readOnly)
    throw invalidRequest(`The column '${column.name}' is SharePoint's own and can't be changed.`);
  const changed = pointLookup(graph, { list, column: parseColumnChange(column, given) });
  const others = graph.store.lists.columns(list.id).filter(({ id }) => id !== column.id);
  checkIndexCount([...others, changed]);
  if (changed.enforceUniqueValues !== column.enforceUniqueValues) {
    graph.store.uniqueValues.removeColumn(list.id, column.name);
    if (changed.enforceUniqueValues) collectUniqueValues(graph, { list, column: changed });
  }
  graph.store.lists.saveColumn(list.id, changed);
  return changed;
}

/** What a column puts into new items that say nothing; undefined when it has no default. */
export function defaultOf(column: Column, timeZone: string): FieldValue | undefined {
  const text = column.defaultValue?.value;
  if (text === undefined || text === '') return undefined;
  if (column.facet === 'boolean') return text === '1' || text.toLowerCase() === 'true';
  const value = column.facet === 'number' ? Number(text) : text;
  return encodeScalar({ column, value, timeZone });
}

/** A name that SharePoint uses itself, such as `Author`, gets a number, as SharePoint gives it one. */
function avoidSystemName(column: Column): Column {
  const isTaken = SYSTEM_COLUMNS.some(({ name }) => name === column.name);
  return isTaken ? { ...column, name: `${column.name}0` } : column;
}

/** A lookup keeps the id of its list, also when it was given by title. */
function pointLookup(graph: Graph, { list, column }: { list: StoredList; column: Column }): Column {
  if (column.facet !== 'lookup') return column;
  const { listId, columnName } = column.settings;
  const target = graph.store.lists.find(list.siteId, String(listId ?? ''));
  if (target === undefined)
    throw invalidRequest(`The lookup '${column.name}' names a list that does not exist.`);
  const isShown = graph.store.lists.columns(target.id).some(({ name }) => name === columnName);
  if (!isShown)
    throw invalidRequest(
      `The lookup '${column.name}' names the column '${String(columnName)}', which '${target.title}' does not have.`,
    );
  return { ...column, settings: { ...column.settings, listId: target.id } };
}

function checkIndexCount(columns: readonly Column[]): void {
  if (columns.filter(({ indexed }) => indexed).length > MAX_INDEXES)
    throw invalidRequest(`The list has ${MAX_INDEXES} indexes already, and can't have more.`);
}

function collectUniqueValues(graph: Graph, { list, column }: { list: StoredList; column: Column }): void {
  const items = graph.store.items.after(list.id, { id: 0, limit: Number.MAX_SAFE_INTEGER });
  for (const item of items) {
    const value = item.fields[column.name];
    if (value === undefined) continue;
    const entry = { columnName: column.name, value };
    if (graph.store.uniqueValues.holder(list.id, entry) !== undefined)
      throw invalidRequest(
        `The column '${column.name}' has duplicate values, so that it can't enforce unique ones.`,
      );
    graph.store.uniqueValues.add(list.id, { ...entry, itemId: item.id });
  }
}
