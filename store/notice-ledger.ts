import type {
  Disowned,
  Handover,
  NoticeLedger,
  PastNews,
  PastReminder,
  Warning,
} from '../plan/notices/notice-ledger.ts';
import type { ItemRef, PlanId } from '../plan/plan.ts';
import type { IsoDate, IsoInstant } from '../plan/rows.ts';
import type { Queryable } from './database.ts';
import { isoInstant } from './iso-instant.ts';

/** What is known of earlier messages that decides what is due, over these plans. */
export async function readNoticeLedger(db: Queryable, planIds: readonly PlanId[]): Promise<NoticeLedger> {
  const warnings = await db.query<Warning>(
    `SELECT plan_id AS "planId", jsonb_build_object('list', item_list, 'key', item_key) AS ref,
       to_char(warned_on, 'YYYY-MM-DD') AS "on" FROM warning WHERE plan_id = ANY($1::text[])`,
    [planIds],
  );
  const handovers = await db.query<Handover>(
    `SELECT id::integer, plan_id AS "planId", jsonb_build_object('list', item_list, 'key', item_key) AS ref, kind,
       said_by AS by, words, ${isoInstant('at')} AS at, ${isoInstant('told_at')} AS "toldAt"
     FROM handover WHERE plan_id = ANY($1::text[]) AND (told_at IS NULL OR told_at >
       (SELECT max(told_at) FROM handover WHERE plan_id = ANY($1::text[])) - interval '40 days') ORDER BY id`,
    [planIds],
  );
  const reminders = await readReminders(db, planIds);
  return {
    warnings,
    handovers,
    disowned: await readDisowned(db, planIds),
    reminders,
    news: await readNews(db, planIds),
  };
}

/** What its owner says is not theirs, whoever was told of it, but for what was given since. */
function readDisowned(db: Queryable, planIds: readonly PlanId[]): Promise<Disowned[]> {
  return db.query<Disowned>(
    `SELECT plan_id AS "planId", jsonb_build_object('list', item_list, 'key', item_key) AS ref, said_by AS by,
       ${isoInstant('at')} AS at
     FROM (
       SELECT DISTINCT ON (plan_id, item_list, item_key) * FROM handover WHERE plan_id = ANY($1::text[])
       ORDER BY plan_id, item_list, item_key, handover.at DESC, id DESC
     ) AS last WHERE kind = 'not mine'`,
    [planIds],
  );
}

/**
 * Reminders of the last weeks before the last one. One that may have arrived counts as sent; one that is still to go out,
 * or had nothing to say, is not among them.
 */
function readReminders(db: Queryable, planIds: readonly PlanId[]): Promise<PastReminder[]> {
  return db.query<PastReminder>(
    `SELECT subject, period AS "on", CASE WHEN state IN ('expired', 'not sent') THEN NULL
       ELSE ${isoInstant('coalesce(settled_at, due_at)')} END AS "sentAt"
     FROM notice WHERE plan_id = ANY($1::text[]) AND kind = 'reminder'
       AND state IN ('sent', 'sending', 'ambiguous', 'expired', 'not sent')
       AND due_at > (SELECT max(due_at) FROM notice WHERE plan_id = ANY($1::text[]) AND kind = 'reminder')
         - interval '40 days'`,
    [planIds],
  );
}

const TRIED_AT =
  'coalesce((SELECT max(d.at) FROM delivery d WHERE d.notice_id = n.id AND d.decided_by IS NULL), n.due_at)';

/**
 * News of a year that was sent, or may have been: the last that somebody had may be that old. It was sent when it was
 * tried, however late somebody said that it had arrived.
 */
function readNews(db: Queryable, planIds: readonly PlanId[]): Promise<PastNews[]> {
  return db.query<PastNews>(
    `SELECT plan_id AS "planId", substr(subject, length(plan_id) + 2) AS subject, period,
       ${isoInstant(TRIED_AT, 'millisecond')} AS "sentAt"
     FROM notice n WHERE plan_id = ANY($1::text[]) AND kind = 'news' AND state IN ('sent', 'sending', 'ambiguous')
       AND due_at > (SELECT max(due_at) FROM notice WHERE plan_id = ANY($1::text[])) - interval '400 days'`,
    [planIds],
  );
}

/** Remembers that an item passes on. Said again before anybody was told, the later words stand. */
export async function saveHandover(db: Queryable, handover: Omit<Handover, 'id' | 'toldAt'>): Promise<void> {
  await db.query(
    `INSERT INTO handover (plan_id, item_list, item_key, kind, said_by, words, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz)
     ON CONFLICT (plan_id, item_list, item_key, kind) WHERE told_at IS NULL
     DO UPDATE SET said_by = excluded.said_by, words = excluded.words, at = excluded.at`,
    [
      handover.planId,
      handover.ref.list,
      handover.ref.key,
      handover.kind,
      handover.by,
      handover.words,
      handover.at,
    ],
  );
}

/** Whom it concerned was told. */
export async function settleHandovers(
  db: Queryable,
  planId: PlanId,
  { ids, at }: { readonly ids: readonly number[]; readonly at: IsoInstant },
): Promise<void> {
  await db.query(
    'UPDATE handover SET told_at = $3::timestamptz WHERE plan_id = $1 AND id = ANY($2::bigint[])',
    [planId, ids, at],
  );
}

/** Nobody needs to be told any more that an item is not its owner's. */
export async function settleNotMine(
  db: Queryable,
  planId: PlanId,
  { ref, at }: { readonly ref: ItemRef; readonly at: IsoInstant },
): Promise<void> {
  await db.query(
    `UPDATE handover SET told_at = $4::timestamptz
     WHERE plan_id = $1 AND item_list = $2 AND item_key = $3 AND kind = 'not mine' AND told_at IS NULL`,
    [planId, ref.list, ref.key, at],
  );
}

/** Remembers that an item's owner was warned. */
export async function saveWarning(
  db: Queryable,
  { planId, ref, on }: { readonly planId: PlanId; readonly ref: ItemRef; readonly on: IsoDate },
): Promise<void> {
  await db.query(
    `INSERT INTO warning (plan_id, item_list, item_key, warned_on) VALUES ($1, $2, $3, $4::date)
     ON CONFLICT (plan_id, item_list, item_key) DO UPDATE SET warned_on = excluded.warned_on`,
    [planId, ref.list, ref.key, on],
  );
}
