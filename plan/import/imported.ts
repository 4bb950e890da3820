import type { ListName } from '../glossary.ts';

/**
 * Lists that a file can fill. What people answered, met about, signed off, ranked and reported is made by Milepost, not
 * imported.
 */
export const IMPORT_LISTS = [
  'Themes',
  'Groups',
  'Owners',
  'Recommendations',
  'Actions',
  'Milestones',
  'Measures',
  'Engagement log',
] as const satisfies readonly ListName[];
export type ImportList = (typeof IMPORT_LISTS)[number];

/** A value as a file says it; other rows are named by title, number or email. */
export type SaidValue = string | number | boolean | readonly string[];
export type SaidValues = Readonly<Record<string, SaidValue>>;

/** One row of a file in the plan's terms. */
export interface ImportedRow {
  /** What people call it: `Recommendation 3`, `Action “Agree a protocol”`. */
  readonly label: string;
  /** Where it stands in the file, for doubts: `Sheet Actions, row 7`; `null` where the label says enough. */
  readonly place: string | null;
  /** SharePoint's id of the row, where the file was exported from this very plan. */
  readonly itemId: number | null;
  /** By property; what the file does not say is not there. */
  readonly says: SaidValues;
  /** Worked out from what it says; set where nothing stands, and never changed by an import. */
  readonly fills: SaidValues;
}

/** Rows of one list out of one file. */
export interface ImportedRows {
  readonly list: ImportList;
  readonly rows: readonly ImportedRow[];
  /**
   * Who is right where the list says otherwise, and nobody knows what the file said last time: `file` always;
   * `people` in what they work on between meetings.
   */
  readonly rule: 'file' | 'people';
  /** `false`: a row that the list does not have is told, not made. */
  readonly makesRows: boolean;
  /** What stays of a row when the file names it anew; `null` = such a row becomes a new one. */
  readonly sameFact: 'theme holds' | 'due' | 'target' | null;
}
