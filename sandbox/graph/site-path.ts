import type { World } from '../core/world.ts';
import { findSiteByPath } from './site.ts';

/** `/sites/{hostname}:/{path}`, which may go on after a second colon. */
const SITE_BY_PATH = /^\/sites\/([^/:]+):\/([^:]*?)(?::(\/.*)?)?$/;

/**
 * Turns an address by path (`/sites/host:/sites/x:/lists/L`) into the one by id; other addresses stay.
 * @throws GraphError 400 for another tenant's host, 404 for an unknown path
 */
export function resolveSitePath(world: World, path: string): string {
  const match = SITE_BY_PATH.exec(path);
  if (match === null) return path;
  const [, hostname = '', sitePath = '', rest = ''] = match;
  const site = findSiteByPath(world, { hostname, path: decodeURIComponent(sitePath) });
  return `/sites/${site.id}${rest}`;
}
