import { invalidRequest, itemNotFound } from '../graph-error.ts';
import { type Graph, type GraphAnswer, type GraphCall, type Operation, readObject } from '../operation.ts';
import { checkOptions } from '../query/options.ts';
import { findSite } from '../site.ts';
import type { Grant } from '../store/grants.ts';

const PERMISSIONS = '/sites/:site/permissions';

/** Which apps may enter a site. Everything about permissions costs five units. */
export const permissionOperations: readonly Operation[] = [
  { method: 'GET', path: PERMISSIONS, units: 5, handle: getPermissions },
  { method: 'POST', path: PERMISSIONS, units: 5, handle: createPermission },
  { method: 'GET', path: `${PERMISSIONS}/:permission`, units: 5, handle: getPermission },
  { method: 'PATCH', path: `${PERMISSIONS}/:permission`, units: 5, handle: changePermission },
  { method: 'DELETE', path: `${PERMISSIONS}/:permission`, units: 5, handle: deletePermission },
];

const ROLES = ['read', 'write', 'owner', 'fullcontrol'];

function getPermissions({ world, store }: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, []);
  const site = findSite(world, call.params.site ?? '');
  const value = store.grants.all(site.id).map(show);
  return { status: 200, body: { '@odata.context': contextOf(call, site.id), value } };
}

function createPermission({ world, store }: Graph, call: GraphCall): GraphAnswer {
  const site = findSite(world, call.params.site ?? '');
  const roles = readRoles(call.body);
  const application = readApplication(call.body);
  const grant = store.grants.insert({ siteId: site.id, roles, ...application });
  return { status: 201, body: { '@odata.context': `${contextOf(call, site.id)}/$entity`, ...show(grant) } };
}

function getPermission(graph: Graph, call: GraphCall): GraphAnswer {
  checkOptions(call.query, []);
  const grant = findGrant(graph, call);
  const body = { '@odata.context': `${contextOf(call, grant.siteId)}/$entity`, ...show(grant) };
  return { status: 200, body };
}

function changePermission(graph: Graph, call: GraphCall): GraphAnswer {
  graph.store.grants.change(findGrant(graph, call).id, readRoles(call.body));
  return getPermission(graph, call);
}

function deletePermission(graph: Graph, call: GraphCall): GraphAnswer {
  graph.store.grants.remove(findGrant(graph, call).id);
  return { status: 204 };
}

function findGrant({ world, store }: Graph, { params }: GraphCall): Grant {
  const site = findSite(world, params.site ?? '');
  const found = store.grants.all(site.id).find(({ id }) => id === params.permission);
  if (found === undefined) throw itemNotFound();
  return found;
}

function readRoles(body: unknown): readonly string[] {
  const roles = readObject(body)?.roles;
  const isKnown = Array.isArray(roles) && roles.length > 0 && roles.every((role) => ROLES.includes(role));
  if (!isKnown) throw invalidRequest(`'roles' must be some of ${ROLES.join(', ')}.`);
  return roles as readonly string[];
}

/** Only applications can be granted a site. */
function readApplication(body: unknown): { readonly appId: string; readonly appName: string } {
  const { grantedToIdentities, grantedToIdentitiesV2 } = readObject(body) ?? {};
  const [identity] = [grantedToIdentitiesV2, grantedToIdentities]
    .flat()
    .filter((entry) => entry !== undefined);
  const application = readObject(readObject(identity)?.application);
  if (typeof application?.id !== 'string')
    throw invalidRequest("'grantedToIdentities' must name one application by its 'id'.");
  return { appId: application.id, appName: String(application.displayName ?? '') };
}

function show({ id, appId, appName, roles }: Grant) {
  const identity = { application: { id: appId, displayName: appName } };
  return { id, roles, grantedToIdentities: [identity], grantedToIdentitiesV2: [identity] };
}

function contextOf({ base }: GraphCall, siteId: string): string {
  return `${base}/$metadata#sites('${siteId}')/permissions`;
}
