import type { Rag, Stage } from '../glossary.ts';
import type { ConfidenceMeanings, ItemRef } from '../plan.ts';
import type { IsoDate } from '../rows.ts';

/** A date for people, with the day it stands for. */
export interface DueWords {
  readonly date: IsoDate;
  /** `Mon 24 Jan 2022`, or `Mar 2022` where only the month is known. */
  readonly words: string;
}

/** Why an item is on the check-in card. In the order they are listed. */
export const ASK_REASONS = [
  'overdue',
  'due soon',
  'red',
  'amber',
  'waiting on others',
  'to sign off',
  'no recent word',
  'no word yet',
] as const;

export type AskReason = (typeof ASK_REASONS)[number];

/** One item as a row of a card or page. */
export interface ItemLine {
  readonly ref: ItemRef;
  readonly label: string;
  readonly title: string;
  readonly ownerName: string | null;
  readonly stage: Stage;
  readonly schedule: Rag | null;
  readonly confidence: Rag | null;
  /** What the plan means by the colours that owners state. Default: `CONFIDENCE_MEANINGS`. */
  readonly confidenceMeanings?: ConfidenceMeanings;
  /** Stated and computed colours contradict each other. */
  readonly disagrees: boolean;
  readonly baseline: DueWords | null;
  readonly forecast: DueWords | null;
  /** `in 7 days`, `today`, `3 days overdue`; absent for closed items or those without a date. */
  readonly dueIn: string | null;
  readonly overdue: boolean;
  readonly latestNote: string | null;
  /** `10 Jan 2022`, the day of the latest note. */
  readonly latestNoteOn: string | null;
  readonly waitingOnName: string | null;
}

/** Counts of items by colour, now and at an earlier day. */
export interface ColourCounts {
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly complete: number;
  /** Open items with no colour because they have no date. */
  readonly undated: number;
}

/** An item to choose in a form. */
export interface ItemChoice {
  readonly ref: ItemRef;
  /** `3`, `A7`, `M2`. */
  readonly label: string;
  readonly title: string;
}
