import type { Plan } from '../../plan/plan.ts';
import type { TroubleCode } from '../../plan/troubles.ts';
import type { Queryable } from '../../store/database.ts';
import { readAmbiguous } from '../../store/deliveries.ts';
import type { FoundTrouble } from '../../store/troubles.ts';
import { ledgerScopeOf } from './ledger-scope.ts';

/** Code of the troubles that this file finds: one for each message, so that a new one is told of once. */
export const OF_SENDS = 'SENDS_UNCLEAR' satisfies TroubleCode;

/** What is older is settled by time. */
const LOOK_BACK_DAYS = 14;

/** That it is not known whether one of these arrived is not told in one of them. */
const NOT_TOLD: readonly string[] = ['trouble', 'channel-trouble'];

/** Messages of which it is not known whether they arrived, until somebody says so or a fortnight has passed. */
export async function troublesOfSends(
  db: Queryable,
  plan: Plan,
  now: Temporal.Instant,
): Promise<FoundTrouble[]> {
  const since = now.subtract({ hours: 24 * LOOK_BACK_DAYS }).toString();
  const unclear = await readAmbiguous(db, ledgerScopeOf(plan), since);
  return unclear
    .filter(({ kind }) => !NOT_TOLD.includes(kind))
    .map(({ id }) => ({ list: '', code: OF_SENDS, subject: String(id), detail: {} }));
}
