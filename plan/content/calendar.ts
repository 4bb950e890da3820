import type { NewClosureKind } from '../glossary.ts';
import type { PlanId } from '../plan.ts';
import type { RowKey } from '../rows.ts';
import type { FormProblem, GroupChoice } from './meeting.ts';

/** A stretch of days for people. */
export interface ClosureLine {
  readonly title: string;
  /** `14 to 18 Feb 2022`. */
  readonly daysWords: string;
  /** `Quiet for SEND`, `Closed`. */
  readonly kindWords: string;
}

/** What importing a calendar file would do, before anything is written. */
export interface CalendarPreviewContent {
  readonly kind: 'calendar-preview';
  readonly draftKey: string;
  readonly planId: PlanId;
  readonly planName: string;
  readonly fileName: string;
  /** Which reading was used: `The file names holidays …`. */
  readonly readingWords: string;
  /** `3 new, 1 changed, 2 as they are.` */
  readonly countsWords: string;
  /** What is new. */
  readonly added: readonly ClosureLine[];
  /** What would change of rows that are there: `Half term: 14 to 18 Feb 2022 → 21 to 25 Feb 2022`. */
  readonly changed: readonly string[];
  readonly unchanged: readonly ClosureLine[];
  readonly doubts: readonly string[];
  /** What the days are taken for where the file does not say. */
  readonly closureKind: NewClosureKind;
}

/** Asked of somebody who manages several plans. */
export interface WhichCalendarPlanContent {
  readonly kind: 'which-calendar-plan';
  readonly draftKey: string;
  readonly fileName: string;
  readonly plans: readonly { readonly planId: PlanId; readonly planName: string }[];
}

/** What of a plan's Closures list is still to come; for plan managers. */
export interface ClosuresContent {
  readonly kind: 'closures';
  readonly planId: PlanId;
  readonly planName: string;
  /** By their first day. */
  readonly closures: readonly (ClosureLine & { readonly key: RowKey })[];
  readonly groups: readonly Pick<GroupChoice, 'groupKey' | 'groupName'>[];
}

/** What somebody filled in of a closure, as it was typed. */
export interface ClosureInput {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly groups: readonly RowKey[];
  /** Whoever wrote it has looked again at a title that was held back. Default: they have not. */
  readonly checked?: boolean;
}

export type ClosureField = Exclude<keyof ClosureInput, 'checked'>;

/** What came of the form of a closure. */
export interface ClosureResult {
  /** Blank where nothing was done. */
  readonly words: string;
  readonly problems: readonly FormProblem<ClosureField>[];
  readonly closures: ClosuresContent;
}

/** When a plan is closed or quiet, and its calendar address; for plan managers. */
export interface PlanCalendar {
  readonly closures: ClosuresContent;
  readonly feed: CalendarFeedContent;
}

/** How a plan's calendar address stands; for plan managers. */
export interface CalendarFeedContent {
  readonly kind: 'calendar-feed';
  readonly planId: PlanId;
  readonly planName: string;
  /** `Mon 24 Jan 2022, 10:00`; `null` where there is no address. */
  readonly madeAtWords: string | null;
  /** Only right after it was made: nothing keeps it. */
  readonly secret: string | null;
}
