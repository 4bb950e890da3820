import { createHash } from 'node:crypto';
import type { World } from '../../core/world.ts';
import { itemNotFound } from '../graph-error.ts';
import { listSites, type Site } from '../site.ts';

/** Every site has one library, called so by SharePoint: `Documents` to people, `Shared Documents` in its address. */
export const LIBRARY = { name: 'Documents', addressName: 'Shared Documents' } as const;

/** `b!` and 64 letters, as Graph names the library of a site. */
export function driveIdOf({ id }: Pick<Site, 'id'>): string {
  return `b!${createHash('sha384').update(id).digest('base64url')}`;
}

/**
 * The site whose library this is.
 * @throws GraphError 404
 */
export function findSiteOfDrive(world: World, driveId: string): Site {
  const found = listSites(world).find((site) => driveIdOf(site) === driveId);
  if (found === undefined) throw itemNotFound('The resource could not be found.');
  return found;
}

/** Address of the library for browsers. */
export function libraryUrl({ webUrl }: Pick<Site, 'webUrl'>): string {
  return `${webUrl}/${encodeURIComponent(LIBRARY.addressName)}`;
}
