import type { PlanId } from '../plan/plan.ts';
import type { IsoDate, RowKey } from '../plan/rows.ts';
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
  /** A newer card stands for it: it says so at last, and is drawn no more. */
  readonly superseded: boolean;
  /** How often in a row it was drawn without knowing what became of it. */
  readonly failures: number;
}

/** What names a card: one message of Teams. */
export type CardName = Pick<CheckInCard, 'planId' | 'conversationId' | 'activityId'>;

/** What a card shows once it was drawn. */
export interface Drawn {
  readonly drawn: string;
  /** How many answers it says wait for SharePoint. */
  readonly waiting: number;
}

/** The address of Teams may change: that at which the channel was last seen counts, if it was seen at all. */
const COLUMNS = `plan_id AS "planId", meeting_key AS "meetingKey", conversation_id AS "conversationId",
  activity_id AS "activityId", drawn, superseded, failures, coalesce((SELECT v.service_url FROM conversation v
    WHERE v.channel_id = split_part(check_in_card.conversation_id, ';', 1) AND v.kind = 'channel'
    ORDER BY v.seen_at DESC LIMIT 1), service_url) AS "serviceUrl"`;

/** No answer of the card's check-in waits for SharePoint. */
const NOTHING_WAITS = `NOT EXISTS (SELECT 1 FROM outbox o WHERE o.plan_id = c.plan_id
  AND o.meeting_key = c.meeting_key AND o.answer_key IS NOT NULL AND o.state IN ('waiting', 'held'))`;

/** It no longer shows how things stand, nobody is drawing it, and no other is about to be posted in its place. */
const OUT_OF_DATE = `(c.dirty OR (c.waiting > 0 AND NOT c.superseded AND ${NOTHING_WAITS}))
  AND c.drawing_until IS NULL AND NOT EXISTS (SELECT 1 FROM notice n
    WHERE n.id = c.successor AND n.plan_id = c.plan_id AND n.state IN ('due', 'sending'))`;

/**
 * Remembers where a card stands. It is looked at once more if it is known what it shows, since something may have been
 * answered while it was on its way, or if it may speak of answers that wait.
 */
