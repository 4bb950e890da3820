import type { StateCount } from '../plan/deliveries/build-deliveries.ts';
import { type LedgerEntry, SAID_ARRIVED, SEND_AGAIN } from '../plan/deliveries/ledger-entry.ts';
import type { PlanId } from '../plan/plan.ts';
import type { IsoInstant, RowKey } from '../plan/rows.ts';
import type { Queryable, SqlValue } from './database.ts';
import { isoInstant } from './iso-instant.ts';
import type { NoticeState } from './ledger.ts';

/** Which notices somebody may know of. */
export interface LedgerScope {
  readonly planId: PlanId;
  /** Kinds of which one notice speaks of all plans of a person; whose plan it names says nothing. */
  readonly sharedKinds: readonly string[];
  /** Directory ids, in small letters, of the people whose shared notices may be known of. */
  readonly people: readonly string[];
  /** Only what went to channels. */
  readonly channelsOnly: boolean;
}

/** Moments between which notices fell due. */
export interface LedgerPeriod {
  /** ISO. */
  readonly from: IsoInstant;
  readonly until: IsoInstant;
}

/** A notice sent in answer to somebody in a channel has no recipient. */
const VISIBLE = `(n.plan_id = $1 AND n.kind <> ALL($2::text[]) OR n.kind = ANY($2::text[]) AND n.subject = ANY($3::text[]))
  AND (NOT $4::boolean OR coalesce(n.recipient->>'kind', 'channel') = 'channel')`;

const WITHIN = 'n.due_at >= $5::timestamptz AND n.due_at < $6::timestamptz';

const valuesOf = ({ planId, sharedKinds, people, channelsOnly }: LedgerScope): SqlValue[] => [
  planId,
  sharedKinds,
  people,
  channelsOnly,
];

/** How many notices of each kind that fell due in a period are in each state. */
export async function countDeliveries(
  db: Queryable,
  scope: LedgerScope,
  { from, until }: LedgerPeriod,
): Promise<StateCount[]> {
  return db.query(
    `SELECT n.kind, n.state, count(*)::integer AS count FROM notice n WHERE ${VISIBLE} AND ${WITHIN}
     GROUP BY n.kind, n.state`,
    [...valuesOf(scope), from, until],
  );
}

/** Whether anything fell due before a moment. */
export async function hasDeliveriesBefore(
  db: Queryable,
  scope: LedgerScope,
  before: IsoInstant,
): Promise<boolean> {
  const rows = await db.query(
    `SELECT 1 FROM notice n WHERE ${VISIBLE} AND n.due_at < $5::timestamptz LIMIT 1`,
    [...valuesOf(scope), before],
  );
  return rows.length > 0;
}

/** Every state of the ledger is one that the plan has words for. */
type EntryRow = Omit<LedgerEntry, 'state'> & { readonly state: NoticeState };

const ENTRY = `SELECT n.id::integer, n.kind, n.state, n.code, n.attempts,
    CASE WHEN coalesce(n.recipient->>'kind', 'channel') = 'channel'
      THEN coalesce(n.recipient->>'groupKey', substr(n.subject, length(n.plan_id) + 2)) END AS "groupKey",
    lower(n.recipient->>'entraObjectId') AS "entraObjectId",
    ${isoInstant('n.due_at')} AS "dueAt", ${isoInstant('n.expires_at')} AS "expiresAt",
    ${isoInstant('n.settled_at')} AS "settledAt",
    (SELECT d.code FROM delivery d WHERE d.notice_id = n.id AND d.code IS NOT NULL AND d.decided_by IS NULL
     ORDER BY d.id DESC LIMIT 1) AS "lastCode",
    (SELECT jsonb_build_object('code', d.code, 'by', d.decided_by, 'at', ${isoInstant('d.at')})
     FROM delivery d WHERE d.notice_id = n.id AND d.decided_by IS NOT NULL
     ORDER BY d.id DESC LIMIT 1) AS decision
  FROM notice n`;

/** The notices that fell due in a period and were not simply sent, the latest first. */
export async function readDeliveries(
  db: Queryable,
  scope: LedgerScope,
  { from, until }: LedgerPeriod,
): Promise<LedgerEntry[]> {
  const rows = await db.query<EntryRow>(
    `${ENTRY} WHERE ${VISIBLE} AND ${WITHIN} AND (n.state <> 'sent'
       OR EXISTS (SELECT 1 FROM delivery d WHERE d.notice_id = n.id AND d.decided_by IS NOT NULL))
     ORDER BY n.due_at DESC, n.id DESC`,
    [...valuesOf(scope), from, until],
  );
  return rows;
}

