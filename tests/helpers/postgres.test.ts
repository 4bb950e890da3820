import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startPostgres, type TestPostgres, withPostgres } from './postgres.ts';

async function ask(url: string, query: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(query);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test('starts a real PostgreSQL 18 that takes connections', async () => {
  expect(await ask(postgres.url, 'SELECT version() AS answer')).toMatch(/^PostgreSQL 18\./);
});

test('starts a second server beside the first, with data of its own', async () => {
  await ask(postgres.url, 'CREATE TABLE first_only (id int)');
  const seen = await withPostgres((url) => ask(url, "SELECT to_regclass('first_only') AS answer"));
  expect(seen).toBeNull();
});

test('stops the server and deletes its data, also when the work with it failed', async () => {
  let address = '';
  let dataDir: unknown;
  const work = withPostgres(async (url) => {
    address = url;
    dataDir = await ask(url, "SELECT current_setting('data_directory') AS answer");
    expect(existsSync(String(dataDir))).toBe(true);
    throw new Error('the work failed');
  });
  await expect(work).rejects.toThrow('the work failed');
  await expect(ask(address, 'SELECT 1 AS answer')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(existsSync(String(dataDir))).toBe(false);
});

test('may be stopped twice', async () => {
  const another = await startPostgres();
  await another.stop();
  await expect(another.stop()).resolves.toBeUndefined();
});
