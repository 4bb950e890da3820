import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { COMPILE_CACHE } from '../../server/launch/compile-cache.ts';
import { beginDatabase } from '../../store/blank-database.ts';
import type { Queryable } from '../../store/database.ts';
import { forgetEverything } from '../../store/forget-everything.ts';
import { migrate } from '../../store/migrate.ts';
import { openPglite } from '../../store/open-pglite.ts';
import { openPostgres } from '../../store/open-postgres.ts';
import { withTempDir } from '../helpers/temp-dir.ts';
import { createTestPostgres } from '../helpers/test-database.ts';

const NUMBERS = readdirSync(new URL('../../store/migrations/', import.meta.url))
  .map((name) => Number(name.slice(0, 4)))
  .toSorted((a, b) => a - b);

test('an embedded database that is no copy of the blank one is brought up to date once', async () => {
  await withTempDir(async (directory) => {
    await beginDatabase(join(directory, 'database'), { blank: join(directory, 'nowhere') });
    const database = await openPglite(directory);
    try {
      expect(await migrate(database)).toEqual(NUMBERS);
      expect(await migrate(database)).toEqual([]);
      expect(await database.query('SELECT number FROM milepost_migration ORDER BY number')).toEqual(
        NUMBERS.map((number) => ({ number })),
      );
    } finally {
      await database.close();
    }
  });
});

/** Runs `work` with the address of an empty database of PostgreSQL's, deleted afterwards whatever happens. */
async function withEmptyPostgres(work: (url: string) => Promise<void>): Promise<void> {
  const { url, drop } = await createTestPostgres();
  try {
    await work(url);
  } finally {
    await drop();
  }
}

// Who comes first is chance: several empty databases give it several chances.
test.each([1, 2, 3])('several replicas that start on an empty server bring it up to date once (%i)', () =>
  withEmptyPostgres(async (url) => {
    const replicas = await Promise.all(Array.from({ length: 6 }, () => openPostgres(url)));
    try {
      await Promise.all(replicas.map((replica) => replica.query('SELECT 1')));
      const ran = await Promise.all(replicas.map((replica) => migrate(replica)));
      expect(ran.flat().toSorted((a, b) => a - b)).toEqual(NUMBERS);
      const again = await Promise.all(replicas.map((replica) => migrate(replica)));
      expect(again.flat()).toEqual([]);
    } finally {
      await Promise.all(replicas.map((replica) => replica.close()));
    }
  }),
);

const PROGRAM = join(import.meta.dirname, 'run-migrate.ts');

/** A migration in a process of its own. */
function startMigrating(url: string): ChildProcess {
  return spawn(process.execPath, ['--no-warnings', PROGRAM, url], {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Which migrations it ran. */
async function resultOf({ stdout }: ChildProcess): Promise<readonly number[]> {
  return JSON.parse(stdout === null ? '' : await text(stdout)) as number[];
}

test('several processes that start on an empty server bring it up to date once', async () => {
  await withEmptyPostgres(async (url) => {
    const ran = await Promise.all(Array.from({ length: 5 }, () => resultOf(startMigrating(url))));
    expect(ran.flat().toSorted((a, b) => a - b)).toEqual(NUMBERS);
    expect(await resultOf(startMigrating(url))).toEqual([]);
  });
});

test('a migration that is killed in the middle leaves nothing half done, and the next one does it', async () => {
  await withEmptyPostgres(async (url) => {
    const database = await openPostgres(url);
    const migrating = startMigrating(url);
    // Somebody else is making a table of that name: the migration, half through, must wait for what becomes of it.
    const interrupted = database.transaction(async (tx) => {
      await tx.query('CREATE TABLE outbox (id integer)');
      await until(async () => (await waitingFor(database)) > 0);
      migrating.kill('SIGKILL');
      await once(migrating, 'exit');
      throw new Error('given up');
    });
    await expect(interrupted).rejects.toThrow('given up');
    await until(async () => (await connectionsBesides(database)) === 0);
    expect(await tablesIn(database)).toEqual(['milepost_migration']);
    expect(await database.query('SELECT number FROM milepost_migration')).toEqual([]);
    expect(await migrate(database)).toEqual(NUMBERS);
    await database.close();
  });
});

test('everything that migrations make can be forgotten, and nothing else is', async () => {
  await withEmptyPostgres(async (url) => {
    const database = await openPostgres(url);
    await database.query('CREATE TABLE of_somebody_else (id integer)');
    await migrate(database);
    expect((await tablesIn(database)).length).toBeGreaterThan(20);
    await forgetEverything(database);
    expect(await tablesIn(database)).toEqual(['of_somebody_else']);
    expect(await migrate(database)).toEqual(NUMBERS);
    await forgetEverything(database);
    await forgetEverything(database);
    await database.close();
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}

async function tablesIn(db: Queryable): Promise<readonly string[]> {
  const rows = await db.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

async function waitingFor(db: Queryable): Promise<number> {
  return (
    await db.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    )
  ).length;
}

/** Of clients that are in the middle of something. */
async function connectionsBesides(db: Queryable): Promise<number> {
  const rows = await db.query(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND state <> 'idle'
       AND pid <> pg_backend_pid()`,
  );
  return rows.length;
}
