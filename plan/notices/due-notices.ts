import type { Plan } from '../plan.ts';
import { dueAlerts } from './alert.ts';
import { dueCheckIns } from './check-in-opening.ts';
import { dueDigests } from './digest.ts';
import type { DueNotice, NoticeAsk } from './notice.ts';
import { dueReminders } from './reminder.ts';
import { dueSummaries } from './summary.ts';

const KINDS: readonly ((ask: NoticeAsk) => DueNotice[])[] = [
  dueCheckIns,
  dueSummaries,
  dueDigests,
  dueAlerts,
  dueReminders,
];

/**
 * Every notice that is due by `until` (default: now) and not stale at `now`, earliest first. The same
 * notice is named again each time until it expires: the ledger knows what was sent.
 */
export function dueNotices({
  plan,
  now,
  until = now,
}: {
  readonly plan: Plan;
  readonly now: Temporal.Instant;
  readonly until?: Temporal.Instant;
}): DueNotice[] {
  return KINDS.flatMap((dueOfKind) => dueOfKind({ plan, now, until })).toSorted((one, other) =>
    Temporal.Instant.compare(one.dueAt, other.dueAt),
  );
}
