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

/** `quick` tries the code with small counts: its figures mean nothing. */
export type Size = 'full' | 'quick';

/** One thing that is measured. Each stands in a file of its own in `bench/`. */
export interface Benchmark {
  /** What to write behind `npm run bench`. */
  readonly name: string;
  readonly title: string;
  /** Starts what it needs on free ports with a data directory of its own, and leaves nothing behind. */
  run(size: Size): Promise<Table>;
}
