import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';

/** What became of a notice. `sending` that stays is a send whose outcome was lost: treated as ambiguous. */
export const NOTICE_STATES = [
  'due',
  'sending',
  'sent',
  'not sent',
  'ambiguous',
  'expired',
  'nothing to say',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** What identifies a notice: it is planned once per kind, subject and period. */
export interface NoticeKey {
  readonly kind: string;
  readonly subject: string;
  readonly period: string;
}

export interface PlannedNotice extends NoticeKey {
  readonly planId: string;
  readonly recipient: unknown;
  /** ISO instants. */
  readonly dueAt: string;
  readonly expiresAt: string;
}

export interface ClaimedNotice extends PlannedNotice {
  readonly id: number;
  readonly attempts: number;
  /** Name of the lease under which it was claimed. */
  readonly sender: string;
}

/** One sender's hold on a notice. */
export type Claim = Pick<ClaimedNotice, 'id' | 'attempts' | 'sender'>;

/** Codes of notices that were put off until Teams takes more: each is due at a moment that is known. */
export const WAITING_FOR_TEAMS = ['Throttled', 'Paced', 'Paused', 'Stopped'] as const;

const COLUMNS = `id, kind, subject, period, plan_id AS "planId", recipient, attempts, sender,
  ${isoInstant('due_at')} AS "dueAt",
  ${isoInstant('expires_at')} AS "expiresAt"`;

const INSERT_NOTICES = `INSERT INTO notice (kind, subject, period, plan_id, recipient, due_at, expires_at)
  SELECT n.kind, n.subject, n.period, n."planId", n.recipient, n."dueAt", n."expiresAt"
  FROM jsonb_to_recordset($1::jsonb) AS n (kind text, subject text, period text, "planId" text, recipient jsonb,
    "dueAt" timestamptz, "expiresAt" timestamptz)`;

/** Plans notices; those planned before stay as they are. Answers how many are new. */
export async function planNotices(db: Queryable, notices: readonly PlannedNotice[]): Promise<number> {
  if (notices.length === 0) return 0;
  const rows = await db.query(
    `${INSERT_NOTICES} ON CONFLICT (kind, subject, period) DO NOTHING RETURNING id`,
    [JSON.stringify(notices)],
  );
  return rows.length;
}

/** States of a notice that came to nothing: it was certainly not sent, and never will be. */
const UNSENT_STATES = ['expired', 'not sent', 'nothing to say'] as const satisfies readonly NoticeState[];

/**
 * Plans notices that may be planned again once they came to nothing. Never one that was sent or may have been.
 * @param from states they are planned again from
 * @returns the ids of those that are to be sent now; not of those that were before, or are already waiting
 */
export async function planAgain(
  db: Queryable,
  notices: readonly PlannedNotice[],
  from: readonly (typeof UNSENT_STATES)[number][] = UNSENT_STATES,
): Promise<readonly number[]> {
  if (notices.length === 0) return [];
  // PostgreSQL changes no row twice in one statement.
  const each = new Map(notices.map((one) => [JSON.stringify([one.kind, one.subject, one.period]), one]));
  const rows = await db.query<{ id: number }>(
    `${INSERT_NOTICES}
     ON CONFLICT (kind, subject, period) DO UPDATE SET state = 'due', code = NULL, settled_at = NULL,
       not_before = now(), due_at = excluded.due_at, expires_at = excluded.expires_at
     WHERE notice.state = ANY($2::text[]) RETURNING id`,
    [JSON.stringify([...each.values()]), from],
  );
  return rows.map(({ id }) => id);
}

/** Whether a plan has a notice of a kind that was planned for that moment or later. */
export async function hasPlannedSince(
  db: Queryable,
  {
    planId,
    kind,
    since,
  }: { readonly planId: string; readonly kind: string /** ISO. */; readonly since: string },
): Promise<boolean> {
  const rows = await db.query(
    'SELECT 1 FROM notice WHERE plan_id = $1 AND kind = $2 AND due_at >= $3::timestamptz LIMIT 1',
    [planId, kind, since],
  );
  return rows.length > 0;
}

/**
 * Records a notice that was sent without being planned, in answer to somebody. One that was sent, or may have been, is
 * left; one that waits, or came to nothing, is not sent any more.
 */
export async function recordSent(
  db: Queryable,
  { kind, subject, period, planId, at }: NoticeKey & { readonly planId: string; readonly at: string },
): Promise<void> {
  await db.query(
    `INSERT INTO notice (kind, subject, period, plan_id, recipient, due_at, expires_at, state, code, settled_at)
     VALUES ($1, $2, $3, $4, '{}', $5::timestamptz, $5::timestamptz, 'sent', 'OnRequest', $5::timestamptz)
     ON CONFLICT (kind, subject, period) DO UPDATE SET state = 'sent', code = excluded.code,
       settled_at = excluded.settled_at
     WHERE notice.state = ANY($6::text[])`,
    [kind, subject, period, planId, at, ['due', ...UNSENT_STATES]],
  );
}

/** Makes notices that waited for the app to be installed due at once. */
export async function rearmNotices(db: Queryable, code: string): Promise<void> {
  await db.query(`UPDATE notice SET not_before = now() WHERE state = 'due' AND code = $1`, [code]);
}

/**
 * How many notices may be sent now and have not been.
 * @param at Milepost's time, ISO
 */
export async function countDue(db: Queryable, at: string): Promise<number> {
  const rows = await db.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM notice
     WHERE state = 'due' AND not_before <= now() AND due_at <= $1::timestamptz`,
    [at],
  );
  return rows[0]?.count ?? 0;
}

/**
 * Takes the next notice to send, so that no other process will; for each recipient one after another. `null` when none may
 * be sent now. One that a process planned whose clock is ahead waits for the sender's.
 * @param sender name of the lease that the process holds while it sends
 * @param at Milepost's time, ISO
 */
export async function claimNotice(db: Queryable, sender: string, at: string): Promise<ClaimedNotice | null> {
  const rows = await db.query<ClaimedNotice>(
    `UPDATE notice SET state = 'sending', sender = $1, attempts = attempts + 1, not_before = now(), told = NULL
     WHERE id = (
       SELECT id FROM notice n WHERE state = 'due' AND not_before <= now() AND due_at <= $2::timestamptz AND NOT EXISTS (
         SELECT 1 FROM notice s WHERE s.state = 'sending'
           AND (s.recipient->>'entraObjectId' = n.recipient->>'entraObjectId'
             OR (s.plan_id = n.plan_id AND s.recipient->>'groupKey' = n.recipient->>'groupKey')))
       ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [sender, at],
  );
  return rows[0] ?? null;
}

/**
 * Keeps with a claimed notice what it is about to tell, for whoever has to decide of it should its process be lost. Answers
 * whether the claim still holds: a process that was held up for long may have been taken for dead.
 * @param told what is to be noted as told once it has arrived; `null` for nothing
 */
export async function beginSend(
  db: Queryable,
  { id, attempts, sender }: Claim,
  told: unknown = null,
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE notice SET told = $4::jsonb
     WHERE id = $1 AND attempts = $2 AND sender = $3 AND state = 'sending' RETURNING 1`,
    [id, attempts, sender, told === null ? null : JSON.stringify(told)],
  );
  return rows.length > 0;
}

/** Puts a claimed notice off without an attempt. */
export async function putOff(
  db: Queryable,
  { id, attempts, sender }: Claim,
  { code, waitMs }: { readonly code: string; readonly waitMs: number },
): Promise<void> {
  await db.query(
    `UPDATE notice SET state = 'due', code = $4, attempts = attempts - 1,
       not_before = now() + make_interval(secs => $5::double precision / 1000)
     WHERE id = $1 AND attempts = $2 AND sender = $3 AND state = 'sending'`,
    [id, attempts, sender, code, waitMs],
  );
}

/** Puts a claimed notice off without an attempt until a moment of Milepost's time, when it is due anew. */
export async function postpone(
  db: Queryable,
  { id, attempts, sender }: Claim,
  { code, dueAt }: { readonly code: string /** ISO. */; readonly dueAt: string },
): Promise<void> {
  await db.query(
    `UPDATE notice SET state = 'due', code = $4, attempts = attempts - 1, due_at = $5::timestamptz
     WHERE id = $1 AND attempts = $2 AND sender = $3 AND state = 'sending'`,
    [id, attempts, sender, code, dueAt],
  );
}

/**
 * Records one attempt and what the notice is now; what it was to tell is kept while that is unclear. Whoever was taken for dead meanwhile still says what became of it, unless
 * somebody has claimed it anew.
 */
export async function settleNotice(
  db: Queryable,
  { id, attempts, sender }: Claim,
  outcome: {
    readonly state: Exclude<NoticeState, 'sending'>;
    /** Milepost's time, ISO. */
    readonly at: string;
    readonly code?: string;
    /** For `due`: try again after this. */
    readonly retryAfterMs?: number;
    readonly conversationId?: string;
    readonly activityId?: string;
  },
): Promise<void> {
  await db.query(
    `WITH settled AS (
       UPDATE notice SET state = $4, code = $5, conversation_id = $6, activity_id = $7,
         told = CASE WHEN $4 = 'ambiguous' THEN told END,
         settled_at = CASE WHEN $4 = 'due' THEN NULL ELSE $8::timestamptz END,
         not_before = now() + make_interval(secs => $9::double precision / 1000)
       WHERE id = $1 AND attempts = $2 AND sender = $3 RETURNING id)
     INSERT INTO delivery (notice_id, at, outcome, code)
     SELECT id, $8::timestamptz, CASE WHEN $4 = 'due' THEN 'throttled' ELSE $4 END, $5 FROM settled`,
    [
      id,
      attempts,
      sender,
      outcome.state,
      outcome.code ?? null,
      outcome.conversationId ?? null,
      outcome.activityId ?? null,
      outcome.at,
      outcome.retryAfterMs ?? 0,
    ],
  );
}

/** Nobody holds the lease under which it was claimed. Versions before took none: they have five minutes. */
const SENDER_IS_DEAD = `NOT EXISTS (SELECT 1 FROM lease l WHERE l.name = n.sender AND l.expires_at > now())
  AND (n.sender IS NOT NULL OR n.not_before < now() - interval '5 minutes')`;

/**
 * Marks as ambiguous what a process was sending that died between the send and the record. It may have arrived, so it is
 * not sent again. Answers how many.
 */
export async function settleLostSends(db: Queryable): Promise<number> {
  const rows = await db.query(
    `WITH lost AS (
       UPDATE notice n SET state = 'ambiguous', code = 'ProcessLost', settled_at = now()
       WHERE state = 'sending' AND ${SENDER_IS_DEAD} RETURNING id)
     INSERT INTO delivery (notice_id, at, outcome, code)
     SELECT id, now(), 'ambiguous', 'ProcessLost' FROM lost RETURNING notice_id`,
  );
  return rows.length;
}

/** When it will be known of what is being sent that its process died, in milliseconds from now, unless it did not. */
export async function nextLostInMs(db: Queryable): Promise<number | null> {
  return msUntil(
    db,
    `SELECT min(coalesce(l.expires_at, now())) AS at FROM notice n LEFT JOIN lease l ON l.name = n.sender
     WHERE n.state = 'sending' AND n.sender IS NOT NULL`,
  );
}

/** When the next notice may be tried that was put off until Teams takes more; `null` when none waits. */
export async function nextThrottledInMs(db: Queryable): Promise<number | null> {
  return msUntil(
    db,
    `SELECT min(not_before) AS at FROM notice WHERE state = 'due' AND code = ANY($1::text[])`,
    [WAITING_FOR_TEAMS],
  );
}

async function msUntil(
  db: Queryable,
  moment: string,
  values: readonly (readonly string[])[] = [],
): Promise<number | null> {
  const rows = await db.query<{ ms: number | null }>(
    `SELECT ceil(extract(epoch FROM at - now()) * 1000)::integer AS ms FROM (${moment}) AS next`,
    values,
  );
  const ms = rows[0]?.ms ?? null;
  return ms === null ? null : Math.max(0, ms);
}
