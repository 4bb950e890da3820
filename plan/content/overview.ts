import type { Show } from '../filter/shows.ts';
import type { GroupKind, Rag, SignOffDecision, Stage } from '../glossary.ts';
import type { ItemRef, PlanId } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import type { ColourCounts, ItemLine } from './items.ts';

/** What a chip or figure is coloured by: complete, the worse of schedule and confidence, or none. */
export type ItemColour = 'complete' | Rag | 'none';

/** The plan as the tab shows it. Answer of `GET /api/v1/plans/{planId}/overview?on=&since=`. */
export interface PlanOverview {
  readonly planId: PlanId;
  readonly planName: string;
  readonly siteUrl: string;
  /** Who looks, and what the page may offer them; the server asks again at every request. */
  readonly viewer: {
    readonly name: string;
    readonly isPlanManager: boolean;
    /** They oversee the plan: the whole of it comes before what is theirs. */
    readonly isDirector: boolean;
    /** Groups they are in or chair. */
    readonly groupNames: readonly string[];
  };
  /** `Mon 10 Jan 2022, 09:00`; of a past day its end: `Mon 10 Jan 2022`. */
  readonly asAtWords: string;
  /** The day shown, which is today unless a past one was chosen. */
  readonly today: IsoDate;
  readonly isPast: boolean;
  /** The first day that can be chosen: before it nothing is known. */
  readonly firstDay: IsoDate;
  /** The last: the day it is. */
  readonly lastDay: IsoDate;
  /** The day at whose end the plan stood as `before` says; changes are told since then. */
  readonly since: { readonly date: IsoDate; readonly words: string };
  /** Days to compare with at a press; the last is the day before the plan began. */
  readonly compareChoices: readonly { readonly date: IsoDate; readonly words: string }[];
  /** Counts at the end of that day. */
  readonly before: ColourCounts;
  /**
   * How many open items of any list each figure opens, now and at the end of `since`; `null` where it is not compared, as
   * of a part of the plan.
   */
  readonly figures: Readonly<Record<Show, { readonly now: number; readonly before: number | null }>>;
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
  /** Waiting on a decision or Red, with what each needs, in the best words there are. */
  readonly asked: readonly { readonly item: OverviewItem; readonly ask: string }[];
  /** Open items expected latest after the date first promised, the worst first. */
  readonly slipping: readonly {
    readonly item: OverviewItem;
    readonly fromWords: string;
    readonly toWords: string;
    /** The last reason given. */
    readonly reason: string | null;
  }[];
  /** Items that wait, by whom they wait on, the longest first. */
  readonly blocked: readonly OverviewItem[];
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
    readonly targetDate: IsoDate | null;
    readonly targetWords: string | null;
    /** Oldest first; the baseline is not among them. */
    readonly readings: readonly { readonly on: IsoDate; readonly value: number }[];
    readonly course: MeasureCourse;
  }[];
  readonly groups: readonly GroupOverview[];
  /** What was said after `since`, newest first, at most 400. */
  readonly changes: readonly HistoryEntry[];
  /** How many there are in all. */
  readonly changeCount: number;
  /** Items that stand otherwise than at the end of `since`, what went wrong first. */
  readonly moved: readonly MovedItem[];
  readonly key: readonly { readonly rag: Rag; readonly schedule: string; readonly confidence: string }[];
}

/** How far a measure has come, in words that claim no more than its readings say. */
export interface MeasureCourse {
  /** Of the way to the target, 0 to 1; `null` without a target or a figure. */
  readonly share: number | null;
  /** `Read on 14 Mar 2022`, `No reading yet`. */
  readonly readWords: string;
  /** `78 at the start`; `null` where nobody says. */
  readonly startWords: string | null;
  /** Where its readings lead by the target's date, or why that cannot be said; `null` where there is nothing to say. */
  readonly courseWords: string | null;
}

