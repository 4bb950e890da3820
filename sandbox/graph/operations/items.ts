import { badRequest, invalidRequest } from '../graph-error.ts';
import { type OpenList, openItem, openList } from '../list-access.ts';
import { type Graph, type GraphAnswer, type GraphCall, type Operation, readObject } from '../operation.ts';
import { checkOptions, pickMembers, readFieldsExpansion, readSelect } from '../query/options.ts';
import { formatSkipToken, linkTo, readPageSize, readSkipToken } from '../query/page.ts';
import { runQuery } from '../query/run-query.ts';
import { fieldsContext, itemETag, showFields, showItem } from '../show.ts';
import { isReference } from '../store/column.ts';
import type { StoredItem } from '../store/items.ts';
import { insertItem, removeItem, updateItem } from './item-writes.ts';

const ITEMS = '/sites/:site/lists/:list/items';

/** Items of a list and their fields. */
export const itemOperations: readonly Operation[] = [
  { method: 'GET', path: ITEMS, units: 2, handle: getItems },
  { method: 'POST', path: ITEMS, units: 2, handle: createItem },
  { method: 'GET', path: `${ITEMS}/:item`, units: 1, handle: getItem },
  { method: 'PATCH', path: `${ITEMS}/:item`, units: 2, isItemChange: true, handle: patchItem },
  { method: 'DELETE', path: `${ITEMS}/:item`, units: 2, isItemChange: true, handle: deleteItem },
  { method: 'GET', path: `${ITEMS}/:item/fields`, units: 1, handle: getFields },
  { method: 'PATCH', path: `${ITEMS}/:item/fields`, units: 2, isItemChange: true, handle: patchFields },
];

/** SharePoint joins at most this many lookup and person columns in one query. */
const MAX_LOOKUPS = 12;

function getItems(graph: Graph, call: GraphCall): GraphAnswer {
  const { query, headers, base, path } = call;
  checkOptions(query, ['$select', '$expand', '$filter', '$orderby', '$top', '$skiptoken']);
  const open = openList(graph, call);
  const expansion = readFieldsExpansion(query);
  checkLookupCount(open, expansion?.select);
  const pageSize = readPageSize(query);
  const { afterId, offset } = readSkipToken(query);
  const filter = query.get('$filter') ?? undefined;
  const orderBy = query.get('$orderby') ?? undefined;
  const isQuery = filter !== undefined || orderBy !== undefined;
  // One item more than the page holds tells whether there is another page.
  const rows = isQuery
    ? queryItems(graph, { open, filter, orderBy, prefer: headers.prefer }).slice(
        offset,
        offset + pageSize + 1,
      )
    : graph.store.items.after(open.list.id, { id: afterId, limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const token = formatSkipToken({ afterId: page.at(-1)?.id ?? 0, offset: isQuery ? offset + pageSize : 0 });
  const value = page.map((item) =>
    pickMembers(showItem({ open, store: graph.store, item, expansion }), readSelect(query)),
  );
  return {
    status: 200,
    body: {
      '@odata.context': open.itemsContext,
      ...(rows.length > pageSize
        ? { '@odata.nextLink': linkTo({ base, path, query }, { $skiptoken: token }) }
        : {}),
      value,
    },
  };
}

interface QueryItems {
  readonly open: OpenList;
  readonly filter: string | undefined;
  readonly orderBy: string | undefined;
  readonly prefer: string | undefined;
}

function queryItems({ store }: Graph, { open, filter, orderBy, prefer }: QueryItems): StoredItem[] {
  return runQuery({
    context: { store, siteId: open.site.id, timeZone: open.timeZone },
    columns: open.columns,
    filter,
    orderBy,
    prefer,
    loadItems: (unique) => {
      if (unique === undefined) return store.items.after(open.list.id, ALL_ITEMS);
      const holder = store.uniqueValues.holder(open.list.id, unique);
      const item = holder === undefined ? undefined : store.items.find(open.list.id, holder);
      return item === undefined ? [] : [item];
    },
  });
}

const ALL_ITEMS = { id: 0, limit: Number.MAX_SAFE_INTEGER };

function checkLookupCount({ columns }: OpenList, select: readonly string[] | undefined): void {
  const lookups = columns.filter((column) => isReference(column) && select?.includes(column.name));
  if (lookups.length > MAX_LOOKUPS)
    throw invalidRequest(
      'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.',
    );
}

function getItem(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$select', '$expand']);
  const open = openList(graph, call);
  const expansion = readFieldsExpansion(call.query);
  const item = openItem(graph, { list: open.list, call });
  const shown = showItem({ open, store: graph.store, item, expansion });
  return {
    status: 200,
    headers: { ETag: itemETag(item) },
    body: {
      '@odata.context': `${open.itemsContext}/$entity`,
      ...pickMembers(shown, readSelect(call.query)),
    },
  };
}

function createItem(graph: Graph, call: GraphCall): GraphAnswer {
  const open = openList(graph, call);
  return answerItem(graph, {
    status: 201,
    open,
    item: insertItem(graph, { open, call, given: readFieldsBody(call) }),
  });
}

function patchItem(graph: Graph, call: GraphCall): GraphAnswer {
  const open = openList(graph, call);
  const item = openItem(graph, { list: open.list, call });
  const changed = updateItem(graph, { open, call, item, given: readFieldsBody(call) });
  return answerItem(graph, { status: 200, open, item: changed });
}

function deleteItem(graph: Graph, call: GraphCall): GraphAnswer {
  const open = openList(graph, call);
  removeItem(graph, { open, call, item: openItem(graph, { list: open.list, call }) });
  return { status: 204 };
}

function getFields(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$select']);
  const open = openList(graph, call);
  const item = openItem(graph, { list: open.list, call });
  const fields = showFields({
    open,
    store: graph.store,
    item,
    expansion: { select: readSelect(call.query) },
  });
  return {
    status: 200,
    body: { '@odata.context': fieldsContext(open, item.id), '@odata.etag': itemETag(item), ...fields },
  };
}

/** Answers the field values only: no eTag and no metadata, so the next conditional write needs a GET. */
function patchFields(graph: Graph, call: GraphCall): GraphAnswer {
  const open = openList(graph, call);
  const item = openItem(graph, { list: open.list, call });
  const given = readObject(call.body);
  if (given === undefined) throw badRequest('The request body must be an object of field values.');
  const changed = updateItem(graph, { open, call, item, given });
  const fields = showFields({ open, store: graph.store, item: changed, expansion: { select: undefined } });
  return {
    status: 200,
    body: { '@odata.context': fieldsContext(open, changed.id), ...fields },
  };
}

function readFieldsBody({ body }: GraphCall): Record<string, unknown> {
  const given = readObject(body) ?? {};
  const fields = readObject(given.fields);
  const unknown = Object.keys(given).find((member) => member !== 'fields' && member !== 'contentType');
  if (unknown !== undefined) throw invalidRequest(`The property '${unknown}' can't be set on an item.`);
  if (fields === undefined) throw invalidRequest("The body needs 'fields'.");
  return fields;
}

interface AnswerItem {
  readonly status: number;
  readonly open: OpenList;
  readonly item: StoredItem;
}

function answerItem({ store }: Graph, { status, open, item }: AnswerItem): GraphAnswer {
  const shown = showItem({ open, store, item, expansion: { select: undefined } });
  return {
    status,
    headers: { ETag: itemETag(item) },
    body: {
      '@odata.context': `${open.itemsContext}/$entity`,
      ...shown,
    },
  };
}
