import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../sandbox/core/random.ts';
import { COMPILE_CACHE } from '../server/launch/compile-cache.ts';
import type { Benchmark, RunOptions, Size, Table } from './benchmark.ts';
import { drawNumber } from './parts/chance.ts';
import { isAllSettled, judgePosts, readLedgerEnd } from './parts/notices/judge-posts.ts';
import { type SendSite, withSendSite } from './parts/notices/send-site.ts';

interface KillSize {
  readonly alerts: number;
  readonly leastKills: number;
  /** Then they are left to finish. Default: killed until everything is sent. */
  readonly mostKills?: number;
  readonly betweenMs: readonly [least: number, most: number];
}
const SIZES: Readonly<Record<Size, KillSize>> = {
  full: { alerts: 10_000, leastKills: 50, betweenMs: [2_000, 5_000] },
  quick: { alerts: 160, leastKills: 2, mostKills: 2, betweenMs: [2_500, 4_000] },
};
const PROCESSES = 3;
const WORKER = join(import.meta.dirname, 'parts', 'notices', 'send-worker.ts');
/** So long the whole course may take. */
const PATIENCE_MS = 60 * 60_000;

/** Whether anything is lost or sent twice where processes that share the sending are killed in the middle of it. */
export const kills: Benchmark = {
  name: 'kills',
  title: 'kill -9 of three processes that send, every few seconds',
  run: ({ size, seed }) =>
    withSendSite({ alerts: SIZES[size].alerts }, (site) => measure(site, { size, seed })),
};

async function measure(site: SendSite, { size, seed }: Pick<RunOptions, 'size' | 'seed'>): Promise<Table> {
  const { database, alerts } = site;
  const startedMs = performance.now();
  const killed = await sendAndKill(site, SIZES[size], seed);
  const seconds = (performance.now() - startedMs) / 1_000;
  const judged = judgePosts(await site.posts());
  const end = await readLedgerEnd(database);
  const { sent = 0, ambiguous = 0 } = end.states;
  const listed = await database.query(
    "SELECT 1 FROM notice WHERE state = 'ambiguous' AND code = 'ProcessLost'",
  );
  const lost = alerts - sent - ambiguous;
  // A process sends several at once: all that it had on their way when it was killed.
  const mostHit = killed * AT_ONCE;
  return {
    columns: [
      'alerts',
      'kills',
      'sent',
      'ambiguous',
      'lost',
      'in a channel',
      'twice',
      'most in 1 s',
      'in 30 s',
      'in an hour',
      'tenant in 1 s',
    ],
    rows: [
      [alerts, killed, sent, ambiguous, lost, judged.stored, judged.storedTwice, ...judged.most].map(String),
    ],
    notes: [
      `${PROCESSES} processes on one PostgreSQL, whatever databases were asked for, against the sandbox’s connector with its limits on; a process of chance is killed every ${SIZES[size].betweenMs.map((ms) => ms / 1_000).join(' to ')} s and started again at once. ${seconds.toFixed(0)} s. Seed ${seed}.`,
      `Ambiguous is what a process was sending when it was killed, up to ${AT_ONCE} at once; ${listed.length} are listed as such in the ledger. Most: to one conversation, from the sandbox’s log.`,
    ],
    broken: [
      ...judged.broken,
      ...(lost === 0 ? [] : [`${lost} of ${alerts} are lost.`]),
      ...(ambiguous > mostHit ? [`${ambiguous} are ambiguous after ${killed} kills.`] : []),
      ...(listed.length === ambiguous
        ? []
        : [`${ambiguous - listed.length} are ambiguous for another reason.`]),
      ...(judged.stored < sent ? [`${sent} are called sent, ${judged.stored} stand in a channel.`] : []),
      ...(judged.stored > sent + ambiguous
        ? [`${judged.stored} stand in a channel, ${sent + ambiguous} are known of.`]
        : []),
    ],
  };
}

/** As many as one process sends at once (`workflow/notices/deliver-notices.ts`). */
const AT_ONCE = 8;

/** Answers how many times a process was killed. */
async function sendAndKill(
  { database, databaseUrl, place }: SendSite,
  { leastKills, mostKills = Number.POSITIVE_INFINITY, betweenMs: [least, most] }: KillSize,
  seed: number,
): Promise<number> {
  const random = createRandom(seed);
  const start = () =>
    spawn(process.execPath, ['--no-warnings', WORKER, databaseUrl, JSON.stringify(place)], {
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILE_CACHE },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const workers = Array.from({ length: PROCESSES }, start);
  const startedMs = performance.now();
  let killed = 0;
  try {
    while (killed < leastKills || !(await isAllSettled(database))) {
      if (performance.now() - startedMs > PATIENCE_MS) return killed;
      await sleep(least + drawNumber(most - least, random));
      if (killed >= mostKills) continue;
      const at = drawNumber(workers.length, random);
      const victim = workers[at];
      if (victim === undefined) continue;
      const ended = once(victim, 'exit');
      victim.kill('SIGKILL');
      await ended;
      killed += 1;
      workers[at] = start();
    }
    return killed;
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
  }
}
