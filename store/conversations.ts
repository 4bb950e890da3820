import type { Queryable } from './database.ts';

/** Where a channel or a person can be reached. */
export interface Conversation {
  readonly tenantId: string;
  readonly conversationId: string;
  readonly kind: 'channel' | 'personal' | 'groupChat';
  readonly serviceUrl: string;
  readonly botId: string;
  readonly teamId: string | null;
  readonly channelId: string | null;
  /** What Teams calls them; only given, never read with a conversation. Default: what was known stays. */
  readonly teamName?: string | null;
  readonly channelName?: string | null;
  readonly entraObjectId: string | null;
  readonly teamsUserId: string | null;
  readonly reachable: boolean;
  /** Teams says that it does not know the chat any more: another is to be opened. Default: it does. */
  readonly chatGone?: boolean;
}

const COLUMNS = `tenant_id AS "tenantId", conversation_id AS "conversationId", kind, service_url AS "serviceUrl",
  bot_id AS "botId", team_id AS "teamId", channel_id AS "channelId", entra_object_id AS "entraObjectId",
  teams_user_id AS "teamsUserId", reachable, chat_gone AS "chatGone"`;

/**
 * Remembers a conversation as it was last seen. The service address may change, so the newest counts. Every press comes
 * through here, so what is known already is not written again.
 * @returns whether somebody can be reached who could not before, or not there.
 */
export async function saveConversation(db: Queryable, seen: Conversation): Promise<boolean> {
  const changed = await db.query(
    `INSERT INTO conversation AS known (tenant_id, conversation_id, kind, service_url, bot_id, team_id, channel_id,
       entra_object_id, teams_user_id, reachable, team_name, channel_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, lower($8), $9, $10, $11, $12)
     ON CONFLICT (tenant_id, conversation_id) DO UPDATE SET kind = excluded.kind, service_url = excluded.service_url,
       bot_id = excluded.bot_id, team_id = coalesce(excluded.team_id, known.team_id),
       channel_id = coalesce(excluded.channel_id, known.channel_id),
       entra_object_id = coalesce(excluded.entra_object_id, known.entra_object_id),
       teams_user_id = coalesce(excluded.teams_user_id, known.teams_user_id),
       team_name = coalesce(excluded.team_name, known.team_name),
       channel_name = coalesce(excluded.channel_name, known.channel_name),
       reachable = excluded.reachable, chat_gone = false, seen_at = now()
     WHERE (known.kind, known.service_url, known.bot_id, known.reachable, known.chat_gone)
         IS DISTINCT FROM (excluded.kind, excluded.service_url, excluded.bot_id, excluded.reachable, false)
       OR (known.team_id, known.channel_id, known.entra_object_id, known.teams_user_id, known.team_name,
           known.channel_name) IS DISTINCT FROM
         (coalesce(excluded.team_id, known.team_id), coalesce(excluded.channel_id, known.channel_id),
          coalesce(excluded.entra_object_id, known.entra_object_id),
          coalesce(excluded.teams_user_id, known.teams_user_id),
          coalesce(excluded.team_name, known.team_name), coalesce(excluded.channel_name, known.channel_name))
     RETURNING 1`,
    [
      seen.tenantId,
      seen.conversationId,
      seen.kind,
      seen.serviceUrl,
      seen.botId,
      seen.teamId,
      seen.channelId,
      seen.entraObjectId,
      seen.teamsUserId,
      seen.reachable,
      seen.teamName ?? null,
      seen.channelName ?? null,
    ],
  );
  return seen.reachable && changed.length > 0;
}

/** The person's chat with the bot; `null` when there has been none. */
export async function findPersonalConversation(
  db: Queryable,
  tenantId: string,
  entraObjectId: string,
): Promise<Conversation | null> {
  const rows = await db.query<Conversation>(
    `SELECT ${COLUMNS} FROM conversation WHERE tenant_id = $1 AND entra_object_id = lower($2) AND kind = 'personal'
     ORDER BY seen_at DESC LIMIT 1`,
    [tenantId, entraObjectId],
  );
  return rows[0] ?? null;
}

/** Teams does not know somebody's chat any more: the next message opens another. */
export async function forgetChat(
  db: Queryable,
  { tenantId, entraObjectId }: { readonly tenantId: string; readonly entraObjectId: string },
): Promise<void> {
  await db.query(
    `UPDATE conversation SET chat_gone = true WHERE tenant_id = $1 AND entra_object_id = lower($2) AND kind = 'personal'`,
    [tenantId, entraObjectId],
  );
}

/** Remembers the chat that was opened in place of one that is gone; it may be the same. */
export async function replaceChat(
  db: Queryable,
  {
    tenantId,
    entraObjectId,
    conversationId,
  }: { readonly tenantId: string; readonly entraObjectId: string; readonly conversationId: string },
): Promise<void> {
  await db.query(
    `INSERT INTO conversation (tenant_id, conversation_id, kind, service_url, bot_id, entra_object_id, teams_user_id)
     SELECT tenant_id, $3, kind, service_url, bot_id, entra_object_id, teams_user_id FROM conversation
     WHERE tenant_id = $1 AND entra_object_id = lower($2) AND kind = 'personal' ORDER BY seen_at DESC LIMIT 1
     ON CONFLICT (tenant_id, conversation_id) DO UPDATE SET chat_gone = false, seen_at = now()`,
    [tenantId, entraObjectId, conversationId],
  );
}

/** What was last seen of a channel, or else of any channel of its team. */
export async function findChannelConversation(
  db: Queryable,
  tenantId: string,
  channelId: string,
  teamId: string | null,
): Promise<Conversation | null> {
  const rows = await db.query<Conversation>(
    `SELECT ${COLUMNS} FROM conversation
     WHERE tenant_id = $1 AND kind = 'channel' AND (channel_id = $2 OR team_id = $3)
     ORDER BY (channel_id = $2) DESC NULLS LAST, reachable DESC, seen_at DESC LIMIT 1`,
    [tenantId, channelId, teamId],
  );
  return rows[0] ?? null;
}
