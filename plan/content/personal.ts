import type { MutableReason } from '../notices/preferences.ts';
import type { ItemRef, PlanId } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import type { ItemQuestion, QuestionsContent } from './check-in.ts';
import type { FormProblem } from './meeting.ts';
import type { ReminderContent, ReminderReason } from './notices.ts';

/** One thing a reminder asks of a person, as their card carries it. */
export interface ReminderAsk {
  readonly planId: PlanId;
  readonly ref: ItemRef;
  readonly why: ReminderReason;
}

/** Somebody to choose: by their directory id, where they have one, else by the key of their row. */
export interface PersonValue {
  readonly value: string;
  readonly name: string;
}

/** What there is to know of the item that a reminder's card shows opened. */
export interface OpenedItem {
  readonly ask: ReminderAsk;
  readonly last: ItemQuestion['last'];
  readonly overdue: boolean;
  /** The group that signs it off; `null` where none was asked. */
  readonly signOffBy: RowKey | null;
  /** Groups it may wait on. */
  readonly groups: QuestionsContent['groups'];
  /** Who it may be given to. */
  readonly people: readonly PersonValue[];
}

/** A reminder's card as it now stands. */
export interface ReminderView {
  /** What of it still waits for the person. */
  readonly content: ReminderContent;
  /** `null` where none is to be opened, or it waits for them no more. */
  readonly opened: OpenedItem | null;
  /** Identifies what is submitted through the card next. */
  readonly submissionKey: string;
}

/** How a person wants to be written to, and when they are away: over all their plans. */
export interface PersonalContent {
  readonly personName: string;
  readonly planNames: readonly string[];
  readonly today: IsoDate;
  /** `null` while nothing is held back. */
  readonly snoozedUntil: IsoDate | null;
  /** From the plan in which they are away the longest; `null` while they are not, and nothing is entered. */
  readonly away: { readonly from: IsoDate | null; readonly to: IsoDate | null } | null;
  /** Who stands in for them; blank for nobody, `KEEP_DEPUTIES` where it is another in each plan. */
  readonly deputy: string;
  readonly people: readonly PersonValue[];
  readonly settings: {
    /** `HH:mm` */
    readonly quietFrom: string | null;
    readonly quietTo: string | null;
    readonly workDays: readonly number[];
    readonly muted: readonly MutableReason[];
    readonly activityFeed: boolean;
  };
  /** News in Teams' activity feed is for those who only use the tab. */
  readonly isDirector: boolean;
  /** When their plans write to people. */
  readonly hours: readonly {
    readonly planName: string;
    readonly opensAt: string;
    readonly closesAt: string;
  }[];
  /** Identifies what is submitted through the card. */
  readonly submissionKey: string;
}

/** An absence as somebody says it: `YYYY-MM-DD`, or whatever else was typed. */
export interface AwayInput {
  readonly from: string;
  readonly to: string;
  /** As the choice of people has it; blank for nobody, `KEEP_DEPUTIES` to leave it as it is. */
  readonly deputy: string;
}

/** Settings as somebody typed and ticked them. */
export interface SettingsInput {
  readonly quietFrom: string;
  readonly quietTo: string;
  /** `1` to `7`. */
  readonly workDays: readonly string[];
  readonly muted: readonly string[];
  readonly activityFeed: boolean;
}

/** What came of it. Copies of a submission are told the same. */
export interface PersonalResult {
  /** What was done and what follows from it, a sentence or two each; empty where nothing was. */
  readonly words: readonly string[];
  /** Empty when everything was taken; else nothing was. */
  readonly problems: readonly FormProblem[];
  /** How it now stands. */
  readonly content: PersonalContent;
}

/** What came of handing an item on. */
export interface HandOnResult {
  readonly words: readonly string[];
  readonly problems: readonly FormProblem[];
  /** Identifies what is submitted through the card next. */
  readonly submissionKey: string;
}
