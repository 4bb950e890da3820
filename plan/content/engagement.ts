import type { EngagementAnswer } from '../glossary.ts';
import type { ItemRef, PlanId } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import type { ItemChoice } from './items.ts';

/** One entry of the engagement log. */
export interface EngagementLine {
  readonly key: RowKey;
  /** Whom the programme met. */
  readonly title: string;
  readonly on: IsoDate | null;
  readonly onWords: string | null;
  readonly purpose: string | null;
  readonly said: string | null;
  readonly outcome: string | null;
  readonly themeKey: RowKey | null;
  readonly themeTitle: string | null;
  readonly answer: EngagementAnswer | null;
  readonly voices: number | null;
  /** The viewer may say what came of it. */
  readonly mayAnswer: boolean;
}

/** What a reference group said of the plan. */
export interface CommentLine {
  readonly key: RowKey;
  readonly groupName: string;
  /** What it is about; both `null`: the plan as a whole. */
  readonly item: ItemChoice | null;
  readonly themeTitle: string | null;
  readonly words: string;
  readonly onWords: string | null;
  readonly voices: number | null;
  /** What came of it; `null` while nobody has said. */
  readonly answer: EngagementAnswer | null;
  readonly answerWords: string | null;
  /** The viewer may say what came of it. */
  readonly mayAnswer: boolean;
}

/** One entry of the engagement log, as somebody filled it in. Blank = not given. */
export interface EngagementInput {
  /** Whom the programme met: a group, never a person. */
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly purpose: string;
  readonly said: string;
  readonly outcome: string;
  readonly theme: RowKey;
  readonly answer: string;
  /** How many people were there, as typed. */
  readonly voices: string;
  readonly checked?: boolean;
}

/** What a reference group says of the plan. Blank = not given. */
export interface CommentInput {
  readonly groupKey: RowKey;
  /** What it is about; `null`: a theme, or the plan as a whole. */
  readonly ref: ItemRef | null;
  readonly theme: RowKey;
  readonly words: string;
  /** How many people say so, as typed. */
  readonly voices: string;
  readonly checked?: boolean;
}

/** The dialog for an entry of the engagement log. */
export interface EngagementForm {
  readonly planId: PlanId;
  readonly planName: string;
  /** The entry that is changed; `null` for a new one. */
  readonly engagementKey: RowKey | null;
  /** What stands in it when it is opened. */
  readonly input: EngagementInput;
  /** Reference groups of the plan, to choose whom one has met; any other words will do too. */
  readonly groupNames: readonly string[];
  readonly themes: readonly { readonly key: RowKey; readonly title: string }[];
  /** Entries whose outcome the person may still add, the newest first. */
  readonly open: readonly { readonly key: RowKey; readonly words: string }[];
  /** Identifies what is submitted through the dialog. */
  readonly submissionKey: string;
}

/** The dialog in which a reference group comments. */
export interface CommentForm {
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupKey: RowKey;
  readonly groupName: string;
  /** What it may be about: items that are not closed. */
  readonly items: readonly ItemChoice[];
  readonly themes: readonly { readonly key: RowKey; readonly title: string }[];
  /** Whether people without Teams can be counted: the group's chair and plan managers. */
  readonly mayRecordForOthers: boolean;
  readonly submissionKey: string;
}
