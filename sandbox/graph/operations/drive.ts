import { CLOCK_START } from '../../core/clock.ts';
import { toIdentitySet } from '../actor.ts';
import { downloadUrlOf } from '../drive/download-routes.ts';
import { namesOf } from '../drive/drive-address.ts';
import { driveIdOf, findSiteOfDrive } from '../drive/drives.ts';
import { strikeDocument } from '../drive/refuse-document.ts';
import { showDocument, showDrive, showRoot } from '../drive/show-document.ts';
import { formatInstant } from '../fields/dates.ts';
import { badRequest, invalidRequest, itemNotFound, nameAlreadyExists } from '../graph-error.ts';
import type { Graph, GraphAnswer, GraphCall, Operation } from '../operation.ts';
import { checkOptions, pickMembers, readSelect } from '../query/options.ts';
import { findSite, type Site } from '../site.ts';
import { ROOT_ID, type StoredDocument } from '../store/documents.ts';

const DRIVE = '/drives/:drive';

/** The library of a site and its documents. Addresses by path have been turned into `/at/` before. */
export const driveOperations: readonly Operation[] = [
  { method: 'GET', path: '/sites/:site/drive', units: 1, handle: getDrive },
  { method: 'GET', path: `${DRIVE}/root`, units: 1, handle: getRoot },
  { method: 'GET', path: `${DRIVE}/root/children`, units: 2, handle: getChildren },
  { method: 'GET', path: `${DRIVE}/at/:path`, units: 1, handle: getDocument },
  { method: 'GET', path: `${DRIVE}/at/:path/children`, units: 2, handle: getChildren },
  { method: 'GET', path: `${DRIVE}/at/:path/content`, units: 1, handle: getContent },
  { method: 'PUT', path: `${DRIVE}/at/:path/content`, units: 2, handle: putContent },
  { method: 'DELETE', path: `${DRIVE}/items/:item`, units: 2, handle: deleteDocument },
];

const AT_THE_START = formatInstant(CLOCK_START);

function getDrive({ world }: Graph, { params, query, base }: GraphCall): GraphAnswer {
  checkOptions(query, ['$select']);
  const site = findSite(world, params.site ?? '');
  const drive = pickMembers(showDrive(site, AT_THE_START), readSelect(query));
  return { status: 200, body: { '@odata.context': `${base}/$metadata#drives/$entity`, ...drive } };
}

function getRoot({ world, store }: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$select']);
  const site = siteOf(world, call);
  const childCount = store.documents.children(site.id, ROOT_ID).length;
  const root = pickMembers(showRoot(site, { createdAt: AT_THE_START, childCount }), readSelect(call.query));
  return { status: 200, body: { '@odata.context': entityContext(call, site), ...root } };
}

function getDocument(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$select']);
  return answer(graph, { call, document: findDocument(graph, call), status: 200 });
}

function getChildren(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$select']);
  const { world, store } = graph;
  const site = siteOf(world, call);
  const folder = call.params.path === undefined ? undefined : findDocument(graph, call);
  // A document has no children, which is no mistake.
  const children = folder?.size == null ? store.documents.children(site.id, folder?.id ?? ROOT_ID) : [];
  const select = readSelect(call.query);
  const value = children.map((document) =>
    pickMembers(showDocument({ world, store, site, document }), select),
  );
  return {
    status: 200,
    body: { '@odata.context': `${call.base}/$metadata#drives('${driveIdOf(site)}')/items`, value },
  };
}

/** The bytes are not Graph's to give: it sends on to SharePoint. */
function getContent(graph: Graph, call: GraphCall): GraphAnswer {
  const document = findDocument(graph, call);
  if (document.size === null) throw invalidRequest('The resource is not a file.');
  return { status: 302, headers: { Location: downloadUrlOf(graph.world, document) } };
}

/** Makes the folders that are missing; in place of a document of the same name unless told otherwise. */
function putContent(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['@microsoft.graph.conflictBehavior']);
  strikeDocument(graph.world);
  const { body: content = Buffer.alloc(0), headers, params } = call;
  if (!Buffer.isBuffer(content)) throw badRequest('A document is sent as bytes.');
  const { world, store } = graph;
  const site = siteOf(world, call);
  const names = namesOf(params.path ?? '');
  const stamp = { at: formatInstant(world.clock.now()), by: toIdentitySet(call.actor) };
  const mimeType = String(headers['content-type'] ?? 'application/octet-stream');
  let parentId: string = ROOT_ID;
  for (const name of names.slice(0, -1)) {
    const place = { siteId: site.id, parentId, name };
    const folder = store.documents.named(place) ?? store.documents.insert({ ...place, ...stamp });
    if (folder.size !== null) throw nameAlreadyExists();
    parentId = folder.id;
  }
  const place = { siteId: site.id, parentId, name: names.at(-1) ?? '' };
  const standing = store.documents.named(place);
  if (standing === undefined) {
    const document = store.documents.insert({ ...place, content, mimeType, ...stamp });
    return answer(graph, { call, document, status: 201 });
  }
  const isKept = call.query.get('@microsoft.graph.conflictBehavior') === 'fail';
  if (standing.size === null || isKept) throw nameAlreadyExists();
  const document = store.documents.replace(standing.id, { content, mimeType, ...stamp });
  return answer(graph, { call, document, status: 200 });
}

function deleteDocument({ world, store }: Graph, call: GraphCall): GraphAnswer {
  const document = store.documents.find(call.params.item ?? '');
  if (document?.siteId !== siteOf(world, call).id) throw itemNotFound('The resource could not be found.');
  store.documents.remove(document);
  return { status: 204 };
}

function answer(
  { world, store }: Graph,
  { call, document, status }: { call: GraphCall; document: StoredDocument; status: number },
): GraphAnswer {
  const site = siteOf(world, call);
  const shown = pickMembers(showDocument({ world, store, site, document }), readSelect(call.query));
  return { status, body: { '@odata.context': entityContext(call, site), ...shown } };
}

/** @throws GraphError 404 */
function findDocument({ world, store }: Graph, call: GraphCall): StoredDocument {
  const { id: siteId } = siteOf(world, call);
  let found: StoredDocument | undefined;
  for (const name of namesOf(call.params.path ?? '')) {
    found = store.documents.named({ siteId, parentId: found?.id ?? ROOT_ID, name });
    if (found === undefined) throw itemNotFound('The resource could not be found.');
  }
  if (found === undefined) throw itemNotFound('The resource could not be found.');
  return found;
}

const siteOf = (world: Graph['world'], { params }: GraphCall): Site =>
  findSiteOfDrive(world, params.drive ?? '');

const entityContext = ({ base }: GraphCall, site: Site): string =>
  `${base}/$metadata#drives('${driveIdOf(site)}')/root/$entity`;
