import type { PlanId } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import type { BoardSummaryContent } from './board-report.ts';
import type { CheckInContent, SupersededContent } from './check-in.ts';
import type { ImportResultContent } from './import.ts';
import type { ColourCounts, ItemLine } from './items.ts';
import type { ConflictContent, TroubleContent } from './lists-state.ts';

/** Why an item stands in a group's alert, the most pressing first. */
export const ALERT_REASONS = ['missed', 'due today', 'slipped', 'coming', 'unblocked', 'reached'] as const;
export type AlertReason = (typeof ALERT_REASONS)[number];

/** What a group is to know of that falls together on a day: one channel post. */
export interface AlertContent {
  readonly kind: 'alert';
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupName: string;
  readonly todayWords: string;
  readonly entries: readonly {
    readonly what: AlertReason;
    /** `in 14 days`, `1 day overdue`, `Mar 2022 → May 2022`, `no longer waits on Finance`. */
    readonly whenWords: string;
    /** Why, in its owner's words; `null` where nobody said, or where the channel is not for them. */
    readonly reason: string | null;
    readonly line: ItemLine;
  }[];
}

/** How many items of a group had each colour at a meeting. */
export interface TrendPoint {
  /** `24 Jan`. */
  readonly words: string;
  readonly counts: ColourCounts;
}

/** The fortnightly digest of one group: how it stands, what it has to do next, and what the summary did not tell. */
export interface DigestContent {
  readonly kind: 'digest';
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupName: string;
  /** `7 to 21 Mar 2022`. */
  readonly periodWords: string;
  /** One to three sentences written from the data. */
  readonly headline: string;
  readonly now: ColourCounts;
  /** At the meeting before; `null` where there was none. */
  readonly before: ColourCounts | null;
  /** The most overdue first. New is what was not Red at the meeting before. */
  readonly overdueOrRed: readonly { readonly line: ItemLine; readonly isNew: boolean }[];
  /** Colours at the meetings before and now, oldest first; empty where there are too few for a trend. */
  readonly trend: readonly TrendPoint[];
  /** How much of this period the summary of the meeting told already; `null` where there was none. */
  readonly told: { readonly completed: number; readonly slipped: number; readonly newActions: number } | null;
  /** Since the summary, or in the whole period where there was none; so is what slipped. */
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
    /** `10 Jan 2022`; `null` where it is not known. */
    readonly since: string | null;
    /** What is in the way, in words; `null` where nobody said, or where they were told or are not for the channel. */
    readonly blocker: string | null;
  }[];
  readonly blocking: readonly {
    readonly line: ItemLine;
    readonly waitingName: string;
    readonly since: string | null;
  }[];
  /** What reference groups said of its items in the period; empty where words are not for the channel. */
  readonly commented: readonly { readonly line: ItemLine; readonly words: string }[];
  readonly stale: readonly ItemLine[];
  readonly answeredCount: number;
  readonly askedCount: number;
  /** Names, in the order they did. */
  readonly answeredBy: readonly string[];
  readonly nextMeetingWords: string | null;
}

/** The record of a meeting, posted when its check-in closes. */
export interface SummaryContent {
  readonly kind: 'summary';
  readonly planId: PlanId;
  readonly planName: string;
  readonly groupName: string;
  readonly meetingWords: string;
  readonly answeredCount: number;
  readonly askedCount: number;
  /** Who was there; empty where nobody recorded it. */
  readonly attendeeNames: readonly string[];
  readonly decisions: readonly string[];
  readonly completed: readonly ItemLine[];
  /** Done, as somebody said, and not signed off by a second person yet. */
  readonly toSignOff: readonly ItemLine[];
  readonly slipped: DigestContent['slipped'];
  readonly newActions: readonly ItemLine[];
  readonly blocked: DigestContent['blocked'];
  /** Asked, and nobody said a word. */
  readonly unanswered: readonly ItemLine[];
  readonly nextMeetingWords: string | null;
}

/** Why an item stands in somebody's reminder, the most pressing first; cards in the chats name them by their places. */
export const REMINDER_REASONS = [
  'overdue',
  'due today',
  'check-in unanswered',
  'due soon',
  'given to you',
  'waiting on you',
  'not theirs',
  'escalated',
  'to sign off',
  'nobody owns it',
  'group to sign off',
  'impact check',
  'commented',
] as const;
export type ReminderReason = (typeof REMINDER_REASONS)[number];

/** The one personal message of a day to one owner, covering all plans. */
export interface ReminderContent {
  readonly kind: 'reminder';
  readonly personName: string;
  /** The day it stands for. */
  readonly on: IsoDate;
  readonly todayWords: string;
  readonly plans: readonly {
    readonly planId: PlanId;
    readonly planName: string;
    readonly entries: readonly {
      readonly why: ReminderReason;
      readonly line: ItemLine;
      /** What there is to say besides, in a sentence or two: who waits and for what, who handed it over, who is told next. */
      readonly words: string | null;
      /** By this its owner is warned that somebody else is told next. */
      readonly warns?: boolean;
      /** Ids of the handovers it tells of. */
      readonly handovers?: readonly number[];
    }[];
  }[];
}

/** To one person: the report of a board they answer for is not posted, and the board meets soon or has met. */
export interface ReportReminderContent {
  readonly kind: 'report-reminder';
  readonly planId: PlanId;
  readonly planName: string;
  readonly boardName: string;
  /** `null` where no draft was made. */
  readonly reportKey: RowKey | null;
  /** `Mon 14 Feb 2022, 14:00`. */
  readonly meetingWords: string;
  /** `in 10 days`, `today`, `2 days ago`. */
  readonly awayWords: string;
  /** The board has met without it. */
  readonly isOverdue: boolean;
  /** What it still needs, a sentence or two each. */
  readonly missing: readonly string[];
}

/** Everything Milepost may post by itself. */
export type NoticeContent =
  | CheckInContent
  | SupersededContent
  | AlertContent
  | DigestContent
  | SummaryContent
  | ReminderContent
  | BoardSummaryContent
  | ReportReminderContent
  | TroubleContent
  | ConflictContent
  | ImportResultContent;
