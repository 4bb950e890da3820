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
}

const COLUMNS = `id, kind, subject, period, plan_id AS "planId", recipient, attempts,
  ${isoInstant('due_at')} AS "dueAt",
  ${isoInstant('expires_at')} AS "expiresAt"`;

/** Plans notices; those planned before stay as they are. Answers how many are new. */
export async function planNotices(db: Queryable, notices: readonly PlannedNotice[]): Promise<number> {
  if (notices.length === 0) return 0;
  const rows = await db.query(
    `INSERT INTO notice (kind, subject, period, plan_id, recipient, due_at, expires_at)
     SELECT n.kind, n.subject, n.period, n."planId", n.recipient, n."dueAt", n."expiresAt"
     FROM jsonb_to_recordset($1::jsonb) AS n (kind text, subject text, period text, "planId" text, recipient jsonb,
       "dueAt" timestamptz, "expiresAt" timestamptz)
     ON CONFLICT (kind, subject, period) DO NOTHING RETURNING id`,
    [JSON.stringify(notices)],
  );
  return rows.length;
}

/** States of a notice that came to nothing: it was certainly not sent, and never will be. */
const UNSENT_STATES = ['expired', 'not sent', 'nothing to say'] as const satisfies readonly NoticeState[];

/**
 * Plans a notice that may be planned again once it came to nothing. Never one that was sent or may have been.
 * @param from states it is planned again from
 * @returns its id where it is to be sent; `null` where it was before, or is already waiting
 */
export async function planAgain(
  db: Queryable,
  notice: PlannedNotice,
  from: readonly (typeof UNSENT_STATES)[number][] = UNSENT_STATES,
): Promise<number | null> {
  const rows = await db.query<{ id: number }>(
    `INSERT INTO notice (kind, subject, period, plan_id, recipient, due_at, expires_at)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6::timestamptz, $7::timestamptz)
     ON CONFLICT (kind, subject, period) DO UPDATE SET state = 'due', code = NULL, settled_at = NULL,
       not_before = now(), due_at = excluded.due_at, expires_at = excluded.expires_at
     WHERE notice.state = ANY($8::text[]) RETURNING id`,
    [
      notice.kind,
      notice.subject,
      notice.period,
      notice.planId,
      JSON.stringify(notice.recipient),
      notice.dueAt,
      notice.expiresAt,
      from,
    ],
  );
  return rows[0]?.id ?? null;
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

/** How many notices may be sent now and have not been. */
export async function countDue(db: Queryable): Promise<number> {
  const rows = await db.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM notice WHERE state = 'due' AND not_before <= now()`,
  );
  return rows[0]?.count ?? 0;
}

/** Takes the next notice to send, so that no other process will. `null` when none may be sent now. */
export async function claimNotice(db: Queryable): Promise<ClaimedNotice | null> {
  const rows = await db.query<ClaimedNotice>(
    `UPDATE notice SET state = 'sending', attempts = attempts + 1, not_before = now()
     WHERE id = (SELECT id FROM notice WHERE state = 'due' AND not_before <= now()
                 ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
  );
  return rows[0] ?? null;
}

/** Records one attempt and what the notice is now. */
export async function settleNotice(
  db: Queryable,
  id: number,
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
       UPDATE notice SET state = $2, code = $3, conversation_id = $4, activity_id = $5,
         settled_at = CASE WHEN $2 = 'due' THEN NULL ELSE $6::timestamptz END,
         not_before = now() + make_interval(secs => $7::double precision / 1000)
       WHERE id = $1 RETURNING id)
     INSERT INTO delivery (notice_id, at, outcome, code)
     SELECT id, $6::timestamptz, CASE WHEN $2 = 'due' THEN 'throttled' ELSE $2 END, $3 FROM settled`,
    [
      id,
      outcome.state,
      outcome.code ?? null,
      outcome.conversationId ?? null,
      outcome.activityId ?? null,
      outcome.at,
      outcome.retryAfterMs ?? 0,
    ],
  );
}

/**
 * Marks as ambiguous what has been `sending` for longer than any send can last: its process died between the
 * send and the record. It may have arrived, so it is not sent again. Answers how many.
 */
export async function settleLostSends(
  db: Queryable,
  { olderThanMs }: { readonly olderThanMs: number },
): Promise<number> {
  const rows = await db.query(
    `UPDATE notice SET state = 'ambiguous', code = 'ProcessLost', settled_at = now()
     WHERE state = 'sending' AND not_before < now() - make_interval(secs => $1::double precision / 1000) RETURNING id`,
    [olderThanMs],
  );
  return rows.length;
}

/** When the next throttled notice may be tried, in milliseconds from now; `null` when none waits. */
export async function nextThrottledInMs(db: Queryable): Promise<number | null> {
  const rows = await db.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(not_before) - now()) * 1000)::integer AS ms
     FROM notice WHERE state = 'due' AND code = 'Throttled'`,
  );
  const ms = rows[0]?.ms ?? null;
  return ms === null ? null : Math.max(0, ms);
}
