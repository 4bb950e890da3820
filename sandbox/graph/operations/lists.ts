import { randomUUID } from 'node:crypto';
import { toIdentitySet } from '../actor.ts';
import { formatInstant } from '../fields/dates.ts';
import { invalidRequest, nameAlreadyExists, notImplemented } from '../graph-error.ts';
import { type OpenList, openList } from '../list-access.ts';
import { type Graph, type GraphAnswer, type GraphCall, type Operation, readObject } from '../operation.ts';
import { checkOptions, parseFieldsOptions, pickMembers, readExpand, readSelect } from '../query/options.ts';
import { showColumn, showItem, showList } from '../show.ts';
import { findSite } from '../site.ts';
import type { StoredList } from '../store/lists.ts';
import { TITLE_COLUMN } from '../store/system-columns.ts';
import { addColumn } from './column-writes.ts';

const LISTS = '/sites/:site/lists';

/** Lists of a site: read all, read one by id or title, create. */
export const listOperations: readonly Operation[] = [
  { method: 'GET', path: LISTS, units: 2, handle: getLists },
  { method: 'POST', path: LISTS, units: 2, handle: createList },
  { method: 'GET', path: `${LISTS}/:list`, units: 1, handle: getList },
];

/** The only filter that lists take. */
const TITLE_FILTER = /^displayName eq '((?:[^']|'')*)'$/;

function getLists({ world, store }: Graph, { params, query, base }: GraphCall): GraphAnswer {
  checkOptions(query, ['$select', '$filter']);
  const site = findSite(world, params.site ?? '');
  const filter = query.get('$filter');
  const wanted = TITLE_FILTER.exec(filter ?? '')?.[1]
    ?.replaceAll("''", "'")
    .toLowerCase();
  if (filter !== null && wanted === undefined)
    throw invalidRequest('The provided filter statement is not supported');
  const value = store.lists
    .all(site.id)
    .filter((list) => wanted === undefined || list.title.toLowerCase() === wanted)
    .map((list) => pickMembers(showList(site, list), readSelect(query)));
  return { status: 200, body: { '@odata.context': `${base}/$metadata#sites('${site.id}')/lists`, value } };
}

function getList(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, ['$select', '$expand']);
  const open = openList(graph, call);
  const body = {
    '@odata.context': `${call.base}/$metadata#sites('${open.site.id}')/lists/$entity`,
    ...pickMembers(showList(open.site, open.list), readSelect(call.query)),
    ...expandList(graph, { open, expand: readExpand(call.query) }),
  };
  return { status: 200, body };
}

function expandList(
  { store }: Graph,
  { open, expand }: { open: OpenList; expand: Map<string, string> },
): Record<string, unknown> {
  const expanded: Record<string, unknown> = {};
  for (const [name, inner] of expand) {
    if (name === 'columns' && inner === '') expanded.columns = open.columns.map(showColumn);
    else if (name === 'items' && (inner === '' || inner.startsWith('$expand=fields'))) {
      const fields = /^\$expand=fields(?:\((.*)\))?$/s.exec(inner);
      const expansion = fields === null ? undefined : parseFieldsOptions(fields[1] ?? '');
      expanded.items = store.items
        .after(open.list.id, { id: 0, limit: EXPANDED_ITEMS })
        .map((item) => showItem({ open, store, item, expansion }));
    } else throw notImplemented(`$expand=${name}${inner === '' ? '' : `(${inner})`}`);
  }
  return expanded;
}

/** As many items as one page holds come with their list. */
const EXPANDED_ITEMS = 200;

const CREATE_MEMBERS = ['displayName', 'description', 'columns', 'list'];

function createList(graph: Graph, call: GraphCall): GraphAnswer {
  const { world, store } = graph;
  const site = findSite(world, call.params.site ?? '');
  const given = readObject(call.body) ?? {};
  checkNewList(given);
  const displayName = String(given.displayName);
  if (store.lists.find(site.id, displayName) !== undefined)
    throw nameAlreadyExists(
      'A list, survey, discussion board, or document library with the specified title already exists in this website.',
    );
  const at = formatInstant(world.clock.now());
  const by = toIdentitySet(call.actor);
  const list = {
    id: randomUUID(),
    siteId: site.id,
    title: displayName,
    addressName: freeAddress(displayName, store.lists.all(site.id)),
    description: String(given.description ?? ''),
    template: 'genericList',
    createdAt: at,
    modifiedAt: at,
    createdBy: by,
    modifiedBy: by,
  };
  store.people.ensure(call.actor);
  store.lists.insert(list);
  store.lists.saveColumn(list.id, TITLE_COLUMN);
  for (const column of (given.columns as unknown[] | undefined) ?? [])
    addColumn(graph, { list, given: column });
  const body = {
    '@odata.context': `${call.base}/$metadata#sites('${site.id}')/lists/$entity`,
    ...showList(site, list),
  };
  return { status: 201, body };
}

/** The title, with a number where a list that was renamed since still has that address. */
function freeAddress(title: string, lists: readonly StoredList[]): string {
  const taken = new Set(lists.map(({ addressName }) => addressName.toLowerCase()));
  let address = title;
  for (let number = 1; taken.has(address.toLowerCase()); number++) address = `${title}${number}`;
  return address;
}

function checkNewList(given: Record<string, unknown>): void {
  if ('name' in given)
    throw invalidRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    );
  if (typeof given.displayName !== 'string' || given.displayName.trim() === '')
    throw invalidRequest("A list needs a 'displayName'.");
  const unknown = Object.keys(given).find((member) => !CREATE_MEMBERS.includes(member));
  if (unknown !== undefined) throw invalidRequest(`The property '${unknown}' can't be set on a list.`);
  const template = readObject(given.list)?.template ?? 'genericList';
  if (template !== 'genericList') throw notImplemented(`lists of the template '${String(template)}'`);
  if (given.columns !== undefined && !Array.isArray(given.columns))
    throw invalidRequest("'columns' is not a collection.");
}
