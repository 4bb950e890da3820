import { formatMoment } from '../calendar/dates.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../notices/preferences.ts';
import { waitsUntil } from '../notices/waits-until.ts';
import type { Plan } from '../plan.ts';
import { type LedgerEntry, maySendAgain } from './ledger-entry.ts';

/** What decides whether sending again would reach somebody. */
export interface ReachContext {
  readonly plan: Plan;
  readonly now: Temporal.Instant;
  /** By directory id in small letters; whoever is not there has chosen nothing. */
  readonly preferences: ReadonlyMap<string, Preferences>;
  /** Directory ids, in small letters, of those whom Teams does not let be written to. */
  readonly refused: ReadonlySet<string>;
}

/** When a notice would go out that is sent again, `null` for at once; or why that would be of no use, in a sentence. */
export type SendingAgain =
  | { readonly goesAt: Temporal.Instant | null; readonly refusal?: undefined }
  | { readonly refusal: string; readonly goesAt?: undefined };

/** What would come of sending a notice again; `null` of one that is not to be sent again, or whose time has passed. */
export function sendingAgain(context: ReachContext, entry: LedgerEntry): SendingAgain | null {
  const { plan, now } = context;
  if (!maySendAgain(entry, now)) return null;
  if (isRefused(context, entry)) return { refusal: OF_NO_USE };
  const goesAt = goesOutAt(context, entry);
  if (goesAt === null || Temporal.Instant.compare(goesAt, entry.expiresAt) < 0) return { goesAt };
  const last = formatMoment(entry.expiresAt, plan.settings.timeZone);
  return {
    refusal: `It is not sent again: its time passes on ${last}, before the next hours in which it could go out.`,
  };
}

const OF_NO_USE =
  'Sending it again is of no use: Teams takes nothing for them. They let Milepost in again in Teams and write “hi” to it.';

/** News does not go through their chat. */
function isRefused({ refused }: ReachContext, { kind, entraObjectId }: LedgerEntry): boolean {
  return entraObjectId !== null && kind !== 'news' && refused.has(entraObjectId);
}

/** When a notice goes out that is due now; `null` for at once. */
export function goesOutAt(
  { plan, now, preferences }: ReachContext,
  { kind, entraObjectId: subject }: LedgerEntry,
): Temporal.Instant | null {
  if (subject === null) return waitsUntil(plan, { kind }, now);
  const reader = { subject, preferences: preferences.get(subject) ?? DEFAULT_PREFERENCES };
  return waitsUntil(plan, { kind, reader }, now);
}
