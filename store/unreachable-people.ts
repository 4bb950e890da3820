import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant } from '../plan/rows.ts';
import type { Queryable } from './database.ts';

/** A person, as the directory names them. */
export interface Person {
  readonly tenantId: string;
  readonly entraObjectId: string;
}

/** How somebody can be written to. */
export interface Reach {
  /** Their chat with the bot; `null` while there is none, or it is gone. */
  readonly conversationId: string | null;
  /** The chat that was known is gone, and another is to be opened. */
  readonly isChatGone: boolean;
  /** What Teams said when it refused to let them be written to; `null` where it did not. */
  readonly refusal: string | null;
}

/** How a person can be written to, as far as is known. */
export async function findReach(db: Queryable, { tenantId, entraObjectId }: Person): Promise<Reach> {
  const rows = await db.query<Reach>(
    `SELECT CASE WHEN c.chat_gone THEN NULL ELSE c.conversation_id END AS "conversationId",
       coalesce(c.chat_gone, false) AS "isChatGone", u.code AS refusal
     FROM (SELECT 1) AS one
     LEFT JOIN (SELECT conversation_id, chat_gone FROM conversation
       WHERE tenant_id = $1 AND entra_object_id = lower($2) AND kind = 'personal'
       ORDER BY seen_at DESC LIMIT 1) AS c ON true
     LEFT JOIN unreachable_person u ON u.tenant_id = $1 AND u.entra_object_id = lower($2)`,
    [tenantId, entraObjectId],
  );
  return rows[0] ?? { conversationId: null, isChatGone: false, refusal: null };
}

/** Teams does not let a person be written to. Nothing is tried until something comes from them again. */
export async function saveUnreachable(
  db: Queryable,
  { tenantId, entraObjectId, code, at }: Person & { readonly code: string; readonly at: IsoInstant },
): Promise<void> {
  await db.query(
    `WITH closed AS (
       UPDATE conversation SET reachable = false
       WHERE tenant_id = $1 AND entra_object_id = lower($2) AND kind = 'personal')
     INSERT INTO unreachable_person (tenant_id, entra_object_id, code, since)
     VALUES ($1, lower($2), $3, $4::timestamptz)
     ON CONFLICT (tenant_id, entra_object_id) DO UPDATE SET code = excluded.code`,
    [tenantId, entraObjectId, code, at],
  );
}

/**
 * Something came from a person again: they can be written to, and what came to nothing for that reason and is still
 * timely is due again. `now` is Milepost's time.
 */
export async function forgetUnreachable(
  db: Queryable,
  { tenantId, entraObjectId, now }: Person & { readonly now: IsoInstant },
): Promise<void> {
  await db.query(
    `WITH back AS (
       DELETE FROM unreachable_person WHERE tenant_id = $1 AND entra_object_id = lower($2) RETURNING code)
     UPDATE notice SET state = 'due', code = NULL, settled_at = NULL, not_before = now() FROM back
     WHERE notice.state = 'not sent' AND notice.code = back.code AND expires_at > $3::timestamptz
       AND lower(recipient->>'entraObjectId') = lower($2)`,
    [tenantId, entraObjectId, now],
  );
}

/** An owner of a plan whom Teams does not let be written to. */
export interface UnreachableOwner {
  readonly ownerKey: string;
  readonly code: string;
}

/** Of the owners of a plan those whom Teams does not let be written to. */
export async function readUnreachableOwners(
  db: Queryable,
  { planId, tenantId }: { readonly planId: PlanId; readonly tenantId: string },
): Promise<UnreachableOwner[]> {
  return db.query(
    `SELECT o.key AS "ownerKey", u.code FROM mirror_owners o
       JOIN unreachable_person u ON u.tenant_id = $2 AND u.entra_object_id = lower(o."row"->>'entraObjectId')
     WHERE o.plan_id = $1 AND NOT o.deleted ORDER BY o.key`,
    [planId, tenantId],
  );
}
