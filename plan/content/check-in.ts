import type { Rag, Stage } from '../glossary.ts';
import type { ItemRef, PlanId } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import type { AskReason, ItemLine } from './items.ts';

/** The check-in card of one meeting, the same for everybody who sees the channel. */
export interface CheckInContent {
  readonly kind: 'check-in';
  readonly planId: PlanId;
  readonly planName: string;
  readonly meetingKey: RowKey;
  readonly groupName: string;
  readonly state: 'open' | 'closed';
  /** `Mon 24 Jan 2022, 10:00`. */
  readonly meetingWords: string;
  readonly closesWords: string;
  readonly asked: readonly (ItemLine & {
    readonly reasons: readonly AskReason[];
    /** Who answered in this check-in, and when; `null` while nobody has. */
    readonly answered: { readonly byName: string; readonly atWords: string; readonly late: boolean } | null;
  })[];
  readonly answeredCount: number;
  /** Items on course that need no word. */
  readonly quietCount: number;
  /** Asked items not shown because the card would grow too large. */
  readonly moreCount: number;
}

/** One section of the form that asks about an item, filled with its last answer. */
export interface ItemQuestion extends ItemLine {
  readonly last: {
    readonly stage: Stage;
    readonly confidence: Rag | null;
    readonly forecastDue: IsoDate | null;
    readonly note: string | null;
    readonly blocker: string | null;
    readonly evidenceUrl: string | null;
  };
  /** Already answered in this check-in. */
  readonly answered: boolean;
}

/** The form behind `Answer mine`, or the questions of `my actions`. */
export interface QuestionsContent {
  readonly kind: 'questions';
  readonly planId: PlanId;
  readonly planName: string;
  /** `null` when asked outside a meeting's check-in. */
  readonly meetingKey: RowKey | null;
  readonly groupName: string | null;
  readonly personName: string;
  /** Identifies this form; every answer given through it carries it. */
  readonly submissionKey: string;
  readonly questions: readonly ItemQuestion[];
}

/** What somebody says of one item. Absent fields are left as they are. */
export interface AnswerInput {
  readonly ref: ItemRef;
  readonly stage?: Stage;
  readonly confidence?: Rag;
  readonly forecastDue?: IsoDate;
  readonly note?: string;
  readonly blocker?: string;
  readonly evidenceUrl?: string;
  /** Needed for Amber, Red, a later forecast and any change of colour. */
  readonly reason?: string;
  readonly noChange?: boolean;
}

/** A field of an answer that cannot be taken as it is, in words for the person. */
export interface AnswerProblem {
  readonly ref: ItemRef;
  readonly label: string;
  readonly field: keyof AnswerInput;
  readonly message: string;
}
