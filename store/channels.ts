import type { PlanId } from '../plan/plan.ts';
import type { Database, Queryable } from './database.ts';

/** Channels that the Groups lists of the plans name. A plan that is left out posts nowhere, so it holds none. */
const ENTERED = `SELECT g.plan_id, g.key, g."row"->>'title' AS title, g."row"->>'channelId' AS channel_id
  FROM mirror_groups g JOIN plan_site USING (plan_id)
  WHERE configured AND NOT g.deleted AND g."row"->>'channelId' IS NOT NULL`;

/**
 * Gives each channel to the plan that entered it first, until that plan takes it out of its list or is left out: what
 * is posted there is seen by everybody in the channel, so a second plan that names it by mistake must not post there.
 */
export async function settleChannels(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(
      `DELETE FROM channel_plan c WHERE NOT EXISTS
         (SELECT 1 FROM (${ENTERED}) e WHERE e.plan_id = c.plan_id AND e.channel_id = c.channel_id)`,
    );
    const given = await tx.query<{ channelId: string }>(
      `INSERT INTO channel_plan (channel_id, plan_id)
       SELECT DISTINCT ON (channel_id) channel_id, plan_id FROM (${ENTERED}) e ORDER BY channel_id, plan_id
       ON CONFLICT (channel_id) DO NOTHING RETURNING channel_id AS "channelId"`,
    );
    if (given.length === 0) return;
    // Whoever holds one of these plans in memory reads it again. In order, so that two processes never wait for each other.
    await tx.query(
      `UPDATE plan_site SET version = version + 1 WHERE plan_id IN (
         SELECT plan_id FROM plan_site WHERE plan_id IN (
           SELECT plan_id FROM (${ENTERED}) e WHERE channel_id = ANY($1::text[]))
         ORDER BY plan_id FOR UPDATE)`,
      [given.map(({ channelId }) => channelId)],
    );
  });
}

/** A group whose channel belongs to another plan. */
export interface TakenChannel {
  readonly groupKey: string;
  readonly groupTitle: string;
  readonly channelId: string;
}

/** The groups of a plan that name a channel which another plan entered first. */
export async function readTakenChannels(db: Queryable, planId: PlanId): Promise<TakenChannel[]> {
  return db.query(
    `SELECT e.key AS "groupKey", coalesce(e.title, '') AS "groupTitle", e.channel_id AS "channelId"
     FROM (${ENTERED}) e JOIN channel_plan c USING (channel_id)
     WHERE e.plan_id = $1 AND c.plan_id <> $1 ORDER BY e.key`,
    [planId],
  );
}