/** Every notice that fell due in a period, the latest first. */
export async function readWholeLedger(
  db: Queryable,
  scope: LedgerScope,
  { from, until }: LedgerPeriod,
): Promise<LedgerEntry[]> {
  return db.query<EntryRow>(`${ENTRY} WHERE ${VISIBLE} AND ${WITHIN} ORDER BY n.due_at DESC, n.id DESC`, [
    ...valuesOf(scope),
    from,
    until,
  ]);
}

/** One notice; `null` where it is not there, or not to be known of. */
export async function findDelivery(
  db: Queryable,
  scope: LedgerScope,
  id: number,
): Promise<LedgerEntry | null> {
  const rows = await db.query<EntryRow>(`${ENTRY} WHERE ${VISIBLE} AND n.id = $5`, [...valuesOf(scope), id]);
  return rows[0] ?? null;
}

/** Notices of which it is not known whether they arrived, that fell due since a moment. */
export async function readAmbiguous(
  db: Queryable,
  scope: LedgerScope,
  since: IsoInstant,
): Promise<{ readonly id: number; readonly kind: string }[]> {
  return db.query(
    `SELECT n.id::integer, n.kind FROM notice n
     WHERE ${VISIBLE} AND n.state = 'ambiguous' AND n.due_at >= $5::timestamptz ORDER BY n.id`,
    [...valuesOf(scope), since],
  );
}

/** What somebody decided of one attempt. */
interface Decision {
  readonly id: number;
  /** The attempt they were shown: of a later one they know nothing. */
  readonly attempt: number;
  /** Directory id in small letters. */
  readonly by: string;
  /** Milepost's time. */
  readonly at: IsoInstant;
}

/**
 * Plans a notice anew that may have been sent, or was not, while it is timely. Answers `false`, changing nothing, where
 * that was decided before.
 */
export async function planDeliveryAgain(
  db: Queryable,
  scope: LedgerScope,
  { id, attempt, by, at }: Decision,
): Promise<boolean> {
  const rows = await db.query(
    `WITH again AS (
       UPDATE notice n SET state = 'due', code = $5, settled_at = NULL, not_before = now()
       WHERE ${VISIBLE} AND n.id = $6 AND n.attempts = $7 AND n.state IN ('ambiguous', 'not sent')
         AND n.expires_at > $8::timestamptz RETURNING n.id)
     INSERT INTO delivery (notice_id, at, outcome, code, decided_by)
     SELECT id, $8::timestamptz, 'due', $5, $9 FROM again RETURNING 1`,
    [...valuesOf(scope), SEND_AGAIN, id, attempt, at, by],
  );
  return rows.length > 0;
}

/**
 * Takes a notice that may have been sent for sent. Answers what it told, as the sender noted it; `null`, changing nothing,
 * where that was decided before.
 */
export async function settleAsArrived(
  db: Queryable,
  scope: LedgerScope,
  { id, attempt, by, at }: Decision,
): Promise<{ readonly told: unknown } | null> {
  const rows = await db.query<{ readonly told: unknown }>(
    `WITH arrived AS (
       UPDATE notice n SET state = 'sent', code = $5, settled_at = $8::timestamptz
       WHERE ${VISIBLE} AND n.id = $6 AND n.attempts = $7 AND n.state = 'ambiguous' RETURNING n.id, n.told), noted AS (
       INSERT INTO delivery (notice_id, at, outcome, code, decided_by)
       SELECT id, $8::timestamptz, 'sent', $5, $9 FROM arrived)
     SELECT told FROM arrived`,
    [...valuesOf(scope), SAID_ARRIVED, id, attempt, at, by],
  );
  return rows[0] ?? null;
}

/** When people were last told that a group's channel does not take what is posted, by the group's key. */
export async function readToldOfChannels(
  db: Queryable,
  planId: PlanId,
  codes: readonly string[],
): Promise<Map<RowKey, IsoInstant>> {
  const rows = await db.query<{ readonly groupKey: RowKey; readonly at: IsoInstant }>(
    `SELECT t.subject AS "groupKey", ${isoInstant('max(n.settled_at)')} AS at
     FROM trouble t JOIN notice n ON n.plan_id = t.plan_id AND n.period = t.told_in AND n.state = 'sent'
     WHERE t.plan_id = $1 AND t.code = ANY($2::text[]) GROUP BY t.subject`,
    [planId, codes],
  );
  return new Map(rows.map(({ groupKey, at }) => [groupKey, at]));
}

/** Forgets notices that were settled and went stale before a moment, with all their attempts. */
export async function pruneNotices(db: Queryable, before: IsoInstant): Promise<void> {
  await db.query(
    `DELETE FROM notice WHERE expires_at < $1::timestamptz AND due_at < $1::timestamptz AND state NOT IN ('due', 'sending')`,
    [before],
  );
}
