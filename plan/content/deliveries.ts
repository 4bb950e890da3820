import type { PlanId } from '../plan.ts';

/** How many notices of a kind fell due in a fortnight, and what became of them. */
export interface DeliveryCount {
  /** `Reminders`. */
  readonly kindWords: string;
  readonly reached: number;
  readonly notReached: number;
  /** Teams did not say whether it took them. */
  readonly unclear: number;
  /** Still to be sent. */
  readonly waiting: number;
  /** There was nothing left to say when their time came. */
  readonly nothingToSay: number;
}

/** Notices of one kind that did not reach a person or group, for one reason. */
export interface UnreachedLine {
  /** Name of the person or group. */
  readonly whoName: string;
  /** `Reminder`. */
  readonly kindWords: string;
  /** How many are alike. */
  readonly count: number;
  /** When the latest of them was due: `Mon 24 Jan 2022, 09:00`. */
  readonly dueWords: string;
  readonly why: string;
  /** What was done instead. */
  readonly instead: string;
}

/** A notice of which a plan manager may say what is to become of it. */
export interface OpenDelivery extends UnreachedLine {
  readonly noticeId: number;
  /** Which attempt it is about: a button for an earlier one does nothing any more. */
  readonly attempt: number;
  /** Teams did not say whether it took it: it may be said to have arrived. Else it was certainly not sent. */
  readonly isUnclear: boolean;
  /** Its time has not passed. */
  readonly maySendAgain: boolean;
}

/** What a plan manager decided of a notice, and what came of it. */
export interface DecidedDelivery {
  readonly whoName: string;
  readonly kindWords: string;
  readonly words: string;
}

/** Somebody who gets nothing that is meant for them just now. */
export interface UnwrittenPerson {
  readonly whoName: string;
  readonly why: string;
  readonly instead: string;
}

/** Who was reached by what Milepost sent in a fortnight, who was not, and what was done instead. Never what was said. */
export interface DeliveriesContent {
  readonly kind: 'deliveries';
  readonly planId: PlanId;
  readonly planName: string;
  /** Plan managers see everything and decide; everybody else in the plan, what went to the groups' channels. */
  readonly scope: 'all' | 'channels';
  /** 0 = the last fortnight, 1 = the one before. */
  readonly page: number;
  /** `11 to 24 Jan 2022`. */
  readonly periodWords: string;
  readonly hasOlder: boolean;
  readonly counts: readonly DeliveryCount[];
  /** The latest first; empty for those who may not decide. */
  readonly open: readonly OpenDelivery[];
  readonly unreached: readonly UnreachedLine[];
  readonly decided: readonly DecidedDelivery[];
  /** As it stands now, so on the first page only. */
  readonly unwritten: readonly UnwrittenPerson[];
}

/** What came of a decision: in words, and the deliveries as they then stand. */
export interface DeliveryDecision {
  readonly words: string;
  readonly deliveries: DeliveriesContent;
}

/** What became of a notice. */
export type DeliveryOutcome = 'reached' | 'not reached' | 'unclear' | 'waiting' | 'nothing to say';

/** One notice that fell due, and what became of it. */
export interface DeliveryEntry {
  readonly noticeId: number;
  /** `09:00`. */
  readonly timeWords: string;
  /** Name of the person or group. */
  readonly whoName: string;
  readonly isChannel: boolean;
  /** `Reminder`. */
  readonly kindWords: string;
  readonly outcome: DeliveryOutcome;
  /** It did not reach whom it was for, or it is not known, or it waits for a reason. */
  readonly isUnreached: boolean;
  /** `''` where there is nothing to say. */
  readonly why: string;
  /** What was done instead; `''` for nothing. */
  readonly instead: string;
  /** What a plan manager decided of it; `''` for nothing. */
  readonly decided: string;
  /** Which attempt it is about: a button for an earlier one does nothing any more. */
  readonly attempt: number;
  readonly maySendAgain: boolean;
  readonly mayHaveArrived: boolean;
}

/** What fell due on a day, the latest first. */
export interface DeliveryDay {
  /** `Mon 24 Jan 2022`. */
  readonly dayWords: string;
  readonly entries: readonly DeliveryEntry[];
}

/** A fortnight with every notice by day, what was simply sent too. */
export interface DeliveryLedger extends DeliveriesContent {
  /** The latest first; days on which nothing fell due are left out. */
  readonly days: readonly DeliveryDay[];
}
