import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';

/**
 * Does `work` if nobody else is doing what `name` names, in any process on this database; else answers `null` at
 * once. A holder that dies loses its lease after `forMs`, so `forMs` must exceed the longest the work can take.
 */
export async function withLease<T>(
  database: Database,
  { name, forMs }: { readonly name: string; readonly forMs: number },
  work: () => Promise<T>,
): Promise<T | null> {
  const holder = randomUUID();
  const taken = await database.query(
    `INSERT INTO lease (name, holder, expires_at) VALUES ($1, $2, now() + make_interval(secs => $3::double precision / 1000))
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
       WHERE lease.expires_at < now() RETURNING 1`,
    [name, holder, forMs],
  );
  if (taken.length === 0) return null;
  try {
    return await work();
  } finally {
    await database.query('DELETE FROM lease WHERE name = $1 AND holder = $2', [name, holder]);
  }
}
