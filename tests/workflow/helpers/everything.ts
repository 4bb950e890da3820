import type { Queryable } from '../../../store/database.ts';

/** Everything an answer could have changed, for comparing before and after. */
export async function everything(db: Queryable, planId: string): Promise<unknown> {
  const tables = ['mirror_recommendations', 'mirror_actions', 'mirror_updates', 'mirror_meetings', 'outbox'];
  const rows = await Promise.all(
    [...tables, 'check_in_card', 'update_log', 'notice'].map((table) =>
      db.query(`SELECT * FROM ${table} WHERE plan_id = $1 ORDER BY 1, 2, 3`, [planId]),
    ),
  );
  return rows;
}