/** An item that stands otherwise than it did; each part is `null` where it is as it was. */
export interface MovedItem {
  readonly item: OverviewItem;
  /** It was not in the plan before. */
  readonly isNew: boolean;
  readonly colour: { readonly from: ItemColour; readonly to: ItemColour } | null;
  readonly stage: { readonly from: Stage; readonly to: Stage } | null;
  /** When it was and is expected, in words. */
  readonly expected: { readonly from: string; readonly to: string } | null;
  /** The last reason and the last note given in between. */
  readonly reason: string | null;
  readonly note: string | null;
  /** Somebody said or changed something in between; else a date has passed. */
  readonly wasSaid: boolean;
}

/** One group and how its part of the plan goes. */
export interface GroupOverview {
  readonly key: RowKey;
  readonly name: string;
  readonly kind: GroupKind | null;
  readonly chairName: string | null;
  /** `Every 2 weeks, Mondays at 10:00`; `null` where it has no rhythm. */
  readonly rhythmWords: string | null;
  /** `Mon 24 Jan 2022, 10:00`; `null` where none is planned. */
  readonly nextMeetingWords: string | null;
  /** Opens its channel in Teams; `null` without one. */
  readonly channelUrl: string | null;
  /** Of all items it leads. */
  readonly counts: ColourCounts;
  readonly itemCount: number;
  /** Its last check-ins, oldest first, at most six; the last may still be open. */
  readonly checkIns: readonly {
    readonly meetingWords: string;
    readonly on: IsoDate;
    readonly answeredCount: number;
    readonly askedCount: number;
    readonly isOpen: boolean;
  }[];
}

export interface OverviewItem extends ItemLine {
  readonly colour: ItemColour;
  /** Theirs who looks, or of somebody they stand in for today. */
  readonly isMine: boolean;
  /** The board is asked for it: it waits on a decision, or is Red. */
  readonly asked: boolean;
  /** Days from the date first promised to the one now expected; 0 for what is not later, or closed. */
  readonly slippedDays: number;
  /** Days of baseline and forecast, as they are due. */
  readonly promisedOn: IsoDate | null;
  readonly expectedOn: IsoDate | null;
  readonly completedOn: IsoDate | null;
  readonly blocker: string | null;
  /** `10 Jan 2022`, since when it has waited. */
  readonly waitingSince: string | null;
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
  /** The same in two parts: `Mon 14 Mar 2022`, `10:12`. */
  readonly dayWords: string;
  readonly timeWords: string | null;
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

/** One item with its whole history, newest first. Answer of `GET /api/v1/plans/{planId}/items/{list}/{key}?on=`. */
export interface ItemStory {
  /** `Mon 10 Jan 2022, 09:00`; of a past day its end: `Mon 10 Jan 2022`. */
  readonly asAtWords: string;
  readonly isPast: boolean;
  readonly item: OverviewItem;
  readonly fullText: string | null;
  readonly evidenceUrl: string | null;
  /** Address of the row in SharePoint; `null` until it is written there. */
  readonly rowUrl: string | null;
  /** Some of what is shown is not yet in SharePoint. */
  readonly syncPending: boolean;
  /** What groups decided about it, the latest first. */
  readonly signOffs: readonly {
    readonly groupName: string;
    /** `null` where the row does not say. */
    readonly decision: SignOffDecision | null;
    readonly conditions: string | null;
    /** What those said who saw it otherwise. */
    readonly dissent: string | null;
    /** How many took part; `null` where nobody says. */
    readonly voices: number | null;
    readonly onWords: string | null;
    readonly recordedByName: string | null;
  }[];
  /** How groups rank it among what matters most, the highest first. */
  readonly priorities: readonly {
    readonly groupName: string;
    readonly rank: number;
    /** How many chose it, and how far they agree. */
    readonly words: string;
    readonly onWords: string | null;
  }[];
  readonly history: readonly HistoryEntry[];
}
