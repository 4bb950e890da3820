import type { PlanId } from '../plan/plan.ts';
import type { Queryable } from './database.ts';

/** Whether the last news of a plan that went out, or was to, was refused with that code. */
export async function isNewsRefused(db: Queryable, planId: PlanId, code: string): Promise<boolean> {
  const rows = await db.query<{ refused: boolean }>(
    `SELECT state = 'not sent' AND code = $2 AS refused FROM notice
     WHERE plan_id = $1 AND kind = 'news' AND (state = 'sent' OR code = $2)
     ORDER BY settled_at DESC, id DESC LIMIT 1`,
    [planId, code],
  );
  return rows[0]?.refused ?? false;
}
