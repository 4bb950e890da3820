import type { PlanId } from '../plan/plan.ts';
import type { RowKey } from '../plan/rows.ts';
import type { Queryable } from './database.ts';

/** A check-in card that stands in a channel. */
export interface CheckInCard {
  readonly planId: PlanId;
  readonly meetingKey: RowKey;
  readonly conversationId: string;
  readonly activityId: string;
  readonly serviceUrl: string;
  /** Digest of what it shows; `null` before it was first drawn again. */
  readonly drawn: string | null;
}

const COLUMNS = `plan_id AS "planId", meeting_key AS "meetingKey", conversation_id AS "conversationId",
  activity_id AS "activityId", service_url AS "serviceUrl", drawn`;

export async function saveCard(db: Queryable, card: Omit<CheckInCard, 'drawn'>): Promise<void> {
  await db.query(
    `INSERT INTO check_in_card (plan_id, meeting_key, conversation_id, activity_id, service_url)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (conversation_id, activity_id) DO NOTHING`,
    [card.planId, card.meetingKey, card.conversationId, card.activityId, card.serviceUrl],
  );
}

/** Notes that the cards of a check-in no longer show how it stands. */
export async function markCardsDirty(db: Queryable, planId: PlanId, meetingKey: RowKey): Promise<void> {
  await db.query(
    'UPDATE check_in_card SET dirty = true WHERE plan_id = $1 AND meeting_key = $2 AND NOT superseded',
    [planId, meetingKey],
  );
}

/** Notes that the lists have changed: the cards of every open check-in of the plan may no longer be true. */
export async function markOpenCardsDirty(db: Queryable, planId: PlanId): Promise<void> {
  await db.query(
    `UPDATE check_in_card SET dirty = true WHERE plan_id = $1 AND NOT superseded AND meeting_key IN (
       SELECT key FROM mirror_meetings WHERE plan_id = $1 AND NOT deleted AND "row"->>'state' = 'Open')`,
    [planId],
  );
}

/** Notes what a card shows now. */
export async function recordDrawn(db: Queryable, card: CheckInCard, drawn: string): Promise<void> {
  await db.query('UPDATE check_in_card SET drawn = $3 WHERE conversation_id = $1 AND activity_id = $2', [
    card.conversationId,
    card.activityId,
    drawn,
  ]);
}

/** Takes the cards that need drawing again; what becomes dirty from now on is drawn once more. */
export async function claimDirtyCards(db: Queryable): Promise<CheckInCard[]> {
  return db.query(
    `UPDATE check_in_card SET dirty = false WHERE dirty AND NOT superseded RETURNING ${COLUMNS}`,
  );
}

export async function markDirtyAgain(db: Queryable, card: CheckInCard): Promise<void> {
  await db.query('UPDATE check_in_card SET dirty = true WHERE conversation_id = $1 AND activity_id = $2', [
    card.conversationId,
    card.activityId,
  ]);
}

/** The card can no longer be updated, or a newer one stands for it. */
export async function markSuperseded(db: Queryable, card: CheckInCard): Promise<void> {
  await db.query(
    'UPDATE check_in_card SET superseded = true WHERE conversation_id = $1 AND activity_id = $2',
    [card.conversationId, card.activityId],
  );
}
