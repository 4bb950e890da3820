import type { IsoInstant, RowKey } from '../rows.ts';

/** What became of a notice, as the ledger keeps it. */
export type DeliveryState =
  | 'due'
  | 'sending'
  | 'sent'
  | 'not sent'
  | 'ambiguous'
  | 'expired'
  | 'nothing to say';

/** Code of a notice that a plan manager had sent again, until it was tried. */
export const SEND_AGAIN = 'SendAgain';
/** Code of a notice of which a plan manager said that it arrived. */
export const SAID_ARRIVED = 'SaidArrived';

/** A notice as the ledger knows it: to whom, and what became of it. Never what it said. */
export interface LedgerEntry {
  readonly id: number;
  readonly kind: string;
  /** Of a notice to a channel. */
  readonly groupKey: RowKey | null;
  /** Of a notice to a person: directory id in small letters. */
  readonly entraObjectId: string | null;
  readonly state: DeliveryState;
  /** Why it is so; `null` where there was no reason to note. */
  readonly code: string | null;
  /** The last reason that an attempt came to nothing for. */
  readonly lastCode: string | null;
  readonly attempts: number;
  readonly dueAt: IsoInstant;
  readonly expiresAt: IsoInstant;
  readonly settledAt: IsoInstant | null;
  /** What a plan manager last decided of it. */
  readonly decision: {
    readonly code: typeof SEND_AGAIN | typeof SAID_ARRIVED;
    /** Directory id. */
    readonly by: string;
    readonly at: IsoInstant;
  } | null;
}

/** Whether a notice could be sent again by its state and time: it came to nothing for sure, or may have. */
export function maySendAgain({ state, expiresAt }: LedgerEntry, now: Temporal.Instant): boolean {
  const isSettled = state === 'ambiguous' || state === 'not sent';
  return isSettled && Temporal.Instant.compare(expiresAt, now) > 0;
}
