import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { emptyDatabase, openTestPostgres, type TestDatabase } from './databases.ts';
import { SUITES } from './suites/index.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestPostgres();
});
afterAll(() => opened?.close());
beforeEach(() => emptyDatabase(opened.database));

for (const [part, suite] of Object.entries(SUITES)) {
  describe(`${part} on PostgreSQL`, () => suite(() => opened));
}

test('a connection that breaks between two statements fails its transaction and nothing else', async () => {
  const { database, other } = opened;
  const cut = database.transaction(async (tx) => {
    const [connection] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await other.query('SELECT pg_terminate_backend($1)', [connection?.pid ?? 0]);
    await waitUntil(async () => {
      const alive = await other.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [
        connection?.pid ?? 0,
      ]);
      return alive.length === 0;
    });
    await tx.query('SELECT 1');
  });
  await expect(cut).rejects.toThrow();
  expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}
