import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { versionOfBlank } from '../../store/blank-database.ts';
import { migrate } from '../../store/migrate.ts';
import { openPglite } from '../../store/open-pglite.ts';
import { withTempDir } from './temp-dir.ts';

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'milepost');

/**
 * An embedded database that is up to date and empty, as `dumpDataDir` gives it. Made once for each state of the migrations
 * and kept beside the packages, for most test files begin with one.
 */
export async function readMigratedDump(): Promise<Blob> {
  const name = `database-${versionOfBlank()}.tar`;
  const kept = await readFile(join(CACHE, name)).catch(() => null);
  return kept === null ? makeDump(name) : new Blob([kept]);
}

function makeDump(name: string): Promise<Blob> {
  return withTempDir(async (directory) => {
    const database = await openPglite(directory);
    await migrate(database);
    const dump = await database.pglite.dumpDataDir('none');
    await database.close();
    await mkdir(CACHE, { recursive: true });
    const outdated = (await readdir(CACHE)).filter((other) => other.endsWith('.tar') && other !== name);
    for (const other of outdated) await rm(join(CACHE, other), { force: true });
    // Another worker may be making the same: it appears in one go, whole.
    const unfinished = join(CACHE, `${name}.${process.pid}`);
    await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
    await rename(unfinished, join(CACHE, name));
    return dump;
  });
}
