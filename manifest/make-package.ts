import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildManifest, type Json } from './build-manifest.ts';
import { checkIcon } from './check-icon.ts';
import { checkManifest } from './check-manifest.ts';
import { COLOR_ICON, ICONS_DIR, OUTLINE_ICON } from './icon-kinds.ts';
import { checkFiles, listPackageFiles, type PackageFiles, packFiles } from './pack.ts';
import type { ManifestSettings } from './settings.ts';

/** What a package is made of, as it lies in this folder. */
export interface PackageSources {
  readonly template: Json;
  /** File name → PNG. */
  readonly icons: PackageFiles;
}

/** A finished package, or every reason why there is none. */
export type MadePackage =
  | { readonly zip: Uint8Array; readonly faults: readonly [] }
  | { readonly zip: null; readonly faults: readonly string[] };

/** Reads the template and the icons of this folder. */
export async function readSources(): Promise<PackageSources> {
  const [template, color, outline] = await Promise.all([
    readFile(join(import.meta.dirname, 'manifest.template.json'), 'utf8'),
    readFile(join(ICONS_DIR, COLOR_ICON.file)),
    readFile(join(ICONS_DIR, OUTLINE_ICON.file)),
  ]);
  return {
    template: JSON.parse(template) as Json,
    icons: { [COLOR_ICON.file]: color, [OUTLINE_ICON.file]: outline },
  };
}

/** Fills, checks and zips. All faults are looked for, so that they can be put right in one go. */
export async function makePackage({
  sources: { template, icons },
  settings,
}: {
  sources: PackageSources;
  settings: ManifestSettings;
}): Promise<MadePackage> {
  const manifest = buildManifest({ template, settings });
  const files = listPackageFiles({ manifest, icons });
  const faults = [
    ...(await checkManifest({ manifest, settings })),
    ...checkFiles({ files, manifest }),
    ...[COLOR_ICON, OUTLINE_ICON].flatMap((icon) => {
      const bytes = icons[icon.file];
      return bytes ? checkIcon({ icon, bytes }) : [];
    }),
  ];
  return faults.length > 0 ? { zip: null, faults } : { zip: packFiles(files), faults: [] };
}
