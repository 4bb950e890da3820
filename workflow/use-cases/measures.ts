import type { MeasuresView, ReadingInput, ReadingResult } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { Actor } from './actor.ts';

/** What a plan counts, and its readings. */
export interface MeasureUseCases {
  /** Every measure with its readings and where they lead. Anybody in the plan. */
  viewMeasures(ask: { actor: Actor; planId: PlanId }): Promise<MeasuresView>;
  /** The measures of all plans in which the person may record a reading; empty for whoever may in none. */
  listMeasures(ask: { actor: Actor }): Promise<readonly MeasuresView[]>;
  /**
   * Records what a measure stands at; on a day that has a reading it takes its place. Plan managers, and whoever may answer
   * for an item of the measure's theme.
   */
  recordReading(ask: {
    actor: Actor;
    planId: PlanId;
    submissionKey: string;
    reading: ReadingInput;
  }): Promise<ReadingResult>;
}
