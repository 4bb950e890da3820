import type { Database, Queryable } from '../../store/database.ts';
import { openPgliteInMemory, type PgliteDatabase } from '../../store/open-pglite.ts';
import { openPostgres, type PostgresDatabase } from '../../store/open-postgres.ts';
import { readMigratedDump } from '../helpers/migrated-dump.ts';
import { createTestPostgres, isRunOnPostgres } from '../helpers/test-database.ts';

/** A migrated database of a test file's own. */
export interface TestDatabase {
  readonly database: PgliteDatabase | PostgresDatabase;
  /** As another process sees it: a pool of its own on PostgreSQL; PGlite, which only one may open, again. */
  readonly other: Database;
  close(): Promise<void>;
}

/** Embedded, in memory. */
export async function openTestPglite(): Promise<TestDatabase> {
  const database = await openPgliteInMemory(await readMigratedDump());
  return { database, other: database, close: () => database.close() };
}

/** A database of PostgreSQL's own with two pools on it. */
export async function openTestPostgres(): Promise<TestDatabase> {
  const { url, drop } = await createTestPostgres({ isMigrated: true });
  const database = await openPostgres(url);
  const other = await openPostgres(url);
  return {
    database,
    other,
    async close() {
      await Promise.all([database.close(), other.close()]);
      await drop();
    },
  };
}

/** The database that this run is about, see `isRunOnPostgres`. */
export function openTestDatabase(): Promise<TestDatabase> {
  return isRunOnPostgres() ? openTestPostgres() : openTestPglite();
}

/** Empties every table of Milepost's; numbers start at 1 again. Most tables are empty: TRUNCATE would take longer. */
export async function emptyDatabase(db: Queryable): Promise<void> {
  await db.query(`DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'milepost_migration' LOOP
      EXECUTE format('DELETE FROM %I', name);
    END LOOP;
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
      FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL;
  END $$`);
}

/** What every row that waits for a moment has waited longer by: as if the time had passed. */
export async function letTimePass(db: Queryable, { seconds }: { readonly seconds: number }): Promise<void> {
  for (const [table, column] of [
    ['outbox', 'not_before'],
    ['notice', 'not_before'],
    ['report_part', 'not_before'],
    ['report_unknown', 'not_before'],
    ['lease', 'expires_at'],
    ['send', 'at'],
    ['send_brake', 'until'],
  ]) {
    await db.query(`UPDATE ${table} SET ${column} = ${column} - make_interval(secs => $1)`, [seconds]);
  }
}
