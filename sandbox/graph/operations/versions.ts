import { itemNotFound } from '../graph-error.ts';
import { type OpenList, openItem, openList } from '../list-access.ts';
import type { Graph, GraphAnswer, GraphCall, Operation } from '../operation.ts';
import { checkOptions, type FieldsExpansion, readFieldsExpansion } from '../query/options.ts';
import { showFields } from '../show.ts';
import type { StoredItem, StoredVersion } from '../store/items.ts';
import { replaceFields } from './item-writes.ts';

const VERSIONS = '/sites/:site/lists/:list/items/:item/versions';

/** Versions of an item: newest first, named `3.0`, `2.0`, … */
export const versionOperations: readonly Operation[] = [
  { method: 'GET', path: VERSIONS, units: 2, handle: getVersions },
  { method: 'GET', path: `${VERSIONS}/:version`, units: 1, handle: getVersion },
  {
    method: 'POST',
    path: `${VERSIONS}/:version/restoreVersion`,
    units: 2,
    isItemChange: true,
    handle: restoreVersion,
  },
];

function getVersions(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$expand']);
  const open = openList(graph, call);
  const item = openItem(graph, { list: open.list, call });
  const expansion = readFieldsExpansion(call.query);
  const value = graph.store.items
    .versions(open.list.id, item.id)
    .map((version) => showVersion(graph, { open, item, version, expansion }));
  return { status: 200, body: { '@odata.context': contextOf({ open, item }), value } };
}

function getVersion(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$expand']);
  const open = openList(graph, call);
  const item = openItem(graph, { list: open.list, call });
  const version = findVersion(graph, { open, item, call });
  const expansion = readFieldsExpansion(call.query);
  return {
    status: 200,
    body: {
      '@odata.context': `${contextOf({ open, item })}/$entity`,
      ...showVersion(graph, { open, item, version, expansion }),
    },
  };
}

function restoreVersion(graph: Graph, call: GraphCall): GraphAnswer {
  const open = openList(graph, call);
  const item = openItem(graph, { list: open.list, call });
  const { fields } = findVersion(graph, { open, item, call });
  replaceFields(graph, { open, call, item, fields });
  return { status: 204 };
}

interface OpenVersion {
  readonly open: OpenList;
  readonly item: StoredItem;
}

function findVersion(graph: Graph, { open, item, call }: OpenVersion & { call: GraphCall }): StoredVersion {
  const found = graph.store.items
    .versions(open.list.id, item.id)
    .find(({ version }) => `${version}.0` === call.params.version);
  if (found === undefined) throw itemNotFound();
  return found;
}

function showVersion(
  { store }: Graph,
  {
    open,
    item,
    version,
    expansion,
  }: OpenVersion & { version: StoredVersion; expansion: FieldsExpansion | undefined },
): Record<string, unknown> {
  return {
    id: `${version.version}.0`,
    lastModifiedDateTime: version.modifiedAt,
    lastModifiedBy: version.modifiedBy,
    ...(expansion === undefined
      ? {}
      : { fields: showFields({ open, store, item: { ...item, ...version }, expansion }) }),
  };
}

function contextOf({ open, item }: OpenVersion): string {
  return `${open.itemsContext}('${item.id}')/versions`;
}
