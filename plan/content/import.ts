import type { ListName } from '../glossary.ts';
import type { PlanId } from '../plan.ts';

/** What a column of an imported table is taken for. */
export interface ColumnGuess {
  /** As the header of the file says it. */
  readonly header: string;
  /** Name of a field of the plan (`number`, `text`, `theme` …); `null` = left out. */
  readonly field: string | null;
}

/** A field of the plan that a column may be taken for. */
export interface FieldChoice {
  /** Name of the field, as `ColumnGuess` has it. */
  readonly field: string;
  /** For people: `Due`, `Lead group`. */
  readonly label: string;
}

/** What importing a file would do, before anything is written. */
export interface ImportPreviewContent {
  readonly kind: 'import-preview';
  /** Names this preview; confirming it imports exactly what it shows. */
  readonly importKey: string;
  readonly planId: PlanId;
  readonly planName: string;
  readonly fileName: string;
  /** What was found: `31 recommendations in 6 themes`. */
  readonly understood: string;
  /** Empty for a published plan read as prose and tables. */
  readonly columns: readonly ColumnGuess[];
  /** What the columns may be taken for instead. */
  readonly fieldChoices: readonly FieldChoice[];
  readonly lists: readonly ImportCounts[];
  /** The first few changes to rows that are there: `Recommendation 3, Forecast: Mar 2022 → Apr 2022`. */
  readonly changes: readonly string[];
  /** What is doubtful or does not fit, in words, naming row and column. */
  readonly doubts: readonly string[];
}

/** What an import does to one list. */
export interface ImportCounts {
  readonly list: ListName;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** A file that somebody sent for a plan, and how far it has come. */
export interface ImportStanding {
  readonly importKey: string;
  readonly fileName: string;
  /** `Mon 24 Jan 2022, 10:00`. */
  readonly receivedWords: string;
  /** `shown` waits for them to confirm it, `confirmed` is being written, `done` is written or was given up. */
  readonly state: 'shown' | 'confirmed' | 'done';
  /** What was written so far. */
  readonly lists: readonly ImportCounts[];
  /** What stopped it, or has kept it from being finished so far; `null` where nothing did. */
  readonly failure: string | null;
}

/** What an import did. */
export interface ImportResultContent {
  readonly kind: 'import-result';
  readonly planId: PlanId;
  readonly planName: string;
  readonly fileName: string;
  readonly lists: readonly ImportCounts[];
  /** `null` when everything was written; else what stopped it and what to do: importing again goes on from there. */
  readonly failure: string | null;
}

/** Asked of somebody who manages several plans and sent a file. */
export interface WhichPlanContent {
  readonly kind: 'which-plan';
  readonly importKey: string;
  readonly fileName: string;
  readonly plans: readonly { readonly planId: PlanId; readonly planName: string }[];
}
