import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { lockDataDirectory } from './data-directory-lock.ts';
import type { Database, Queryable } from './database.ts';

/** An embedded database, and the PGlite instance that pg-boss's adapter needs. */
export interface PgliteDatabase extends Database {
  readonly kind: 'pglite';
  readonly pglite: PGlite;
}

/**
 * Opens the embedded database in `directory`, or in memory when it is `null` (tests).
 * @throws AppError `IN_USE` when another process has the directory open.
 */
export async function openPglite(directory: string | null): Promise<PgliteDatabase> {
  const unlock = directory === null ? () => {} : lockDataDirectory(directory);
  if (directory !== null) mkdirSync(join(directory, 'database'), { recursive: true });
  const pglite = await PGlite.create(
    directory === null ? {} : { dataDir: join(directory, 'database') },
  ).catch((error: unknown) => {
    unlock();
    throw error;
  });

  return {
    kind: 'pglite',
    pglite,
    ...queryableOf(pglite),
    transaction: (work) => pglite.transaction((tx) => work(queryableOf(tx))),
    script: async (sql) => void (await pglite.exec(sql)),
    close: async () => {
      await pglite.close();
      unlock();
    },
  };
}

function queryableOf(runner: Pick<PGlite, 'query'>): Queryable {
  return {
    query: async <T>(sql: string, values: readonly unknown[] = []) =>
      (await runner.query<T>(sql, [...values])).rows,
  };
}
