import type { Database } from './database.ts';
import { readMigrations } from './migrate.ts';

const CREATED_TABLE = /^CREATE TABLE (?:IF NOT EXISTS )?(\w+)/gm;

/**
 * Deletes Milepost's own tables, whatever else the database holds; `migrate` makes them anew. The plans' rows are in
 * SharePoint and are read again. The job queue stays: it only says when.
 */
export async function forgetEverything(database: Database): Promise<void> {
  const scripts = readMigrations().map(({ script }) => script);
  const tables = scripts.flatMap((script) => [...script.matchAll(CREATED_TABLE)].map(([, name]) => name));
  await database.script(`DROP TABLE IF EXISTS ${['milepost_migration', ...tables].join(', ')} CASCADE`);
}
