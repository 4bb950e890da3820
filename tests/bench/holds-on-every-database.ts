import { expect } from '@jest/globals';
import type { Benchmark } from '../../bench/benchmark.ts';
import { DATABASE_KINDS } from '../../bench/parts/database.ts';

/** Of the trials' chances; the table says it too. */
const SEED = 20_220_110;

/** Runs a trial at its small size, and expects every promise to hold and every database to have a row. */
export async function holdsOnEveryDatabase(trial: Benchmark): Promise<void> {
  const table = await trial.run({ size: 'quick', databases: DATABASE_KINDS, seed: SEED });
  expect(table.broken).toEqual([]);
  expect([...new Set(table.rows.map(([name]) => name))]).toEqual(['PGlite', 'PostgreSQL']);
}
