import type { PlanId } from '../plan/plan.ts';
import type { RowKey } from '../plan/rows.ts';
import type { Queryable } from './database.ts';

/** How many writes of answers are looked at, two for each: however long the queue, a check-in is drawn at once. */
const MOST_WRITES = 200;

/** Answers that are on disk here and not in SharePoint. */
export interface UnwrittenAnswers {
  readonly waitingCount: number;
  /** Of these SharePoint refused something, whether or not a plan manager gave it up since. */
  readonly refusedCount: number;
}

/** The answers of a check-in that are not in SharePoint; without one, those of the plan. */
export async function readUnwrittenAnswers(
  db: Queryable,
  planId: PlanId,
  meetingKey: RowKey | null,
): Promise<UnwrittenAnswers> {
  const countOf = (states: string) => `(SELECT count(DISTINCT w.answer_key COLLATE "C")::integer FROM (
    SELECT answer_key FROM outbox WHERE plan_id = $1 AND state IN (${states}) AND answer_key IS NOT NULL
      AND ($2::text IS NULL OR meeting_key = $2) LIMIT ${MOST_WRITES}) w)`;
  const [unwritten] = await db.query<UnwrittenAnswers>(
    `SELECT ${countOf("'waiting', 'held'")} AS "waitingCount", ${countOf("'dead', 'given up'")} AS "refusedCount"`,
    [planId, meetingKey],
  );
  return unwritten ?? { waitingCount: 0, refusedCount: 0 };
}

/** Whether something of the plan has waited for over a minute: SharePoint is slow, or can't be reached. */
export async function isHeldUp(db: Queryable, planId: PlanId): Promise<boolean> {
  const [oldest] = await db.query<{ readonly waitsLong: boolean }>(
    `SELECT made_at < now() - interval '1 minute' AS "waitsLong" FROM outbox
     WHERE plan_id = $1 AND state = 'waiting' ORDER BY id LIMIT 1`,
    [planId],
  );
  return oldest?.waitsLong ?? false;
}
