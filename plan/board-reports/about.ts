import type { BoardReportData, ReportSection } from '../content.ts';
import type { Period } from '../period.ts';
import type { Item, Plan } from '../plan.ts';
import type { Group, IsoDate } from '../rows.ts';

/** What the sections of a report are made from. */
export interface ReportAbout {
  readonly plan: Plan;
  readonly board: Group;
  /** Every item of the plan, and of them those that count: recommendations. */
  readonly items: readonly Item[];
  readonly recommendations: readonly Item[];
  /** From the last posted report, else from the day the period begins, until now. */
  readonly period: Period;
  readonly now: Temporal.Instant;
  readonly today: IsoDate;
  /** The last day that counts as the next period. */
  readonly nextTo: IsoDate;
  /** The last posted report as it was frozen; `null` for the first. */
  readonly previous: BoardReportData | null;
}

/** What one section says. There is one file for each, all of this shape. */
export type SectionRule = (about: ReportAbout) => ReportSection;
