import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../../store/migrate.ts';
import { openPostgres } from '../../store/open-postgres.ts';
import { startPostgres } from './postgres.ts';

/** An empty PostgreSQL database of a test file's own. */
export interface TestPostgresDatabase {
  /** What `DATABASE_URL` takes. */
  readonly url: string;
  /** Deletes it, cutting connections that are still open. */
  drop(): Promise<void>;
}

/** The address of a PostgreSQL server for the whole run; `npm test` sets it. */
const SERVER_URL = /^postgres:\/\//;

/**
 * Whether this run is about PostgreSQL instead of PGlite: `TEST_DATABASE=postgres`, by hand, or the address of a
 * server that stands for the whole run.
 */
export function isRunOnPostgres(): boolean {
  return process.env.TEST_DATABASE === 'postgres' || SERVER_URL.test(process.env.TEST_DATABASE ?? '');
}

/** A database of the run's server that is migrated and empty: copying it is many times quicker than migrating another. */
const BLANK = 'milepost_blank';

/** Migrates the database that `createTestPostgres` copies, once for the whole run. */
export async function makeBlankPostgres(serverUrl: string): Promise<void> {
  await run(serverUrl, `CREATE DATABASE ${BLANK}`);
  const database = await openPostgres(addressOf(serverUrl, BLANK));
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}

/**
 * Makes a database on the run's server, or where the run has none on a server of its own.
 * @param options.isMigrated whether Milepost's tables stand in it. Default: no, it is empty
 */
export async function createTestPostgres({
  isMigrated = false,
}: {
  readonly isMigrated?: boolean;
} = {}): Promise<TestPostgresDatabase> {
  const serverUrl = process.env.TEST_DATABASE ?? '';
  if (SERVER_URL.test(serverUrl)) return createDatabase(serverUrl, isMigrated ? BLANK : 'template1');
  const { url, stop } = await startPostgres();
  if (!isMigrated) return { url, drop: stop };
  await makeBlankPostgres(url);
  return { url: addressOf(url, BLANK), drop: stop };
}

async function createDatabase(serverUrl: string, template: string): Promise<TestPostgresDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: addressOf(serverUrl, name),
    drop: () => run(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function addressOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function run(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
