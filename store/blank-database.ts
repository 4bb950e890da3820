import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readMigrations } from './migrate.ts';

/**
 * What every new database directory is a copy of: up to date, and empty. Making one takes seconds, copying it next to
 * nothing. `npm ci` makes it (`build.ts`); where migrations have changed since, it is another one and not there.
 */
export const blankDatabase = (): string => join(import.meta.dirname, 'dist', `database-${versionOfBlank()}`);

/** Changes with every migration, and with PGlite and pg-boss, whose versions `package.json` names. */
export function versionOfBlank(): string {
  const hash = createHash('sha256').update(readFileSync(new URL('../package.json', import.meta.url)));
  for (const { name, script } of readMigrations()) hash.update(`${name}\n${script}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** Begins a database directory that is not there yet. Without a blank database PGlite makes its own when it opens it. */
export async function beginDatabase(directory: string, { blank = blankDatabase() } = {}): Promise<void> {
  if (existsSync(directory)) return;
  if (!existsSync(blank)) return void (await mkdir(directory, { recursive: true }));
  // Appears in one go: whoever is killed meanwhile leaves no half of it.
  const unfinished = `${directory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(blank, unfinished, { recursive: true });
  await rename(unfinished, directory);
}
