import type { PlanId } from '../plan/plan.ts';
import type { SeenChannel } from '../plan/settings/channel-choices.ts';
import type { Queryable } from './database.ts';

/** Teams whose ids the Groups lists of the plans name. */
const TEAMS = `SELECT g.plan_id, g."row"->>'teamId' AS team_id FROM mirror_groups g JOIN plan_site USING (plan_id)
  WHERE configured AND NOT g.deleted AND g."row"->>'teamId' IS NOT NULL`;

/**
 * Channels in which the app was seen last and is still. Those that another plan has entered are left out, and so are
 * those of teams in which other plans have their channels and this one has none.
 */
export async function readSeenChannels(
  db: Queryable,
  { tenantId, planId }: { readonly tenantId: string; readonly planId: PlanId },
): Promise<SeenChannel[]> {
  return db.query(
    `SELECT DISTINCT ON (c.channel_id) c.channel_id AS "channelId", c.team_id AS "teamId",
       c.channel_name AS "channelName", c.team_name AS "teamName"
     FROM conversation c
     WHERE c.tenant_id = $1 AND c.kind = 'channel' AND c.channel_id IS NOT NULL AND c.reachable
       AND NOT EXISTS (SELECT 1 FROM channel_plan p WHERE p.channel_id = c.channel_id AND p.plan_id <> $2)
       AND (EXISTS (SELECT 1 FROM (${TEAMS}) t WHERE t.team_id = c.team_id AND t.plan_id = $2)
         OR NOT EXISTS (SELECT 1 FROM (${TEAMS}) t WHERE t.team_id = c.team_id))
     ORDER BY c.channel_id, c.seen_at DESC`,
    [tenantId, planId],
  );
}
