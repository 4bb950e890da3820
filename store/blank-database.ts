import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/** Directories of one version are not for another. */
export const PGLITE_VERSION = versionOfPglite();

/** What every new database directory is a copy of: making one takes seconds, copying one next to nothing. */
const BLANK = join(import.meta.dirname, 'dist', `blank-database-${PGLITE_VERSION}`);

/** Makes the blank database, where there is none of this version of PGlite; `npm ci` does so (`build.ts`). */
export async function makeBlankDatabase(): Promise<void> {
  if (existsSync(BLANK)) return;
  await rm(dirname(BLANK), { recursive: true, force: true });
  await appear(BLANK, async (unfinished) => {
    await mkdir(unfinished, { recursive: true });
    await (await PGlite.create({ dataDir: unfinished })).close();
  });
}

/** Begins a database directory that is not there yet. Without a blank database PGlite makes its own when it opens it. */
export async function beginDatabase(directory: string, { blank = BLANK } = {}): Promise<void> {
  if (existsSync(directory)) return;
  if (existsSync(blank)) await appear(directory, (unfinished) => cp(blank, unfinished, { recursive: true }));
  else await mkdir(directory, { recursive: true });
}

/** Lets a directory appear in one go, so that whoever is killed meanwhile leaves no half of it. */
async function appear(directory: string, fill: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await fill(unfinished);
  await rename(unfinished, directory);
}

function versionOfPglite(): string {
  const program = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = readFileSync(join(dirname(program), '..', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
