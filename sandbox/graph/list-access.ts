import { itemNotFound } from './graph-error.ts';
import type { Graph, GraphCall } from './operation.ts';
import { findSite, type Site } from './site.ts';
import type { Column } from './store/column.ts';
import type { StoredItem } from './store/items.ts';
import type { StoredList } from './store/lists.ts';

/** The list that an address names, with its site and columns. */
export interface OpenList {
  readonly site: Site;
  readonly list: StoredList;
  readonly columns: readonly Column[];
  /** The zone date-only values are kept in. */
  readonly timeZone: string;
  /** Of its items, as `@odata.context` names them. */
  readonly itemsContext: string;
}

/**
 * Opens the list at `/sites/:site/lists/:list`, by id or by title.
 * @throws GraphError 404
 */
export function openList(graph: Graph, { params, base }: GraphCall): OpenList {
  const site = findSite(graph.world, params.site ?? '');
  const list = graph.store.lists.find(site.id, params.list ?? '');
  if (list === undefined) throw itemNotFound('The specified list was not found');
  return {
    site,
    list,
    columns: graph.store.lists.columns(list.id),
    timeZone: site.timeZone,
    itemsContext: `${base}/$metadata#sites('${site.id}')/lists('${list.id}')/items`,
  };
}

/**
 * Opens the item at `/items/:item`.
 * @throws GraphError 404, also when the number is none.
 */
export function openItem(graph: Graph, { list, call }: { list: StoredList; call: GraphCall }): StoredItem {
  const id = Number(call.params.item);
  const item = Number.isInteger(id) ? graph.store.items.find(list.id, id) : undefined;
  if (item === undefined) throw itemNotFound();
  return item;
}
