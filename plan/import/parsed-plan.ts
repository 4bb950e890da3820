import type { DuePrecision, Stage } from '../glossary.ts';
import type { IsoDate } from '../rows.ts';

/** Something in a published plan that a person should look at before it is imported. */
export interface Doubt {
  readonly kind: 'theme named twice' | 'count' | 'links' | 'date' | 'status' | 'contradiction' | 'missing';
  /** Plain words: what stands there, and what was made of it. */
  readonly message: string;
}

/** What a status column says: a stage, and the date something is due. */
export interface ParsedStatus {
  /** As written: `Completed`, `Mar-22`. */
  readonly words: string;
  readonly stage: Stage;
  readonly due: IsoDate | null;
  readonly precision: DuePrecision | null;
}

export interface ParsedRecommendation {
  readonly number: number;
  /** The whole text, as published. */
  readonly text: string;
  /** Shortened for lists and cards. */
  readonly title: string;
  /** Title of its theme, as `themes` has it; `null` when no theme is named. */
  readonly theme: string | null;
  readonly status: ParsedStatus;
}

export interface ParsedTheme {
  readonly title: string;
  /** Other ways in which the text writes the same theme. */
  readonly alsoNamed: readonly string[];
  /** Numbers of the recommendations it says it links to. */
  readonly links: readonly number[];
  readonly reviewSaid: string | null;
  readonly stakeholdersSaid: string | null;
  readonly progressSoFar: string | null;
}

export interface ParsedGroup {
  readonly title: string;
  readonly everyWeeks: number | null;
}

export interface ParsedBoard {
  readonly title: string;
  /** What the chair is called; names of people are not read. */
  readonly chairTitle: string | null;
  readonly everyMonths: number | null;
  /** `YYYY-MM` of the first report. */
  readonly firstMonth: string | null;
}

export interface ParsedMeasure {
  readonly title: string;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly targetDate: IsoDate | null;
}

export interface ParsedMilestone {
  readonly title: string;
  readonly due: IsoDate;
  readonly precision: DuePrecision;
}

/** A published plan as it was understood. */
export interface ParsedPlan {
  readonly title: string;
  readonly recommendations: readonly ParsedRecommendation[];
  readonly themes: readonly ParsedTheme[];
  readonly groups: readonly ParsedGroup[];
  readonly boards: readonly ParsedBoard[];
  readonly measures: readonly ParsedMeasure[];
  readonly milestones: readonly ParsedMilestone[];
  readonly doubts: readonly Doubt[];
}
