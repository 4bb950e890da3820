import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Json } from './build-manifest.ts';

/** Zip can't say earlier; any fixed time makes the same content the same file. */
const FIXED_TIME = new Date(1980, 0, 1);

/** Files of an app package, all at its root; Teams refuses folders. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;

/** The package's files: the manifest, and the icons under the names the manifest gives them. */
export function listPackageFiles({ manifest, icons }: { manifest: Json; icons: PackageFiles }): PackageFiles {
  return { 'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`), ...icons };
}

/** Zips the files, in order of name. The same files always give the same bytes, so a package can be compared. */
export function packFiles(files: PackageFiles): Uint8Array {
  const entries = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(entries);
  return zipSync(zippable, { mtime: FIXED_TIME, level: 9 });
}

/** What is wrong with the set of files, one plain line each. */
export function checkFiles({ files, manifest }: { files: PackageFiles; manifest: Json }): readonly string[] {
  const named = iconNames(manifest);
  const present = Object.keys(files);
  return [
    ...present.filter((name) => /[/\\]/.test(name)).map((name) => `${name} must be at the package's root`),
    ...named.filter((name) => !present.includes(name)).map((name) => `${name} is named and not packed`),
    ...present
      .filter((name) => name !== 'manifest.json' && !named.includes(name))
      .map((name) => `${name} is packed and the manifest does not name it`),
  ];
}

function iconNames(manifest: Json): readonly string[] {
  if (manifest === null || typeof manifest !== 'object' || !('icons' in manifest)) return [];
  return Object.values(manifest.icons ?? {}).filter((name) => typeof name === 'string');
}