export async function saveCard(
  db: Queryable,
  card: CardName & Pick<CheckInCard, 'meetingKey' | 'serviceUrl'> & Partial<Drawn>,
): Promise<void> {
  await db.query(
    `INSERT INTO check_in_card AS c
       (plan_id, meeting_key, conversation_id, activity_id, service_url, drawn, waiting, dirty)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $6::text IS NOT NULL OR EXISTS (
       SELECT 1 FROM outbox o WHERE o.plan_id = $1 AND o.meeting_key = $2 AND o.answer_key IS NOT NULL
         AND o.state IN ('waiting', 'held')))
     ON CONFLICT (conversation_id, activity_id) DO NOTHING`,
    [
      card.planId,
      card.meetingKey,
      card.conversationId,
      card.activityId,
      card.serviceUrl,
      card.drawn ?? null,
      card.waiting ?? 0,
    ],
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

/** Notes that another day has begun: what is due in so many days, or overdue, is no longer true on the cards of yesterday. */
export async function markAgedCardsDirty(db: Queryable, planId: PlanId, today: IsoDate): Promise<void> {
  await db.query(
    `UPDATE check_in_card SET dirty = true, shows_day = $2::date
     WHERE plan_id = $1 AND NOT superseded AND shows_day IS DISTINCT FROM $2::date AND meeting_key IN (
       SELECT key FROM mirror_meetings WHERE plan_id = $1 AND NOT deleted AND "row"->>'state' = 'Open')`,
    [planId, today],
  );
}

/** Whether a card of a check-in was ever posted. */
export async function hasCards(db: Queryable, planId: PlanId, meetingKey: RowKey): Promise<boolean> {
  const rows = await db.query('SELECT 1 FROM check_in_card WHERE plan_id = $1 AND meeting_key = $2 LIMIT 1', [
    planId,
    meetingKey,
  ]);
  return rows.length > 0;
}

/**
 * Takes a card that is to be drawn now, for itself until it is put back; what becomes dirty from now on is drawn once
 * more. Who dies with it loses it after `forMs`, and then it is drawn by somebody else. `null` when none is left.
 * @param options.except cards that are not taken; default: none
 */
export async function claimCard(
  db: Queryable,
  { forMs, except = [] }: { readonly forMs: number; readonly except?: readonly Omit<CardName, 'planId'>[] },
): Promise<CheckInCard | null> {
  const rows = await db.query<CheckInCard>(
    `UPDATE check_in_card SET dirty = false, drawing_until = now() + make_interval(secs => $1::double precision / 1000)
     WHERE (plan_id, conversation_id, activity_id) = (
       SELECT plan_id, conversation_id, activity_id FROM check_in_card c
       WHERE (c.drawing_until < now() OR (c.not_before <= now() AND ${OUT_OF_DATE}))
         AND (c.conversation_id, c.activity_id) NOT IN (SELECT * FROM unnest($2::text[], $3::text[]))
       ORDER BY c.not_before LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [forMs, except.map(({ conversationId }) => conversationId), except.map(({ activityId }) => activityId)],
  );
  return rows[0] ?? null;
}

/** Puts a claimed card back. */
export async function putCardBack(
  db: Queryable,
  card: CardName,
  outcome: {
    /** What it shows now; what is absent is as it was. */
    readonly shows?: Partial<Drawn>;
    /** It is still to be drawn. */
    readonly dirty?: boolean;
    /** Default: none where it was drawn, else as many as there were. */
    readonly failures?: number;
    /** Not to be drawn again before. Default: at any time. */
    readonly restMs?: number;
  },
): Promise<void> {
  await db.query(
    `UPDATE check_in_card SET drawing_until = NULL, drawn = coalesce($4, drawn), waiting = coalesce($5, waiting),
       dirty = dirty OR $6, failures = coalesce($7, failures),
       not_before = now() + make_interval(secs => $8::double precision / 1000)
     WHERE plan_id = $1 AND conversation_id = $2 AND activity_id = $3`,
    [
      card.planId,
      card.conversationId,
      card.activityId,
      outcome.shows?.drawn ?? null,
      outcome.shows?.waiting ?? null,
      outcome.dirty ?? false,
      outcome.failures ?? (outcome.shows?.drawn === undefined ? null : 0),
      outcome.restMs ?? 0,
    ],
  );
}

/** When the next card may be drawn, in milliseconds from now; `null` when all show how things stand. */
export async function nextDrawingInMs(db: Queryable): Promise<number | null> {
  const rows = await db.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(c.not_before) - now()) * 1000)::integer AS ms
     FROM check_in_card c WHERE ${OUT_OF_DATE}`,
  );
  const ms = rows[0]?.ms ?? null;
  return ms === null ? null : Math.max(0, ms);
}

/** Whether another card of the same check-in stands that can still be kept up to date. */
export async function hasOtherCard(
  db: Queryable,
  card: CardName & Pick<CheckInCard, 'meetingKey'>,
): Promise<boolean> {
  const rows = await db.query(
    `SELECT 1 FROM check_in_card WHERE plan_id = $1 AND meeting_key = $2 AND NOT superseded
       AND (conversation_id, activity_id) <> ($3, $4) LIMIT 1`,
    [card.planId, card.meetingKey, card.conversationId, card.activityId],
  );
  return rows.length > 0;
}

/** Notes which notice posts another card in this one's place; until that is settled, this one is left alone. */
export async function saveSuccessor(db: Queryable, card: CardName, noticeId: number): Promise<void> {
  await db.query(
    `UPDATE check_in_card SET successor = $4, waiting = 0
     WHERE plan_id = $1 AND conversation_id = $2 AND activity_id = $3`,
    [card.planId, card.conversationId, card.activityId, noticeId],
  );
}

/** A newer card stands for this one: it is drawn once more, to say so. */
export async function supersedeCard(db: Queryable, card: CardName): Promise<void> {
  await db.query(
    `UPDATE check_in_card SET superseded = true, dirty = true, failures = 0, not_before = now()
     WHERE plan_id = $1 AND conversation_id = $2 AND activity_id = $3 AND NOT superseded`,
    [card.planId, card.conversationId, card.activityId],
  );
}
