import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';

/** How often a lease is renewed in the time it lasts. */
const RENEWALS = 3;

/** How often a lease that somebody else holds is asked for again. */
const POLL_MS = 50;

export interface LeaseOptions {
  /** What only one may do at a time. */
  readonly name: string;
  /** A holder that dies loses its lease after this; one that lives renews it for as long as the work takes. */
  readonly forMs: number;
  /** How long to wait for another holder to finish. Default 0: not at all. */
  readonly waitMs?: number;
}

/**
 * Does `work` when nobody else is doing what `name` names, in any process on this database.
 * @returns what `work` answers, or `null` when another holder kept the lease for all of `waitMs`.
 */
export async function withLease<T>(
  database: Database,
  options: LeaseOptions,
  work: () => Promise<T>,
): Promise<T | null> {
  const { name, waitMs = 0 } = options;
  const holder = randomUUID();
  for (let waitedMs = 0; !(await takeLease(database, options, holder)); waitedMs += POLL_MS) {
    if (waitedMs >= waitMs) return null;
    await sleep(POLL_MS);
  }
  const renewing = setInterval(() => {
    // A renewal that fails is tried again at the next turn, before the lease ends.
    renewLease(database, options, holder).catch(() => {});
  }, options.forMs / RENEWALS);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await database.query('DELETE FROM lease WHERE name = $1 AND holder = $2', [name, holder]);
  }
}

async function takeLease(
  database: Database,
  { name, forMs }: LeaseOptions,
  holder: string,
): Promise<boolean> {
  const taken = await database.query(
    `INSERT INTO lease (name, holder, expires_at) VALUES ($1, $2, now() + make_interval(secs => $3::double precision / 1000))
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
       WHERE lease.expires_at < now() RETURNING 1`,
    [name, holder, forMs],
  );
  return taken.length > 0;
}

async function renewLease(database: Database, { name, forMs }: LeaseOptions, holder: string): Promise<void> {
  await database.query(
    `UPDATE lease SET expires_at = now() + make_interval(secs => $3::double precision / 1000)
     WHERE name = $1 AND holder = $2`,
    [name, holder, forMs],
  );
}

/** Takes every lease away. Only where no other process can be holding one: at the start, on a database of our own. */
export async function dropLeases(database: Database): Promise<void> {
  await database.query('DELETE FROM lease');
}
