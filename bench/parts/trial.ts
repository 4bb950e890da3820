import type { RunOptions, Table } from '../benchmark.ts';
import { DATABASE_NAMES, type DatabaseKind } from './database.ts';

/** What one database came to. */
export interface Outcome {
  /** One cell per column, without the first. */
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  readonly broken: readonly string[];
}

/** Runs a trial on each database, and puts the outcomes below one another. */
export async function runTrial(
  { databases, seed }: RunOptions,
  {
    columns,
    notes,
    measure,
    isWaiting = false,
  }: {
    readonly columns: readonly string[];
    /** What holds for all of them. */
    readonly notes: readonly string[];
    readonly measure: (database: DatabaseKind) => Promise<Outcome>;
    /** It waits most of the time, so that the databases can be tried at once. Default: one after another. */
    readonly isWaiting?: boolean;
  },
): Promise<Table> {
  const tryOn = async (database: DatabaseKind) => ({
    name: DATABASE_NAMES[database],
    ...(await measure(database)),
  });
  const outcomes = isWaiting ? await Promise.all(databases.map(tryOn)) : await inTurn(databases, tryOn);
  const named = (pick: 'notes' | 'broken') =>
    outcomes.flatMap((outcome) => outcome[pick].map((text) => `${outcome.name}: ${text}`));
  return {
    columns: ['database', ...columns],
    rows: outcomes.flatMap(({ name, rows }) => rows.map((cells) => [name, ...cells])),
    notes: [...notes, ...named('notes'), `Seed ${seed}.`],
    broken: named('broken'),
  };
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
