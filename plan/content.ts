import type { Rag, Stage } from './glossary.ts';
import type { ItemRef, PlanId } from './plan.ts';
import type { IsoDate, RowKey } from './rows.ts';

/**
 * What a card, digest or page says, as data: worked out here, drawn by `bot/cards` and `tabs`.
 * Dates in words are already formatted (`Mon 24 Jan 2022`, `Mar 2022`); colours come as words.
 */

/** A date for people, with the day it stands for. */
export interface DueWords {
  readonly date: IsoDate;
  /** `Mon 24 Jan 2022`, or `Mar 2022` where only the month is known. */
  readonly words: string;
}

/** Why an item is on the check-in card. In the order they are listed. */
export const ASK_REASONS = [
  'overdue',
  'due soon',
  'red',
  'amber',
  'waiting on others',
  'no recent word',
  'no word yet',
] as const;
export type AskReason = (typeof ASK_REASONS)[number];

/** One item as a row of a card or page. */
export interface ItemLine {
  readonly ref: ItemRef;
  readonly label: string;
  readonly title: string;
  readonly ownerName: string | null;
  readonly stage: Stage;
  readonly schedule: Rag | null;
  readonly confidence: Rag | null;
  /** Stated and computed colours contradict each other. */
  readonly disagrees: boolean;
  readonly baseline: DueWords | null;
  readonly forecast: DueWords | null;
  /** `in 7 days`, `today`, `3 days overdue`; absent for closed items or those without a date. */
  readonly dueIn: string | null;
  readonly overdue: boolean;
  readonly latestNote: string | null;
  /** `10 Jan 2022`, the day of the latest note. */
  readonly latestNoteOn: string | null;
  readonly waitingOnName: string | null;
}

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

/** Dated things that fall together for one group: one channel post. */
export interface AlertContent {
  readonly kind: 'alert';
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupName: string;
  readonly todayWords: string;
  readonly entries: readonly {
    readonly what: 'coming' | 'due today' | 'missed' | 'reached';
    /** `in 14 days`, `today`, `1 day overdue`. */
    readonly whenWords: string;
    readonly line: ItemLine;
  }[];
}

/** Counts of items by colour, now and at an earlier day. */
export interface ColourCounts {
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly complete: number;
  /** Open items with no colour because they have no date. */
  readonly undated: number;
}

/** The fortnightly digest of one group. */
export interface DigestContent {
  readonly kind: 'digest';
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupName: string;
  /** `7 to 21 Mar 2022`. */
  readonly periodWords: string;
  /** One or two sentences written from the data. */
  readonly headline: string;
  readonly now: ColourCounts;
  readonly before: ColourCounts;
  readonly completed: readonly ItemLine[];
  readonly slipped: readonly {
    readonly line: ItemLine;
    readonly fromWords: string;
    readonly toWords: string;
    readonly reason: string | null;
  }[];
  readonly dueNext: readonly ItemLine[];
  /** What this group waits on others for, and what others wait on this group for. */
  readonly blocked: readonly {
    readonly line: ItemLine;
    readonly waitingOnName: string;
    readonly blocker: string | null;
  }[];
  readonly blocking: readonly {
    readonly line: ItemLine;
    readonly waitingName: string;
    readonly blocker: string | null;
  }[];
  readonly stale: readonly ItemLine[];
  readonly answeredCount: number;
  readonly askedCount: number;
  readonly nextMeetingWords: string | null;
}

/** The one personal message of a day to one owner, covering all plans. */
export interface ReminderContent {
  readonly kind: 'reminder';
  readonly personName: string;
  readonly todayWords: string;
  readonly plans: readonly {
    readonly planId: PlanId;
    readonly planName: string;
    readonly entries: readonly {
      readonly why: 'overdue' | 'due today' | 'due soon' | 'check-in unanswered';
      readonly line: ItemLine;
    }[];
  }[];
}

