import type {
  DeliveriesContent,
  DeliveryDecision,
  DeliveryLedger,
  ListsStateContent,
  PlanSettingsContent,
  PlanSettingsInput,
  SettingsSaved,
} from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import type { Actor } from './actor.ts';

/** A form of the settings that somebody submits. */
interface SettingsAsk {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly submissionKey: string;
  readonly input: PlanSettingsInput;
}

/** What plan managers see to: the settings, the lists, and who was reached. */
export interface ManagingUseCases {
  /** Everything a plan manager may set, as it stands. Plan managers only, as the three that follow. */
  viewSettings(ask: { actor: Actor; planId: PlanId }): Promise<PlanSettingsContent>;
  /** Changes what the plan sets for itself. A field that somebody else changed meanwhile is told, and nothing is taken. */
  savePlanSettings(ask: SettingsAsk): Promise<SettingsSaved>;
  /** Changes a group or board; `null` adds one. */
  saveGroup(ask: SettingsAsk & { readonly groupKey: RowKey | null }): Promise<SettingsSaved>;
  /** Changes somebody of the plan; `null` adds somebody. The last plan manager stays one. */
  saveOwner(ask: SettingsAsk & { readonly ownerKey: RowKey | null }): Promise<SettingsSaved>;
  /** How the lists of every plan the person manages stand. Empty for anybody else. */
  viewListsState(ask: { actor: Actor }): Promise<readonly ListsStateContent[]>;
  /** Tries a write again that SharePoint refused. Plan managers only. */
  repeatWrite(ask: { actor: Actor; planId: PlanId; outboxId: number }): Promise<ListsStateContent>;
  /** Gives a refused write up for good; what it said stays in the history. Plan managers only. */
  giveUpWrite(ask: { actor: Actor; planId: PlanId; outboxId: number }): Promise<ListsStateContent>;
  /**
   * Who was reached by what Milepost sent in a fortnight, and who was not. Plan managers see everything, everybody else in
   * the plan what went to the groups' channels.
   */
  viewDeliveries(ask: {
    actor: Actor;
    planId: PlanId;
    /** 0 = the last fortnight. Default. */
    page?: number;
  }): Promise<DeliveriesContent>;
  /** The same with every message by day, those too that were simply sent. */
  viewDeliveryLedger(ask: {
    actor: Actor;
    planId: PlanId;
    /** 0 = the last fortnight. Default. */
    page?: number;
  }): Promise<DeliveryLedger>;
  /**
   * Has a message sent again of which it is not known whether it arrived, or that was not sent: once, and while it is
   * timely. Plan managers only.
   */
  sendAgain(ask: {
    actor: Actor;
    planId: PlanId;
    noticeId: number;
    /** Which attempt the person saw. */
    attempt: number;
    /** What to show then. Default: the last fortnight. */
    page?: number;
  }): Promise<DeliveryDecision>;
  /** Takes a message of which it is not known whether it arrived for sent. Plan managers only. */
  markArrived(ask: {
    actor: Actor;
    planId: PlanId;
    noticeId: number;
    attempt: number;
    page?: number;
  }): Promise<DeliveryDecision>;
}
