import type { ListName } from '../glossary.ts';

/** A row as it stands in a list. */
export interface StandingRow {
  /** Names the row among those of its list, and where other rows point to it. */
  readonly ref: string;
  /** `null` where SharePoint has not given it one yet. */
  readonly itemId: number | null;
  /** Version of the row, for writing over nothing but that; opaque. */
  readonly etag: string | null;
  /** By property; where a row points to others, their `ref`. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** The lists of a plan as they stand. */
export type Standing = Readonly<Partial<Record<ListName, readonly StandingRow[]>>>;

/** What people call a row, and what stands for it where others point to it. */
export function nameOfRow(list: ListName, { values }: Pick<StandingRow, 'values'>): string {
  if (list === 'Recommendations' && typeof values.number === 'number') return String(values.number);
  return typeof values.title === 'string' ? values.title : '';
}

/** The names of the rows that a value points to, in its order; rows that are gone have none. */
export function namesOfRefs(standing: Standing, list: ListName, value: unknown): string[] {
  const refs = value == null ? [] : Array.isArray(value) ? value.map(String) : [String(value)];
  return refs.flatMap((ref) => {
    const row = standing[list]?.find((one) => one.ref === ref);
    return row === undefined ? [] : [nameOfRow(list, row)];
  });
}
