import type { Rag, Stage } from '../glossary.ts';
import type { ItemRef, PlanId } from '../plan.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import type { ColourCounts, ItemLine } from './items.ts';

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
