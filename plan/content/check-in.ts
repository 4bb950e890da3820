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
  readonly groupKey: RowKey | null;
  readonly groupName: string;
  readonly state: 'open' | 'closed' | 'cancelled';
  /** `Mon 24 Jan 2022, 10:00`. */
  readonly meetingWords: string;
  readonly closesWords: string;
  /** The rows of this page: asked items, or in a view of those on course, items that need no word. */
  readonly asked: readonly (ItemLine & {
    readonly reasons: readonly AskReason[];
    /** Who answered in this check-in, and when; `null` while nobody has. */
    readonly answered: { readonly byName: string; readonly atWords: string; readonly late: boolean } | null;
    /** What somebody said after it was closed, of an item that had been answered in time; absent where nobody did. */
    readonly lateWord?: { readonly byName: string; readonly atWords: string; readonly note: string | null };
    /** What is in the way. */
    readonly blocker: string | null;
    /** `10 Jan 2022`: the day from which it has waited on others; `null` where it does not, or nobody knows. */
    readonly waitingSince: string | null;
    /** Meetings without a word, where they are too many; else 0. */
    readonly silentMeetings: number;
  })[];
  readonly askedCount: number;
  readonly answeredCount: number;
  /** Who has answered, each once, in the order they first did. */
  readonly answeredBy: readonly string[];
  /** Items on course that need no word. */
  readonly quietCount: number;
  readonly view: CheckInView;
  /** Pages of the view; at least 1. */
  readonly pageCount: number;
  /** What is different since the group's last meeting: `Jan 2022 → Feb 2022`, `Green → Amber`. What got worse first. */
  readonly changes: readonly { readonly label: string; readonly title: string; readonly words: string }[];
  /** `Mon 10 Jan 2022`, the day of that meeting; `null` where this is the first: then since its check-in opened. */
  readonly changesSince: string | null;
  /** What was recorded in the meeting so far. */
  readonly newActionCount: number;
  readonly decisionCount: number;
  /** `null` while nobody recorded who was there. */
  readonly attendeeCount: number | null;
  /** Answers of this check-in that are saved here and wait for SharePoint; `null` where that was not looked up. */
  readonly waitingCount: number | null;
  /** Answers of this check-in of which SharePoint refused something. */
  readonly refusedCount: number;
}

/** An old check-in card that a newer one has taken the place of. */
export interface SupersededContent {
  readonly kind: 'superseded';
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupName: string;
  /** `Mon 24 Jan 2022, 10:00`. */
  readonly meetingWords: string;
}

/** Which rows of a check-in a card shows. The channel's own card shows the first page of what is asked. */
export interface CheckInView {
  readonly list: 'asked' | 'on course';
  /** From 1. */
  readonly page: number;
}

/** One section of the form that asks about an item, filled with its last answer. */
export interface ItemQuestion extends ItemLine {
  readonly last: {
    readonly stage: Stage;
    readonly confidence: Rag | null;
    readonly forecastDue: IsoDate | null;
    readonly note: string | null;
    readonly blocker: string | null;
    /** Key of the group it waits on; `null` while it waits on none. */
    readonly waitingOn: RowKey | null;
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
  /** Groups an item may wait on. */
  readonly groups: readonly { readonly key: RowKey; readonly name: string }[];
}

/** What somebody says of one item. Absent fields are left as they are. */
export interface AnswerInput {
  readonly ref: ItemRef;
  readonly stage?: Stage;
  readonly confidence?: Rag;
  readonly forecastDue?: IsoDate;
  readonly note?: string;
  readonly blocker?: string;
  /** Key of the group it waits on; blank for none. */
  readonly waitingOn?: RowKey;
  readonly evidenceUrl?: string;
  /** Needed for Amber, Red, a later forecast and any change of colour. */
  readonly reason?: string;
  readonly noChange?: boolean;
  /** The person looked again at text that was held back: nothing in it names a child. */
  readonly checked?: boolean;
}

/** A field of an answer that cannot be taken as it is, in words for the person. */
export interface AnswerProblem {
  readonly ref: ItemRef;
  readonly label: string;
  readonly field: keyof AnswerInput;
  readonly message: string;
  /** Held back because it may name a child; saved when the person says that it does not. */
  readonly held?: boolean;
}
