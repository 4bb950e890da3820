import type { PlanId } from '../plan/plan.ts';
import type { Queryable } from './database.ts';

/** Codes of notices that wait until their group has a channel that takes them. */
export const WAITING_FOR_CHANNEL = {
  none: 'NoChannel',
  lost: 'ChannelGone',
  notInstalled: 'NotInstalled',
} as const;

/** Remembers that a channel is not there, or does not let the app in. `teamId` is the directory's. */
export async function saveLostChannel(
  db: Queryable,
  { channelId, teamId }: { readonly channelId: string; readonly teamId: string | null },
): Promise<void> {
  await db.query(
    `INSERT INTO lost_channel (channel_id, team_id) VALUES ($1, $2)
     ON CONFLICT (channel_id) DO UPDATE SET team_id = coalesce(excluded.team_id, lost_channel.team_id)`,
    [channelId, teamId],
  );
}

/** A team of the directory. */
interface Team {
  readonly tenantId: string;
  readonly teamId: string | null;
}

/**
 * The same for every channel that a group has in a team, in whichever plan. Nothing is tried in any of them until
 * something comes from the team again.
 */
export async function saveLostTeam(db: Queryable, { tenantId, teamId }: Team): Promise<void> {
  await db.query(
    `WITH closed AS (
       UPDATE conversation SET reachable = false WHERE tenant_id = $2 AND team_id = $1 AND kind = 'channel')
     INSERT INTO lost_channel (channel_id, team_id)
     SELECT DISTINCT g."row"->>'channelId', $1 FROM mirror_groups g JOIN plan_site s USING (plan_id)
     WHERE NOT g.deleted AND g."row"->>'teamId' = $1 AND g."row"->>'channelId' IS NOT NULL
     ON CONFLICT (channel_id) DO NOTHING`,
    [teamId, tenantId],
  );
}

/** A channel took a message: it is there. */
export async function forgetLostChannel(db: Queryable, channelId: string): Promise<void> {
  await db.query('DELETE FROM lost_channel WHERE channel_id = $1', [channelId]);
}

/** Something came from a team or one of its channels again: its channels are tried again. */
export async function forgetLostTeam(
  db: Queryable,
  { channelId, teamId, tenantId }: Team & { readonly channelId: string | null },
): Promise<void> {
  await db.query(
    `WITH opened AS (
       UPDATE conversation SET reachable = true WHERE tenant_id = $3 AND team_id = $2 AND kind = 'channel')
     DELETE FROM lost_channel WHERE channel_id = $1 OR team_id = $2`,
    [channelId, teamId, tenantId],
  );
}

/** A group whose channel is lost. */
export interface LostChannel {
  readonly groupKey: string;
  readonly groupTitle: string;
}

/** The groups of a plan whose channel is lost. */
export async function readLostChannels(db: Queryable, planId: PlanId): Promise<LostChannel[]> {
  return db.query(
    `SELECT g.key AS "groupKey", coalesce(g."row"->>'title', '') AS "groupTitle"
     FROM mirror_groups g JOIN lost_channel l ON l.channel_id = g."row"->>'channelId'
     WHERE g.plan_id = $1 AND NOT g.deleted ORDER BY g.key`,
    [planId],
  );
}

/** What waits for a channel goes out at once where its group has one again: entered anew, or no longer lost. */
export async function rearmForChannels(db: Queryable): Promise<void> {
  await db.query(
    `UPDATE notice n SET not_before = now() FROM mirror_groups g
       JOIN channel_plan c ON c.plan_id = g.plan_id AND c.channel_id = g."row"->>'channelId'
     WHERE n.state = 'due' AND n.code = ANY($1::text[]) AND n.not_before > now()
       AND g.plan_id = n.plan_id AND g.key = n.recipient->>'groupKey' AND NOT g.deleted
       AND NOT EXISTS (SELECT 1 FROM lost_channel l WHERE l.channel_id = c.channel_id)`,
    [Object.values(WAITING_FOR_CHANNEL)],
  );
}
