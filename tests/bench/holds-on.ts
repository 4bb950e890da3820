import { expect } from '@jest/globals';
import type { Benchmark } from '../../bench/benchmark.ts';
import { DATABASE_NAMES, type DatabaseKind } from '../../bench/parts/database.ts';

/** Of the trials' chances; the table says it too. */
const SEED = 20_220_110;

/** Runs a trial at its small size on these databases, and expects every promise to hold and each to have a row. */
export async function holdsOn(databases: readonly DatabaseKind[], trial: Benchmark): Promise<void> {
  const table = await trial.run({ size: 'quick', databases, seed: SEED });
  expect(table.broken).toEqual([]);
  expect([...new Set(table.rows.map(([name]) => name))]).toEqual(
    databases.map((kind) => DATABASE_NAMES[kind]),
  );
}
