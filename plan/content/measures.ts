import type { PlanId } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import type { FormProblem } from './meeting.ts';
import type { MeasureCourse } from './overview.ts';

/** A figure somebody read on a day. */
export interface ReadingView {
  readonly on: IsoDate;
  readonly onWords: string;
  readonly value: number;
  /** With its unit: `126 placements`. */
  readonly valueWords: string;
  /** Who recorded it; `null` where the list does not say. */
  readonly byName: string | null;
}

/** Where a measure's readings lead. */
export interface MeasureTrend {
  readonly standing: 'reached' | 'on course' | 'behind' | 'missed' | 'unknown';
  /** `On course`, `Behind`, `The target is reached`, `The date has passed`, `Too early to say`, `No target`, `No date for its target`. */
  readonly standingWords: string;
  /** How much it rises in a month, by the line nearest to its last readings; `null` with too few of them. */
  readonly perMonth: number | null;
  /** `8.3 placements a month`; `null` with too few readings. */
  readonly perMonthWords: string | null;
  /** Where that line leads on the target's date; `null` where it can't be said. */
  readonly projected: number | null;
  /** What it takes each month from the last figure to reach the target in time; `null` without a target to come. */
  readonly neededPerMonth: number | null;
  /** One or two sentences that say all of this, and what is not known. */
  readonly words: string;
}

/** A measure as its page shows it. */
export interface MeasureView {
  readonly key: RowKey;
  readonly title: string;
  readonly unit: string | null;
  readonly themeTitle: string | null;
  readonly baseline: number | null;
  /** The last reading, else the baseline. */
  readonly value: number | null;
  /** `126 placements on 14 Mar 2022`; `no figure yet` without any. */
  readonly valueWords: string;
  readonly target: number | null;
  readonly targetDate: IsoDate | null;
  /** `450 by Sep 2023`; `null` without a target. */
  readonly targetWords: string | null;
  /** Oldest first, one a day; the baseline is not among them. */
  readonly readings: readonly ReadingView[];
  /** The way to the target, to draw beside the readings: from the first figure to the target on its date. */
  readonly targetLine: readonly { readonly on: IsoDate; readonly value: number }[];
  /** Where the readings lead, to draw: the line nearest to the last of them, on to the target's date; empty where it can't be said. */
  readonly trendLine: readonly { readonly on: IsoDate; readonly value: number }[];
  readonly course: MeasureCourse;
  readonly trend: MeasureTrend;
  /** Whoever looks may record a reading. */
  readonly mayRecord: boolean;
}

/** Answer of `GET /api/v1/plans/{planId}/measures`. */
export interface MeasuresView {
  readonly planId: PlanId;
  readonly planName: string;
  readonly today: IsoDate;
  readonly asAtWords: string;
  readonly measures: readonly MeasureView[];
  /** Why nothing can be recorded by whoever looks; `null` where something can. */
  readonly mayNotWords: string | null;
  /** Key of the form for a reading. */
  readonly submissionKey: string;
}

/** A reading somebody records, as it was typed. */
export interface ReadingInput {
  /** Key of the measure. */
  readonly measure: RowKey;
  readonly value: string;
  /** A day, as people write it. Default: today. */
  readonly on: string;
  /** The person was asked about a figure far from the others and means it. */
  readonly sure?: boolean;
}

export type ReadingField = 'measure' | 'value' | 'on';

/** What came of it. Copies of a submission get the first one's result. Answer of `POST …/readings`. */
export interface ReadingResult {
  /** `Recorded 126 placements on Mon 14 Mar 2022.` Blank where nothing was. */
  readonly words: string;
  /** Empty when it was taken; else nothing was. One that is `held` asks whether the figure is meant: sent again with `sure`. */
  readonly problems: readonly FormProblem<ReadingField>[];
  readonly view: MeasuresView;
}
