import type { ItemRef, PlanId } from '../plan.ts';
import type { IsoDate, IsoInstant, RowKey } from '../rows.ts';

/** What the ledger knows of earlier messages and presses, as far as it decides what is due. */
export interface NoticeLedger {
  readonly warnings: readonly Warning[];
  readonly handovers: readonly Handover[];
  readonly disowned: readonly Disowned[];
  /** Reminders of the last weeks that were sent, or could not be. */
  readonly reminders: readonly PastReminder[];
  /** News of the last year that was sent, or may have been. */
  readonly news: readonly PastNews[];
}

/** News of a plan that somebody had in their activity feed. */
export interface PastNews {
  readonly planId: PlanId;
  /** Directory id in small letters. */
  readonly subject: string;
  /** The Monday its fortnight begins on. */
  readonly period: IsoDate;
  readonly sentAt: IsoInstant;
}

/** What became of somebody's reminder of a day. */
export interface PastReminder {
  /** Directory id in small letters. */
  readonly subject: string;
  /** The day it stands for. */
  readonly on: IsoDate;
  /** When it was sent, or may have been; `null` where it certainly was not. */
  readonly sentAt: IsoInstant | null;
}

/** An item's owner was told, on that day, that its chair will be told next unless they say something. */
export interface Warning {
  readonly planId: PlanId;
  readonly ref: ItemRef;
  readonly on: IsoDate;
}

/** An item that passes from one person to another, of which somebody is to be told, or was told lately. */
export interface Handover {
  readonly id: number;
  readonly planId: PlanId;
  readonly ref: ItemRef;
  /** `not mine`: its owner says so, its chair is to be told. `given`: its new owner is to be told. */
  readonly kind: 'not mine' | 'given';
  /** Key of the owner who said it or gave it; blank: of a group whose people are not named. */
  readonly by: RowKey;
  /** What they said, in their words. */
  readonly words: string | null;
  readonly at: IsoInstant;
  /** When somebody was told, who may have stood in for whom it concerns. Default: nobody was yet. */
  readonly toldAt?: IsoInstant | null;
}

/** That an item is not theirs is the last that was said of whose it is: nobody has given it since. */
export type Disowned = Pick<Handover, 'planId' | 'ref' | 'by' | 'at'>;

export const EMPTY_LEDGER: NoticeLedger = {
  warnings: [],
  handovers: [],
  disowned: [],
  reminders: [],
  news: [],
};
