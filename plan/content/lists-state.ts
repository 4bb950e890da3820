import type { ListName } from '../glossary.ts';
import type { PlanId } from '../plan.ts';

/** Something about the lists that stops Milepost until a person puts it right. */
export interface ListTrouble {
  /** `null` where it is the whole site. */
  readonly list: ListName | null;
  /** Which trouble, for code: `LIST_MISSING`, `COLUMN_MISSING`, `NO_ACCESS`, `LIST_EMPTIED` … */
  readonly code: string;
  /** What is wrong, naming list and column, in plain words. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A row somebody wrote by hand of which something can't be read or points to nothing. */
export interface AttentionRow {
  readonly list: ListName;
  /** Title of the row as people know it. */
  readonly title: string;
  /** In words, one for each column, each naming the column and what belongs there. */
  readonly messages: readonly string[];
  /** Address of the row in SharePoint. */
  readonly rowUrl: string | null;
}

/** A write that SharePoint refused for good; it is kept until somebody repeats it or gives it up. */
export interface RefusedWrite {
  readonly outboxId: number;
  readonly list: ListName;
  readonly title: string;
  /** What was to be written: `Stage, Forecast`. */
  readonly whatWords: string;
  /** Why it was refused and what to do, in words. */
  readonly reasonWords: string;
  /** `Mon 24 Jan 2022, 10:00`. */
  readonly madeAtWords: string;
}

/** How a plan's lists and the database stand to each other; for plan managers. */
export interface ListsStateContent {
  readonly kind: 'lists-state';
  readonly planId: PlanId;
  readonly planName: string;
  readonly siteUrl: string;
  readonly troubles: readonly ListTrouble[];
  /** The first few; `attentionCount` says how many there are. */
  readonly attention: readonly AttentionRow[];
  readonly attentionCount: number;
  /** Writes that SharePoint has not had yet. */
  readonly waitingCount: number;
  readonly refused: readonly RefusedWrite[];
  readonly refusedCount: number;
  /** When every list was last read: `Mon 24 Jan 2022, 10:00`; `null` before the first time. */
  readonly readAtWords: string | null;
  /** SharePoint tells of changes at once; else the lists are only read every so often. */
  readonly notified: boolean;
}

/**
 * Told to plan managers when something stops the lists of a plan or keeps messages from people and channels, and to a chair
 * when their group has no channel.
 */
export interface TroubleContent {
  readonly kind: 'trouble';
  readonly audience: 'plan managers' | 'chair';
  readonly planId: PlanId;
  readonly planName: string;
  readonly siteUrl: string;
  readonly troubles: readonly ListTrouble[];
}

/** Told to whoever answered when somebody had changed the same field of the row in SharePoint. */
export interface ConflictContent {
  readonly kind: 'conflict';
  readonly planId: PlanId;
  readonly planName: string;
  readonly label: string;
  readonly title: string;
  /** Address of the row in SharePoint. */
  readonly rowUrl: string | null;
  readonly fields: readonly {
    /** In words: `Forecast`. */
    readonly field: string;
    readonly yours: string;
    readonly theirs: string;
    /** The later decision stays. */
    readonly kept: 'yours' | 'theirs';
  }[];
  /** Who changed the row, as SharePoint names them. */
  readonly byName: string | null;
  /** `Mon 24 Jan 2022, 10:00`. */
  readonly atWords: string | null;
}
