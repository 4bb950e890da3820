import type { DatabaseKind } from './parts/database.ts';

/** What a benchmark measured, ready to print. */
export interface Table {
  readonly columns: readonly string[];
  /** One cell per column. Cells that begin with a digit are set to the right. */
  readonly rows: readonly (readonly string[])[];
  /** How it was measured, and what must be known to read it; one sentence or two each. */
  readonly notes: readonly string[];
  /** What was promised and does not hold. Empty: all is well. Otherwise the run ends with exit code 1. */
  readonly broken: readonly string[];
}

/** `quick` tries the code with small counts: figures of time mean nothing, promises hold all the same. */
export type Size = 'full' | 'quick';

/** How a benchmark is run. */
export interface RunOptions {
  readonly size: Size;
  /** What trials run on, one after another; the other benchmarks use PGlite. */
  readonly databases: readonly DatabaseKind[];
  /** Of everything in a trial that is left to chance. */
  readonly seed: number;
}

/** One thing that is measured. Each stands in a file of its own in `bench/`. */
export interface Benchmark {
  /** What to write behind `npm run bench`. */
  readonly name: string;
  readonly title: string;
  /** Starts what it needs on free ports with a data directory of its own, and leaves nothing behind. */
  run(options: RunOptions): Promise<Table>;
}
