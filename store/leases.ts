import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Database } from './database.ts';

/** How often a lease that somebody else holds is asked for again. */
const POLL_MS = 50;

export interface LeaseOptions {
  /** What only one may do at a time. */
  readonly name: string;
  /** A holder that dies loses its lease after this; must exceed the longest the work can take. */
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
    await setTimeout(POLL_MS);
  }
  try {
    return await work();
  } finally {
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