/** A board summary made from the data. */
export interface BoardSummaryContent {
  readonly kind: 'board-summary';
  readonly planId: PlanId;
  readonly planName: string;
  readonly boardName: string;
  readonly asAtWords: string;
  readonly periodWords: string;
  readonly headline: string;
  /** What is asked of the board: items that wait on others or are Red, with the blocker or note. */
  readonly asked: readonly { readonly line: ItemLine; readonly ask: string }[];
  readonly now: ColourCounts;
  readonly before: ColourCounts;
  readonly byTheme: readonly { readonly themeTitle: string; readonly counts: ColourCounts }[];
  readonly reached: readonly ItemLine[];
  readonly slipped: DigestContent['slipped'];
  readonly newlyRed: readonly { readonly line: ItemLine; readonly reason: string | null }[];
  readonly dueNext: readonly ItemLine[];
  readonly measures: readonly {
    readonly title: string;
    readonly valueWords: string;
    readonly targetWords: string;
  }[];
}

/** Everything Milepost may post by itself. */
export type NoticeContent =
  | CheckInContent
  | AlertContent
  | DigestContent
  | ReminderContent
  | BoardSummaryContent;

/** The plan as the tab shows it. Answer of `GET /api/v1/plans/{planId}/overview`. */
export interface PlanOverview {
  readonly planId: PlanId;
  readonly planName: string;
  readonly siteUrl: string;
  /** `Mon 10 Jan 2022, 09:00`. */
  readonly asAtWords: string;
  readonly today: IsoDate;
  /** One or two sentences in plain English written from the data. */
  readonly headline: string;
  readonly counts: ColourCounts;
  readonly total: number;
  readonly byStage: readonly { readonly stage: Stage; readonly count: number }[];
  readonly themes: readonly {
    readonly key: RowKey;
    readonly title: string;
    readonly groupNames: readonly string[];
    readonly counts: ColourCounts;
    readonly items: readonly OverviewItem[];
  }[];
  /** Columns of the plan on a page: the months in which something is or was due, in order. */
  readonly months: readonly { readonly month: string; readonly words: string }[];
  readonly dueNext: readonly OverviewItem[];
  readonly overdue: readonly OverviewItem[];
  readonly milestones: readonly OverviewItem[];
  readonly actions: readonly OverviewItem[];
  readonly measures: readonly {
    readonly title: string;
    readonly unit: string | null;
    readonly baseline: number | null;
    readonly value: number | null;
    readonly target: number | null;
    readonly targetWords: string | null;
  }[];
  readonly participation: readonly {
    readonly groupName: string;
    readonly answeredCount: number;
    readonly askedCount: number;
    readonly meetingWords: string;
  }[];
  /** What changed in the last fortnight, newest first. */
  readonly changes: readonly HistoryEntry[];
  readonly key: readonly { readonly rag: Rag; readonly schedule: string; readonly confidence: string }[];
}

export interface OverviewItem extends ItemLine {
  readonly themeTitle: string | null;
  readonly groupName: string | null;
  /** `YYYY-MM` of baseline and forecast. */
  readonly baselineMonth: string | null;
  readonly forecastMonth: string | null;
  readonly stale: boolean;
}

/** One update in an item's history, in words. */
export interface HistoryEntry {
  readonly ref: ItemRef;
  readonly label: string;
  readonly title: string;
  readonly atWords: string;
  readonly at: string;
  readonly byName: string | null;
  readonly meetingWords: string | null;
  /** Each changed field, before and after in words: `Forecast`, `Mar 2022`, `Apr 2022`. */
  readonly changes: readonly {
    readonly field: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly note: string | null;
  readonly blocker: string | null;
  readonly reason: string | null;
}

/** One item with its whole history, newest first. Answer of `GET /api/v1/plans/{planId}/items/{list}/{key}`. */
export interface ItemStory {
  readonly item: OverviewItem;
  readonly fullText: string | null;
  readonly evidenceUrl: string | null;
  /** Address of the row in SharePoint; `null` until it is written there. */
  readonly rowUrl: string | null;
  /** Some of what is shown is not yet in SharePoint. */
  readonly syncPending: boolean;
  readonly history: readonly HistoryEntry[];
}
