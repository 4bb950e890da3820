import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { beginDatabase } from './blank-database.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import type { Database, Queryable } from './database.ts';

/** An embedded database, and the PGlite instance that pg-boss's adapter needs. */
export interface PgliteDatabase extends Database {
  readonly kind: 'pglite';
  readonly pglite: PGlite;
}

/**
 * Opens the embedded database in `directory`, which is begun where it is not there.
 * @throws AppError `IN_USE` when another process has the directory open.
 */
export async function openPglite(directory: string): Promise<PgliteDatabase> {
  const unlock = lockDataDirectory(directory);
  try {
    const dataDir = join(directory, 'database');
    await beginDatabase(dataDir);
    return databaseOf(await PGlite.create({ dataDir }), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A database in memory, for tests: a copy of what `dumpDataDir` gave. */
export async function openPgliteInMemory(dump: Blob): Promise<PgliteDatabase> {
  return databaseOf(await PGlite.create({ loadDataDir: dump }), () => {});
}

function databaseOf(pglite: PGlite, onClosed: () => void): PgliteDatabase {
  return {
    kind: 'pglite',
    pglite,
    ...queryableOf(pglite),
    transaction: (work) => pglite.transaction((tx) => work(queryableOf(tx))),
    script: async (sql) => void (await pglite.exec(sql)),
    close: async () => {
      await pglite.close();
      onClosed();
    },
  };
}

function queryableOf(runner: Pick<PGlite, 'query'>): Queryable {
  return {
    query: async <T>(sql: string, values: readonly unknown[] = []) =>
      (await runner.query<T>(sql, [...values])).rows,
  };
}
