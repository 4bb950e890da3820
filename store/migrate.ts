import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from './database.ts';

const MIGRATIONS = new URL('./migrations/', import.meta.url);

/** Any number, the same in every replica: who holds it may migrate. */
const MIGRATION_LOCK = 4_210_978;

/**
 * Brings the schema up to date: runs the numbered files of `migrations/` that have not run, in order, each in a
 * transaction. Safe from several replicas at once: the second waits, then finds nothing to do.
 * @returns the numbers of the migrations that ran now.
 */
export async function migrate(database: Database): Promise<readonly number[]> {
  // Under the lock too: even `IF NOT EXISTS` fails where two create the same table in the same instant.
  await database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await tx.query(
      'CREATE TABLE IF NOT EXISTS milepost_migration (number integer PRIMARY KEY, name text NOT NULL, ran_at timestamptz NOT NULL DEFAULT now())',
    );
  });
  const ran: number[] = [];
  for (const { number, name, script } of readMigrations()) {
    const isNew = await database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      const done = await tx.query('SELECT 1 FROM milepost_migration WHERE number = $1', [number]);
      if (done.length > 0) return false;
      for (const statement of statementsOf(script)) await tx.query(statement);
      await tx.query('INSERT INTO milepost_migration (number, name) VALUES ($1, $2)', [number, name]);
      return true;
    });
    if (isNew) ran.push(number);
  }
  return ran;
}

/** The numbered files, in order. */
export function readMigrations(): readonly {
  readonly number: number;
  readonly name: string;
  readonly script: string;
}[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({
      number: Number(name.slice(0, 4)),
      name,
      script: readFileSync(new URL(name, MIGRATIONS), 'utf8'),
    }));
}

/** Migrations hold plain statements only, each ending in a semicolon at the end of a line. */
function statementsOf(script: string): string[] {
  return script
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
