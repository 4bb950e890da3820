import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { Queryable } from './database.ts';

/** How far a list has been read; `deltaLink` is `null` before the first reading. */
export interface SyncState {
  readonly list: ListName;
  readonly deltaLink: string | null;
  readonly problem: string | null;
}

export async function readSyncStates(db: Queryable, planId: PlanId): Promise<SyncState[]> {
  return db.query('SELECT list, delta_link AS "deltaLink", problem FROM sync_state WHERE plan_id = $1', [
    planId,
  ]);
}

export async function saveSyncState(
  db: Queryable,
  planId: PlanId,
  { list, deltaLink, problem }: SyncState,
): Promise<void> {
  await db.query(
    `INSERT INTO sync_state (plan_id, list, delta_link, read_at, problem) VALUES ($1, $2, $3, now(), $4)
     ON CONFLICT (plan_id, list) DO UPDATE SET delta_link = excluded.delta_link, read_at = now(),
       problem = excluded.problem`,
    [planId, list, deltaLink, problem],
  );
}
