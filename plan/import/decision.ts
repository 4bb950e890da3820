import type { ListName } from '../glossary.ts';
import type { ImportList, SaidValues } from './imported.ts';
import type { StandingRow } from './standing.ts';

/** A row to point to: one that stands, or one that this import makes, by its place among those made of its list. */
export type Target =
  | { readonly list: ListName; readonly ref: string }
  | { readonly list: ListName; readonly made: number };

export type DecidedValue = string | number | boolean | readonly string[] | Target | readonly Target[];
export type DecidedValues = Readonly<Record<string, DecidedValue>>;

/** A row to make. */
export interface MadeRow {
  readonly label: string;
  readonly values: DecidedValues;
  /** What the file said of it, to be compared with what it says next time. */
  readonly said: SaidValues;
}

/** A row that stands and that the file speaks of; without changes it stays as it is. */
export interface MetRow {
  readonly label: string;
  readonly row: StandingRow;
  readonly changes: DecidedValues;
  readonly said: SaidValues;
}

/** What an import does to one list. */
export interface ListDecision {
  readonly list: ImportList;
  readonly made: readonly MadeRow[];
  readonly met: readonly MetRow[];
}

/** What an import does, decided before anything is written. */
export interface Decision {
  /** Lists that the file speaks of, those that others point to first. */
  readonly lists: readonly ListDecision[];
  /** Every change to a row that stands, in words: `Recommendation 3, Forecast due: Mar 2022 → Apr 2022`. */
  readonly changes: readonly string[];
  readonly doubts: readonly string[];
}

export function isTarget(value: unknown): value is Target {
  return typeof value === 'object' && value !== null && 'list' in value;
}
