import type { ItemRef } from '../plan.ts';
import type { IsoDate } from '../rows.ts';
import type { ItemChoice } from './items.ts';

/** When something complete is looked at again, and how that stands. */
export interface ImpactLine extends ItemChoice {
  readonly groupName: string | null;
  readonly ownerName: string | null;
  readonly completedOnWords: string;
  /** Of the check that is due, or of the next. */
  readonly dueOn: IsoDate;
  /** `Mon 14 Mar 2022`. */
  readonly dueWords: string;
  /** How long after completion: `3 months on`. */
  readonly afterWords: string;
  /** `due`: nobody has said yet. `to confirm`: somebody says that it works; another has to say so too. */
  readonly state: 'coming' | 'due' | 'to confirm';
  /** `Its impact check is due since Mon 14 Mar 2022.`; what was said, and by whom. */
  readonly words: string;
  /** The viewer may answer it now. */
  readonly mayCheck: boolean;
}

export const IMPACT_ANSWERS = ['It works', 'Not yet', 'It no longer works'] as const;
export type ImpactAnswer = (typeof IMPACT_ANSWERS)[number];

/** What somebody says at an impact check. Blank = not given. */
export interface ImpactInput {
  readonly ref: ItemRef;
  readonly answer: string;
  /** What shows it, or why it is not so. Needed, but for a link. */
  readonly words: string;
  readonly evidenceUrl: string;
  readonly checked?: boolean;
}
