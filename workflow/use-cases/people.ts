import type {
  AwayInput,
  HandOnResult,
  PersonalContent,
  PersonalResult,
  ReminderAsk,
  ReminderView,
  SettingsInput,
} from '../../plan/content.ts';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import type { Actor } from './actor.ts';

/** An item that somebody hands on. */
export interface HandOn {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly ref: ItemRef;
  readonly submissionKey: string;
}

/** What people do in their own chat besides answering. */
export interface PersonalUseCases {
  /** What a reminder asked of the person and still waits for them, and what is needed to answer the one that is opened. */
  viewReminder(ask: {
    actor: Actor;
    asks: readonly ReminderAsk[];
    open: ReminderAsk | null;
  }): Promise<ReminderView>;
  /** Says that an item is not the person's: its history has it, and the chair of its group is told. Its owner only. */
  sayNotMine(ask: HandOn & { words: string; checked?: boolean }): Promise<HandOnResult>;
  /** Gives an item to somebody of the plan, who is told. The chair of its group and plan managers. */
  giveItem(ask: HandOn & { to: string; words: string; checked?: boolean }): Promise<HandOnResult>;
  /** How the person wants to be written to, and when they are away. */
  viewPersonal(ask: { actor: Actor }): Promise<PersonalContent>;
  /** Holds the person's reminders back until a day, `YYYY-MM-DD`; `null` lets them come again. */
  snooze(ask: { actor: Actor; submissionKey: string; until: string | null }): Promise<PersonalResult>;
  /** Enters in every plan of the person that they are away, and who stands in; `null`: they are back. */
  setAway(ask: { actor: Actor; submissionKey: string; away: AwayInput | null }): Promise<PersonalResult>;
  /** Changes how the person wants to be written to. */
  saveSettings(ask: {
    actor: Actor;
    submissionKey: string;
    settings: SettingsInput;
  }): Promise<PersonalResult>;
}
