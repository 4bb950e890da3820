import { fromPglite, PgBoss } from 'pg-boss';
import type { PgliteDatabase } from './open-pglite.ts';
import type { PostgresDatabase } from './open-postgres.ts';

/** Work that one of the replicas does every minute. */
export interface Jobs {
  stop(): Promise<void>;
}

const TICK = 'tick';

/**
 * Runs `tick` once a minute, in one of the processes on the database. The queue only says when: `tick` itself must
 * bear running twice, since a process may die after the work and before the record.
 */
export async function startJobs(
  database: PgliteDatabase | PostgresDatabase,
  { tick, onError }: { readonly tick: () => Promise<void>; readonly onError: (error: Error) => void },
): Promise<Jobs> {
  const boss = createBoss(database);
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(TICK, { policy: 'exclusive', retryLimit: 0, expireInSeconds: 600 });
  await boss.work(TICK, tick);
  await boss.schedule(TICK, '* * * * *');
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}

/** Makes the tables of the queue, which `startJobs` would make. */
export async function prepareJobs(database: PgliteDatabase): Promise<void> {
  const boss = createBoss(database);
  await boss.start();
  await boss.stop({ graceful: false });
}

function createBoss(database: PgliteDatabase | PostgresDatabase): PgBoss {
  return database.kind === 'pglite'
    ? new PgBoss({ backend: 'pglite', db: fromPglite(database.pglite) })
    : new PgBoss({ connectionString: database.connectionString, max: 4 });
}
