import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { COMPILE_CACHE } from '../../../server/launch/compile-cache.ts';
import type { Queryable } from '../../../store/database.ts';
import { waitUntil } from '../wait-until.ts';
import type { SendSite } from './send-site.ts';

const WORKER = join(import.meta.dirname, 'send-worker.ts');
/** So long PostgreSQL may take to see that a process is gone. */
const GONE_MS = 30_000;

/** Processes that share the sending on one database. */
export interface SendWorkers {
  /** Names of those in the middle of it: they have sent something, and have something on its way to Teams. */
  sending(): Promise<readonly string[]>;
  readonly names: () => readonly string[];
  /**
   * Kills a process with SIGKILL and starts another in its place. Answers the ids of the notices that it was sending: once
   * its connections are gone, nobody can settle them as it would have.
   */
  kill(name: string): Promise<readonly number[]>;
  /** Kills them all. */
  stop(): void;
}

export function startSendWorkers({ database, databaseUrl, place }: SendSite, count: number): SendWorkers {
  const workers = new Map<string, ChildProcess>();
  let started = 0;
  const start = () => {
    started += 1;
    const name = `worker-${started}`;
    const url = new URL(databaseUrl);
    url.searchParams.set('application_name', name);
    const args = ['--no-warnings', WORKER, name, url.href, JSON.stringify(place)];
    const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILE_CACHE };
    workers.set(name, spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] }));
  };
  for (let at = 0; at < count; at += 1) start();
  return {
    names: () => [...workers.keys()],
    async sending() {
      const rows = await database.query<{ sender: string }>(
        `SELECT DISTINCT sender FROM notice n WHERE state = 'sending'
           AND EXISTS (SELECT 1 FROM notice s WHERE s.sender = n.sender AND s.state = 'sent')`,
      );
      const senders = new Set(rows.map(({ sender }) => sender));
      return [...workers.keys()].filter((name) => senders.has(senderOf(name)));
    },
    async kill(name) {
      const victim = workers.get(name);
      if (victim === undefined) throw new Error(`There is no ${name}.`);
      workers.delete(name);
      const known = new Set(await idsOf(database, name, ['ambiguous']));
      const ended = once(victim, 'exit');
      victim.kill('SIGKILL');
      await ended;
      start();
      await waitUntil(() => isGone(database, name), { patienceMs: GONE_MS });
      // On a busy machine the others may have found out by now that it died.
      return (await idsOf(database, name, ['sending', 'ambiguous'])).filter((id) => !known.has(id));
    },
    stop() {
      for (const worker of workers.values()) worker.kill('SIGKILL');
    },
  };
}

async function idsOf(
  database: Queryable,
  name: string,
  states: readonly string[],
): Promise<readonly number[]> {
  const rows = await database.query<{ id: number }>(
    'SELECT id::integer FROM notice WHERE state = ANY($2::text[]) AND sender = $1',
    [senderOf(name), states],
  );
  return rows.map(({ id }) => id);
}

/** As `workflow/notices/deliver-notices.ts` names who sends. */
function senderOf(name: string): string {
  return `sending ${name}`;
}

async function isGone(database: Queryable, name: string): Promise<boolean> {
  const rows = await database.query('SELECT 1 FROM pg_stat_activity WHERE application_name = $1', [name]);
  return rows.length === 0;
}
