import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { migrate } from '../../store/migrate.ts';
import { openPglite } from '../../store/open-pglite.ts';
import { openPostgres } from '../../store/open-postgres.ts';
import { withPostgres } from '../helpers/postgres.ts';

const NUMBERS = readdirSync(new URL('../../store/migrations/', import.meta.url))
  .map((name) => Number(name.slice(0, 4)))
  .toSorted((a, b) => a - b);

test('an embedded database is brought up to date once', async () => {
  const database = await openPglite(null);
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

test('several replicas that start on an empty server bring it up to date once', async () => {
  await withPostgres(async (url) => {
    const server = await openPostgres(url);
    // Who comes first is chance: several empty databases give it several chances.
    for (const name of ['first', 'second', 'third', 'fourth']) {
      await server.query(`CREATE DATABASE ${name}`);
      const address = url.replace(/postgres$/, name);
      const replicas = await Promise.all(Array.from({ length: 6 }, () => openPostgres(address)));
      try {
        await Promise.all(replicas.map((replica) => replica.query('SELECT 1')));
        const ran = await Promise.all(replicas.map((replica) => migrate(replica)));
        expect(ran.flat().toSorted((a, b) => a - b)).toEqual(NUMBERS);
        const again = await Promise.all(replicas.map((replica) => migrate(replica)));
        expect(again.flat()).toEqual([]);
      } finally {
        await Promise.all(replicas.map((replica) => replica.close()));
      }
    }
    await server.close();
  });
});
