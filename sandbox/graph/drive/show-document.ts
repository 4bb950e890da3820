import type { World } from '../../core/world.ts';
import type { Site } from '../site.ts';
import { ROOT_ID, type StoredDocument } from '../store/documents.ts';
import type { GraphStore } from '../store/store.ts';
import { downloadUrlOf } from './download-routes.ts';
import { driveIdOf, LIBRARY, libraryUrl } from './drives.ts';

/** The library of a site as Graph shows it. */
export function showDrive(site: Site, createdAt: string): Record<string, unknown> {
  return {
    createdDateTime: createdAt,
    description: '',
    id: driveIdOf(site),
    lastModifiedDateTime: createdAt,
    name: LIBRARY.name,
    webUrl: libraryUrl(site),
    driveType: 'documentLibrary',
    createdBy: { user: { displayName: 'System Account' } },
    quota: { deleted: 0, remaining: 27_487_790_694_400, state: 'normal', total: 27_487_790_694_400, used: 0 },
  };
}

/** The folder that holds everything, as Graph shows it. */
export function showRoot(
  site: Site,
  { createdAt, childCount }: { createdAt: string; childCount: number },
): Record<string, unknown> {
  return {
    createdDateTime: createdAt,
    id: `01ROOT${driveIdOf(site).slice(2, 30)}`,
    lastModifiedDateTime: createdAt,
    name: 'root',
    webUrl: libraryUrl(site),
    size: 0,
    parentReference: { driveType: 'documentLibrary', driveId: driveIdOf(site), siteId: site.id },
    fileSystemInfo: { createdDateTime: createdAt, lastModifiedDateTime: createdAt },
    folder: { childCount },
    root: {},
  };
}

export interface ShowDocument {
  readonly world: World;
  readonly store: GraphStore;
  readonly site: Site;
  readonly document: StoredDocument;
}

/** A document or folder as Graph shows it; a document with an address that lets in by itself. */
export function showDocument({ world, store, site, document }: ShowDocument): Record<string, unknown> {
  const { id, guid, version, name, size, createdAt, modifiedAt } = document;
  const folders = foldersOf(store, document);
  const folder = folders.at(-1);
  const quoted = guid.toUpperCase();
  return {
    ...(size === null ? {} : { '@microsoft.graph.downloadUrl': downloadUrlOf(world, document) }),
    createdDateTime: createdAt,
    eTag: `"{${quoted}},${version}"`,
    id,
    lastModifiedDateTime: modifiedAt,
    name,
    webUrl: [libraryUrl(site), ...[...folders, document].map((entry) => encodeURIComponent(entry.name))].join(
      '/',
    ),
    cTag: `"c:{${quoted}},${version}"`,
    size: size ?? 0,
    createdBy: document.createdBy,
    lastModifiedBy: document.modifiedBy,
    parentReference: {
      driveType: 'documentLibrary',
      driveId: driveIdOf(site),
      id: folder?.id ?? `01ROOT${driveIdOf(site).slice(2, 30)}`,
      name: folder?.name ?? LIBRARY.name,
      path: [
        `/drives/${driveIdOf(site)}/root:`,
        ...folders.map((entry) => encodeURIComponent(entry.name)),
      ].join('/'),
      siteId: site.id,
    },
    fileSystemInfo: { createdDateTime: createdAt, lastModifiedDateTime: modifiedAt },
    ...(size === null
      ? { folder: { childCount: store.documents.children(site.id, id).length } }
      : { file: { mimeType: document.mimeType, hashes: {} } }),
  };
}

/** The folders a document lies in, the outermost first. */
function foldersOf(store: GraphStore, { parentId }: StoredDocument): StoredDocument[] {
  if (parentId === ROOT_ID) return [];
  const folder = store.documents.find(parentId);
  return folder === undefined ? [] : [...foldersOf(store, folder), folder];
}
