import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Queryable } from './database.ts';

/** Where a message goes, as Teams counts: a channel with all its threads, or a chat. */
export interface SendPlace {
  readonly tenantId: string;
  readonly place: string;
}

/** Leave to send one message. */
export type SendTurn =
  | { readonly status: 'taken'; readonly sendId: number }
  | {
      readonly status: 'later';
      /** `Paced`: the place has had all it may get. `Paused`: Teams asked for it. `Stopped`: Teams does not know us. */
      readonly code: 'Paced' | 'Paused' | 'Stopped';
      readonly waitMs: number;
    };

/**
 * What Teams takes of one bot in one conversation: at most so many messages and updates in any stretch of so many seconds.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const CONVERSATION_LIMITS = [
  { most: 7, seconds: 1 },
  { most: 8, seconds: 2 },
  { most: 60, seconds: 30 },
  { most: 1_800, seconds: 3_600 },
] as const;

/** In a second, in the whole tenant. Teams takes 50: the rest is for answers to people, who are never kept waiting. */
const TENANT_PER_SECOND = 45;
/** After Teams was busy. */
const SLOWED_PER_SECOND = 22;
const SLOWED_SECONDS = 30;

/** A message on its way has reached Teams by then; until its answer is there, it counts as if it came last. */
const ARRIVES_WITHIN_SECONDS = 5;

/** Each time that Teams was busy in a row, a place rests twice as long, give or take a fifth, if Teams asks for no more. */
const BACK_OFF = { firstSeconds: 2, mostSeconds: 300 } as const;

/** After Teams refused our credentials one message is tried in so long. */
const STOPPED_SECONDS = 60;

/** How long to wait here for a turn in the whole tenant: nothing else could be sent meanwhile. */
const MOST_TENANT_WAIT_MS = 3_000;
const LEAST_WAIT_MS = 10;

/** Who holds it gives out turns; the same in every process. */
const TURN_LOCK = 4_210_979;

/**
 * Takes a turn to send one message, in whichever process: what is sent afterwards keeps within Teams' limits. A message
 * that is on its way counts until its answer is there, so that none is counted in an earlier second than Teams does.
 * Waits while it is the whole tenant's turn that is missing.
 */
export async function takeTurn(database: Database, to: SendPlace): Promise<SendTurn> {
  for (let waitedMs = 0; ; ) {
    const turn = await tryTurn(database, to);
    if (turn.status !== 'busy') return turn;
    const waitMs = Math.max(LEAST_WAIT_MS, turn.waitMs);
    if (waitedMs + waitMs > MOST_TENANT_WAIT_MS) return { status: 'later', code: 'Paced', waitMs };
    await sleep(waitMs);
    waitedMs += waitMs;
  }
}

type TriedTurn = SendTurn | { readonly status: 'busy'; readonly waitMs: number };

const CODES = { full: 'Paced', paused: 'Paused', stopped: 'Stopped' } as const;

function tryTurn(database: Database, { tenantId, place }: SendPlace): Promise<TriedTurn> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [TURN_LOCK]);
    const [obstacle] = await tx.query<{ why: keyof typeof CODES | 'busy'; waitMs: number }>(OBSTACLES, [
      tenantId,
      place,
      JSON.stringify(CONVERSATION_LIMITS),
      TENANT_PER_SECOND,
      SLOWED_PER_SECOND,
    ]);
    if (obstacle?.why === 'busy') return { status: 'busy', waitMs: obstacle.waitMs };
    if (obstacle !== undefined)
      return { status: 'later', code: CODES[obstacle.why], waitMs: obstacle.waitMs };
    // While sending is stopped this is the one that tries: the others wait for what becomes of it.
    const [taken] = await tx.query<{ id: number }>(
      `WITH trial AS (
         UPDATE send_brake SET until = clock_timestamp() + make_interval(secs => $4)
         WHERE tenant_id = $1 AND kind = 'stopped')
       INSERT INTO send (tenant_id, place, at) VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3))
       RETURNING id`,
      [tenantId, place, ARRIVES_WITHIN_SECONDS, STOPPED_SECONDS],
    );
    return { status: 'taken', sendId: taken?.id ?? 0 };
  });
}

