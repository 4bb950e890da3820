import type { ListName } from '../plan/glossary.ts';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';

/** SharePoint's promise to tell of a list's changes. Times are Milepost's. */
export interface ListSubscription {
  readonly planId: PlanId;
  readonly list: ListName;
  /** As Graph names it. */
  readonly subscriptionId: string;
  /** What every notification has to say to be believed. */
  readonly clientState: string;
  /** Id of the list that is watched. */
  readonly listId: string;
  /** Where notifications go. */
  readonly notificationUrl: string;
  readonly renewAt: IsoInstant;
  readonly endsAt: IsoInstant;
}

/** SharePoint would not tell of a plan's changes at this address. */
export interface SubscriptionRefusal {
  readonly planId: PlanId;
  readonly notificationUrl: string;
  /** Graph's code. */
  readonly code: string;
  readonly tryAgainAt: IsoInstant;
}

const COLUMNS = `plan_id AS "planId", list, subscription_id AS "subscriptionId", client_state AS "clientState",
  list_id AS "listId", notification_url AS "notificationUrl", ${isoInstant('renew_at')} AS "renewAt",
  ${isoInstant('ends_at')} AS "endsAt"`;

export async function listSubscriptions(db: Queryable): Promise<ListSubscription[]> {
  return db.query(`SELECT ${COLUMNS} FROM list_subscription ORDER BY plan_id, list`);
}

export async function findSubscriptions(
  db: Queryable,
  subscriptionIds: readonly string[],
): Promise<ListSubscription[]> {
  return db.query(`SELECT ${COLUMNS} FROM list_subscription WHERE subscription_id = ANY($1::text[])`, [
    subscriptionIds,
  ]);
}

/** Enters a subscription in place of the list's earlier one; the plan is refused no longer. */
export async function saveSubscription(db: Queryable, made: ListSubscription): Promise<void> {
  await db.query(
    `WITH allowed AS (DELETE FROM subscription_refusal WHERE plan_id = $1)
     INSERT INTO list_subscription
       (plan_id, list, subscription_id, client_state, list_id, notification_url, renew_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8::timestamptz)
     ON CONFLICT (plan_id, list) DO UPDATE SET subscription_id = excluded.subscription_id,
       client_state = excluded.client_state, list_id = excluded.list_id,
       notification_url = excluded.notification_url, renew_at = excluded.renew_at, ends_at = excluded.ends_at`,
    [
      made.planId,
      made.list,
      made.subscriptionId,
      made.clientState,
      made.listId,
      made.notificationUrl,
      made.renewAt,
      made.endsAt,
    ],
  );
}

/** Has a subscription renewed in the next round. */
export async function renewSoon(db: Queryable, subscriptionId: string, now: IsoInstant): Promise<void> {
  await db.query('UPDATE list_subscription SET renew_at = $2::timestamptz WHERE subscription_id = $1', [
    subscriptionId,
    now,
  ]);
}

export async function forgetSubscription(db: Queryable, subscriptionId: string): Promise<void> {
  await db.query('DELETE FROM list_subscription WHERE subscription_id = $1', [subscriptionId]);
}

export async function listRefusals(db: Queryable): Promise<SubscriptionRefusal[]> {
  return db.query(
    `SELECT plan_id AS "planId", notification_url AS "notificationUrl", code, ${isoInstant('try_again_at')} AS "tryAgainAt"
     FROM subscription_refusal`,
  );
}

export async function saveRefusal(db: Queryable, refusal: SubscriptionRefusal): Promise<void> {
  await db.query(
    `INSERT INTO subscription_refusal (plan_id, notification_url, code, try_again_at)
     VALUES ($1, $2, $3, $4::timestamptz)
     ON CONFLICT (plan_id) DO UPDATE SET notification_url = excluded.notification_url, code = excluded.code,
       try_again_at = excluded.try_again_at`,
    [refusal.planId, refusal.notificationUrl, refusal.code, refusal.tryAgainAt],
  );
}

/** Whether SharePoint tells of a plan's changes; else its lists are only read every so often. */
export async function areNotified(db: Queryable, planId: PlanId): Promise<boolean> {
  const rows = await db.query<{ isSo: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM list_subscription WHERE plan_id = $1)
       AND NOT EXISTS (SELECT 1 FROM subscription_refusal WHERE plan_id = $1) AS "isSo"`,
    [planId],
  );
  return rows[0]?.isSo ?? false;
}
