import { invalidRequest, itemNotFound } from '../graph-error.ts';
import { openList } from '../list-access.ts';
import type { Graph, GraphAnswer, GraphCall, Operation } from '../operation.ts';
import { checkOptions, pickMembers, readSelect } from '../query/options.ts';
import { readPageSize } from '../query/page.ts';
import { showColumn } from '../show.ts';
import type { Column } from '../store/column.ts';
import { addColumn, changeColumn } from './column-writes.ts';

const COLUMNS = '/sites/:site/lists/:list/columns';

/** Columns of a list. */
export const columnOperations: readonly Operation[] = [
  { method: 'GET', path: COLUMNS, units: 2, handle: getColumns },
  { method: 'POST', path: COLUMNS, units: 2, handle: createColumn },
  { method: 'GET', path: `${COLUMNS}/:column`, units: 1, handle: getColumn },
  { method: 'PATCH', path: `${COLUMNS}/:column`, units: 2, handle: patchColumn },
  { method: 'DELETE', path: `${COLUMNS}/:column`, units: 2, handle: deleteColumn },
];

function getColumns(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$select', '$top']);
  const { site, list, columns } = openList(graph, call);
  const select = readSelect(call.query);
  const value = columns
    .filter(({ hidden }) => !hidden || select?.includes('hidden'))
    .slice(0, readPageSize(call.query))
    .map((column) => pickMembers(showColumn(column), select));
  return {
    status: 200,
    body: { '@odata.context': contextOf(call, { siteId: site.id, listId: list.id }), value },
  };
}

function getColumn(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$select']);
  const { site, list, columns } = openList(graph, call);
  const column = findColumn(columns, call);
  return answerColumn(call, { status: 200, column, siteId: site.id, listId: list.id });
}

function createColumn(graph: Graph, call: GraphCall): GraphAnswer {
  const { site, list } = openList(graph, call);
  const column = addColumn(graph, { list, given: call.body });
  return answerColumn(call, { status: 201, column, siteId: site.id, listId: list.id });
}

function patchColumn(graph: Graph, call: GraphCall): GraphAnswer {
  const { site, list, columns } = openList(graph, call);
  const column = changeColumn(graph, { list, column: findColumn(columns, call), given: call.body });
  return answerColumn(call, { status: 200, column, siteId: site.id, listId: list.id });
}

function deleteColumn(graph: Graph, call: GraphCall): GraphAnswer {
  const { list, columns } = openList(graph, call);
  const column = findColumn(columns, call);
  if (column.readOnly || column.name === 'Title')
    throw invalidRequest(`The column '${column.name}' is SharePoint's own and can't be deleted.`);
  graph.store.uniqueValues.removeColumn(list.id, column.name);
  graph.store.items.deleteField(list.id, column.name);
  graph.store.lists.deleteColumn(list.id, column.id);
  return { status: 204 };
}

function findColumn(columns: readonly Column[], { params }: GraphCall): Column {
  const wanted = params.column ?? '';
  const found = columns.find(({ id, name }) => id === wanted.toLowerCase() || name === wanted);
  if (found === undefined) throw itemNotFound('The specified column was not found');
  return found;
}

interface AnswerColumn {
  readonly status: number;
  readonly column: Column;
  readonly siteId: string;
  readonly listId: string;
}

function answerColumn(call: GraphCall, { status, column, siteId, listId }: AnswerColumn): GraphAnswer {
  const shown = pickMembers(showColumn(column), readSelect(call.query));
  return { status, body: { '@odata.context': `${contextOf(call, { siteId, listId })}/$entity`, ...shown } };
}

function contextOf({ base }: GraphCall, { siteId, listId }: { siteId: string; listId: string }): string {
  return `${base}/$metadata#sites('${siteId}')/lists('${listId}')/columns`;
}
