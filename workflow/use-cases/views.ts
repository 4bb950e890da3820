import type { BoardSummaryContent, FoundItem, ItemStory, PlanOverview } from '../../plan/content.ts';
import type { ChosenDays } from '../../plan/dashboard/days-shown.ts';
import type { ItemList } from '../../plan/glossary.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { IsoDate, RowKey } from '../../plan/rows.ts';
import type { Actor } from './actor.ts';

/** How far a plan has come. */
export interface PlanState {
  /** Grows with every change of the plan. */
  readonly version: number;
  /** Where its days begin and end. */
  readonly timeZone: string;
}

/** A board has no draft of a report just now. */
export interface NoDraft {
  readonly kind: 'no-draft';
  readonly words: string;
}

/** What is looked at. */
export interface ViewUseCases {
  /** Recommendations and actions that a text names, in the plans the person is in; the best first. */
  searchItems(ask: { actor: Actor; text: string; limit: number }): Promise<readonly FoundItem[]>;
  /**
   * `board summary` in a board's channel, by its chair: the draft of its report as it stands; in words where there is none
   * and when there will be one.
   */
  boardSummary(ask: { actor: Actor; channelId: string }): Promise<BoardSummaryContent | NoDraft>;
  /** Plans the person may read. */
  listPlans(ask: { actor: Actor }): Promise<readonly { planId: PlanId; planName: string }[]>;
  /** The plan as it stands, or stood at the end of a past day. */
  viewOverview(ask: { actor: Actor; planId: PlanId } & ChosenDays): Promise<PlanOverview>;
  /** What tells whether anything of the plan has changed; to ask for it is to show that one may read it still. */
  viewPlanState(ask: { actor: Actor; planId: PlanId }): Promise<PlanState>;
  /** An item as it stands, or stood at the end of a past day. */
  viewItem(ask: {
    actor: Actor;
    planId: PlanId;
    list: ItemList;
    key: RowKey;
    on: IsoDate | null;
  }): Promise<ItemStory>;
}
