import type { SignOffDecision } from '../glossary.ts';
import type { ItemRef, PlanId } from '../plan.ts';
import type { RowKey } from '../rows.ts';
import type { ItemChoice } from './items.ts';

/** Something done that waits for a group's word. */
export interface SignOffAsk extends ItemChoice {
  readonly groupKey: RowKey;
  readonly groupName: string;
  readonly ownerName: string | null;
  /** `Mon 14 Mar 2022`, the day it was said to be done; `null` where nobody knows. */
  readonly doneOnWords: string | null;
  /** Who said so. */
  readonly saidByName: string | null;
  /** What shows it. */
  readonly note: string | null;
  readonly evidenceUrl: string | null;
  /** What the group said of it before, the newest first. */
  readonly before: readonly SignOffLine[];
  readonly maySignOff: boolean;
  /** Why the viewer may not; `null` where they may. */
  readonly whyNot: string | null;
}

/** What a group decided. */
export interface SignOffLine extends ItemChoice {
  readonly key: RowKey;
  readonly groupName: string;
  /** `null` where the row does not say. */
  readonly decision: SignOffDecision | null;
  /** What has to be met; where it was not agreed, why. */
  readonly conditions: string | null;
  /** What those said who saw it otherwise. */
  readonly dissent: string | null;
  /** How many took part; `null` where nobody says. */
  readonly voices: number | null;
  /** `Agreed with conditions; 12 took part, some saw it otherwise.` */
  readonly words: string;
  readonly onWords: string | null;
  readonly recordedByName: string | null;
}

/** What a group decided about something done, as somebody filled it in. Blank = not given. */
export interface SignOffInput {
  readonly ref: ItemRef;
  readonly groupKey: RowKey;
  readonly decision: string;
  /** Needed for `Agreed with conditions`. */
  readonly conditions: string;
  /** `YYYY-MM-DD`: by when they are to be met; makes an action of them. Blank: they are recorded only. */
  readonly conditionsDue: string;
  /** Needed for `Not agreed`: why. */
  readonly reason: string;
  /** What those said who saw it otherwise. */
  readonly dissent: string;
  /** How many took part, as typed. */
  readonly voices: string;
  /** The person looked again: nothing in it names a child. */
  readonly checked?: boolean;
}

/** The dialog in which somebody records what their group decided; with no item where nothing waits. */
export interface SignOffForm {
  readonly kind: 'sign-off-form';
  readonly planId: PlanId;
  readonly planName: string;
  /** What waits for a group of theirs, the one asked for first. */
  readonly asks: readonly SignOffAsk[];
  readonly submissionKey: string;
}
