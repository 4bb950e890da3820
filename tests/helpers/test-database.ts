import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
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

/** Makes a database on the run's server, or where the run has none on a server of its own. */
export async function createTestPostgres(): Promise<TestPostgresDatabase> {
  const serverUrl = process.env.TEST_DATABASE ?? '';
  if (SERVER_URL.test(serverUrl)) return createDatabase(serverUrl);
  const { url, stop } = await startPostgres();
  return { url, drop: stop };
}

async function createDatabase(serverUrl: string): Promise<TestPostgresDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
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
