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
  }: {
    readonly columns: readonly string[];
    /** What holds for all of them. */
    readonly notes: readonly string[];
    readonly measure: (database: DatabaseKind) => Promise<Outcome>;
  },
): Promise<Table> {
  const outcomes: (Outcome & { readonly name: string })[] = [];
  for (const database of databases) {
    outcomes.push({ name: DATABASE_NAMES[database], ...(await measure(database)) });
  }
  const named = (pick: 'notes' | 'broken') =>
    outcomes.flatMap((outcome) => outcome[pick].map((text) => `${outcome.name}: ${text}`));
  return {
    columns: ['database', ...columns],
    rows: outcomes.flatMap(({ name, rows }) => rows.map((cells) => [name, ...cells])),
    notes: [...notes, ...named('notes'), `Seed ${seed}.`],
    broken: named('broken'),
  };
}