/** What stands in the way now, that of the place first, then the longest. Of what is on its way nobody knows how long it takes. */
const OBSTACLES = `
  WITH moment AS MATERIALIZED (SELECT clock_timestamp() AS now),
  brake AS (
    SELECT kind, place, until FROM send_brake, moment
    WHERE tenant_id = $1 AND until > now AND (kind <> 'paused' OR place = $2)),
  earlier AS (
    SELECT 'full' AS why, l.seconds, (
      SELECT at FROM send WHERE tenant_id = $1 AND place = $2 ORDER BY at DESC OFFSET l.most - 1 LIMIT 1) AS at
    FROM jsonb_to_recordset($3::jsonb) AS l (most integer, seconds integer)
    UNION ALL
    SELECT 'busy', 1, (
      SELECT at FROM send WHERE tenant_id = $1 ORDER BY at DESC LIMIT 1
      OFFSET CASE WHEN EXISTS (SELECT 1 FROM brake WHERE kind = 'slowed') THEN $5::integer ELSE $4::integer END - 1)),
  obstacle AS (
    SELECT kind AS why, until FROM brake WHERE kind <> 'slowed'
    UNION ALL
    SELECT why, least(at, now) + make_interval(secs => seconds) FROM earlier, moment
    WHERE at + make_interval(secs => seconds) > now)
  SELECT why, ceil(extract(epoch FROM until - now) * 1000)::integer AS "waitMs"
  FROM obstacle, moment ORDER BY why = 'busy', until DESC LIMIT 1`;

/** The answer of Teams to what was sent is there. */
export async function endTurn(db: Queryable, sendId: number): Promise<void> {
  await db.query('UPDATE send SET at = least(at, clock_timestamp()) WHERE id = $1', [sendId]);
}

/** Counts what was sent without asking for a turn, in answer to somebody. */
export async function countSend(db: Queryable, { tenantId, place }: SendPlace): Promise<void> {
  await db.query('INSERT INTO send (tenant_id, place, at) VALUES ($1, $2, clock_timestamp())', [
    tenantId,
    place,
  ]);
}

/**
 * Teams is busy: nothing goes to that place for as long as it asks, or longer each time, and less to the whole tenant.
 * @returns how long
 */
export async function pausePlace(
  db: Queryable,
  { tenantId, place, retryAfterMs }: SendPlace & { readonly retryAfterMs: number },
): Promise<number> {
  await db.query(
    `INSERT INTO send_brake (tenant_id, place, kind, until)
     VALUES ($1, '', 'slowed', now() + make_interval(secs => $2))
     ON CONFLICT (tenant_id, kind, place) DO UPDATE SET until = excluded.until`,
    [tenantId, SLOWED_SECONDS],
  );
  // What was on its way when the pause began is no further failure.
  const [paused] = await db.query<{ waitMs: number }>(
    `INSERT INTO send_brake AS b (tenant_id, place, kind, until)
     VALUES ($1, $2, 'paused', now() + make_interval(secs => greatest($3::double precision / 1000, $4 * (0.8 + 0.4 * random()))))
     ON CONFLICT (tenant_id, kind, place) DO UPDATE SET
       failures = b.failures + (b.until <= now())::integer,
       until = greatest(b.until, now() + make_interval(secs => greatest($3::double precision / 1000,
         least($5, $4 * power(2, least(20, b.failures - 1 + (b.until <= now())::integer))) * (0.8 + 0.4 * random()))))
     RETURNING ceil(extract(epoch FROM until - now()) * 1000)::integer AS "waitMs"`,
    [tenantId, place, retryAfterMs, BACK_OFF.firstSeconds, BACK_OFF.mostSeconds],
  );
  return paused?.waitMs ?? retryAfterMs;
}

/**
 * Teams does not take our credentials: nothing is sent, but for one message a minute that tries.
 * @returns how long, and whether it was not so before
 */
export async function stopSending(
  db: Queryable,
  tenantId: string,
): Promise<{ readonly waitMs: number; readonly isNew: boolean }> {
  const rows = await db.query<{ failures: number }>(
    `INSERT INTO send_brake AS b (tenant_id, place, kind, until)
     VALUES ($1, '', 'stopped', now() + make_interval(secs => $2))
     ON CONFLICT (tenant_id, kind, place) DO UPDATE SET until = excluded.until, failures = b.failures + 1
     RETURNING failures`,
    [tenantId, STOPPED_SECONDS],
  );
  return { waitMs: STOPPED_SECONDS * 1_000, isNew: rows[0]?.failures === 1 };
}

/** Teams took a message: neither the place nor our credentials are in the way any more. */
export async function releaseBrakes(db: Queryable, { tenantId, place }: SendPlace): Promise<void> {
  await db.query(
    `DELETE FROM send_brake WHERE tenant_id = $1 AND ((kind = 'paused' AND place = $2) OR kind = 'stopped')`,
    [tenantId, place],
  );
}

/** Whether nothing is sent because Teams does not take our credentials. */
export async function isSendingStopped(db: Queryable): Promise<boolean> {
  const rows = await db.query(`SELECT 1 FROM send_brake WHERE kind = 'stopped' LIMIT 1`);
  return rows.length > 0;
}

/** Forgets what no limit looks back at any more. */
export async function pruneSends(db: Queryable, tenantId: string): Promise<void> {
  await db.query(
    `WITH brakes AS (
       DELETE FROM send_brake WHERE tenant_id = $1 AND kind <> 'stopped' AND until < now() - interval '1 hour')
     DELETE FROM send WHERE tenant_id = $1 AND at < now() - interval '1 hour'`,
    [tenantId],
  );
}
