import { findSiteOfDrive } from './drive/drives.ts';
import { GraphError } from './graph-error.ts';
import type { Graph, GraphCall, Operation } from './operation.ts';
import { findSite } from './site.ts';

/**
 * What an operation needs: to read a site, to write rows and documents, to change lists and columns, to be told of changes, or to say
 * which apps may enter a site.
 */
type Need = 'read' | 'rows' | 'schema' | 'listen' | 'grant';

/** Application permissions that are enough; any one of them. */
const ENOUGH: Readonly<Record<Need, readonly string[]>> = {
  read: ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  rows: ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  // Graph lets Sites.ReadWrite.All make lists, though no columns. Refused here: who runs Milepost must not need it.
  schema: ['Sites.Manage.All', 'Sites.FullControl.All'],
  listen: ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  grant: ['Sites.FullControl.All'],
};

/** What an app with Sites.Selected may do on a site, by the role it was granted there. It is never told of changes. */
const BY_GRANT: Readonly<Record<string, readonly Need[]>> = {
  read: ['read'],
  write: ['read', 'rows'],
  owner: ['read', 'rows', 'schema'],
  fullcontrol: ['read', 'rows', 'schema'],
};

/**
 * Refuses what an app has no permission for. People may do everything: they act with their own rights on the site, and
 * those of the sandbox own it.
 * @throws GraphError 403
 */
export function checkPermission(
  graph: Graph,
  { operation, call }: { operation: Operation; call: GraphCall },
): void {
  const need = needOf(operation);
  if (need === null || call.actor.kind === 'person') return;
  const { roles, appId } = call.actor;
  if (roles.some((role) => ENOUGH[need].includes(role))) return;
  if (roles.includes('Sites.Selected') && isGranted(graph, { call, appId, need })) return;
  throw new GraphError({ status: 403, code: 'accessDenied', message: 'Access denied' });
}

function needOf({ method, path }: Operation): Need | null {
  if (path.startsWith('/subscriptions')) return method === 'POST' ? 'listen' : null;
  if (path.startsWith('/drives/')) return method === 'GET' ? 'read' : 'rows';
  if (!path.startsWith('/sites/')) return null;
  if (path.startsWith('/sites/:site/permissions')) return 'grant';
  if (method === 'GET') return 'read';
  return path.includes('/items') ? 'rows' : 'schema';
}

function isGranted(
  { world, store }: Graph,
  { call, appId, need }: { call: GraphCall; appId: string; need: Need },
): boolean {
  const { site, drive } = call.params;
  if (site === undefined && drive === undefined) return false;
  const { id } = drive === undefined ? findSite(world, site ?? '') : findSiteOfDrive(world, drive);
  return store.grants
    .all(id)
    .filter((grant) => grant.appId === appId)
    .some(({ roles }) => roles.some((role) => BY_GRANT[role]?.includes(need)));
}
