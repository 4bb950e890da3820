import type { World } from '../core/world.ts';
import { GraphError, itemNotFound } from './graph-error.ts';

/** A SharePoint site of the tenant. */
export interface Site {
  /** `hostname,siteCollectionId,webId` */
  readonly id: string;
  readonly displayName: string;
  readonly path: string;
  readonly isRoot: boolean;
  readonly webUrl: string;
  /** Zone in which date-only values are meant. */
  readonly timeZone: string;
}

/** The tenant's root site has ids of its own; it holds no lists here. */
const ROOT_IDS = '3d5a2b1c-6f0e-4a7d-9b52-0c8e1f4a6d10,9e1c7b30-2d4f-4c68-8a3b-51f7e0d2c946';

/** The site of this id, `root`, or the bare host name. */
export function findSite(world: World, idText: string): Site {
  const { hostname } = world.directory.site;
  const id = idText.toLowerCase();
  const sites = listSites(world);
  const found = sites.find((site) => site.id === id || (site.isRoot && (id === 'root' || id === hostname)));
  if (found !== undefined) return found;
  const [givenHost = ''] = id.split(',');
  if (givenHost.includes('.') && givenHost !== hostname) throw invalidHostname();
  throw siteNotFound();
}

/** The site at `{hostname}:/{path}`. */
export function findSiteByPath(world: World, { hostname, path }: { hostname: string; path: string }): Site {
  if (hostname.toLowerCase() !== world.directory.site.hostname) throw invalidHostname();
  const wanted = `/${path.replace(/^\/+|\/+$/g, '')}`.toLowerCase();
  const found = listSites(world).find((site) => site.path.toLowerCase() === wanted);
  if (found === undefined) throw siteNotFound();
  return found;
}

/** Every site of the tenant, the root last. */
export function listSites(world: World): Site[] {
  const { sites, site: first, tenantName } = world.directory;
  // Links from cards and from the tab must open, so sites live on the sandbox's own page.
  const origin = `http://127.0.0.1:${world.config.port}`;
  return [
    ...sites.map(({ hostname, path, displayName, siteCollectionId, webId, timeZone }) => ({
      id: `${hostname},${siteCollectionId},${webId}`,
      displayName,
      path,
      isRoot: false,
      webUrl: `${origin}${path}`,
      timeZone,
    })),
    {
      id: `${first.hostname},${ROOT_IDS}`,
      displayName: tenantName,
      path: '/',
      isRoot: true,
      webUrl: origin,
      timeZone: first.timeZone,
    },
  ];
}

function invalidHostname(): GraphError {
  return new GraphError({
    status: 400,
    code: 'invalidRequest',
    message: 'Invalid hostname for this tenancy',
  });
}

function siteNotFound(): GraphError {
  return itemNotFound('Requested site could not be found');
}
