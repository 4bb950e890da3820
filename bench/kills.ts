import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../sandbox/core/random.ts';
import { readDeliveries } from '../store/deliveries.ts';
import type { Benchmark, RunOptions, Size, Table } from './benchmark.ts';
import { draw, drawNumber, type Random } from './parts/chance.ts';
import { isAllSettled, judgePosts, readLedgerEnd } from './parts/notices/judge-posts.ts';
import { type SendSite, withSendSite } from './parts/notices/send-site.ts';
import { type SendWorkers, startSendWorkers } from './parts/notices/send-workers.ts';
import { waitUntil } from './parts/wait-until.ts';

interface KillSize {
  readonly alerts: number;
  /** Then they are left to finish: what a killed process was sending holds its channel up for a quarter of a minute. */
  readonly kills: number;
  readonly betweenMs: readonly [least: number, most: number];
  /** Part of the posts that Teams answers late. */
  readonly slowRate: number;
}
const SIZES: Readonly<Record<Size, KillSize>> = {
  full: { alerts: 10_000, kills: 64, betweenMs: [2_000, 5_000], slowRate: 0.15 },
  quick: { alerts: 160, kills: 2, betweenMs: [1_000, 2_000], slowRate: 0.5 },
};
const PROCESSES = 3;
/** How late: long enough for a kill between the post and its answer. */
const SLOW_MS = 600;
/** One kill in so many strikes a process whatever it does; the others one in the middle of sending. */
const ANY_EVERY = 4;
/** So long the whole course may take, ... */
const PATIENCE_MS = 60 * 60_000;
/** ... and so long it is waited until a process is in the middle of sending. */
const SENDING_MS = 20_000;

/** Whether anything is lost or sent twice where processes that share the sending are killed in the middle of it. */
export const kills: Benchmark = {
  name: 'kills',
  title: 'kill -9 of three processes that send, every few seconds',
  run: ({ size, seed }) =>
    withSendSite({ alerts: SIZES[size].alerts }, (site) => measure(site, { size, seed })),
};

async function measure(site: SendSite, { size, seed }: Pick<RunOptions, 'size' | 'seed'>): Promise<Table> {
  const { database, alerts } = site;
  const { slowRate, betweenMs } = SIZES[size];
  await site.setFaults([{ kind: 'teams-slow', ms: SLOW_MS, rate: slowRate, seed }]);
  const startedMs = performance.now();
  const killed = await sendAndKill(site, SIZES[size], seed);
  const seconds = (performance.now() - startedMs) / 1_000;
  const judged = judgePosts(await site.posts());
  const { sent = 0, ambiguous = 0 } = (await readLedgerEnd(database)).states;
  const listed = await readListed(site);
  const hits = killed.filter((ids) => ids.length > 0);
  const onTheirWay = new Set(hits.flat());
  const lost = alerts - sent - ambiguous;
  const arrived = judged.stored - sent;
  return {
    columns: [
      'alerts',
      'kills',
      'while sending',
      'on their way then',
      'ambiguous',
      'of these in a channel',
      'sent',
      'lost',
      'twice',
      'most in 1 s',
      'in 30 s',
      'in an hour',
      'tenant in 1 s',
    ],
    rows: [
      [
        alerts,
        killed.length,
        hits.length,
        onTheirWay.size,
        ambiguous,
        arrived,
        sent,
        lost,
        judged.storedTwice,
        ...judged.most,
      ].map(String),
    ],
    notes: [
      `${PROCESSES} processes on one PostgreSQL, whatever databases were asked for, against the sandbox’s connector with its limits on; every ${betweenMs.map((ms) => ms / 1_000).join(' to ')} s one is killed and started again at once: three times in four one in the middle of sending, else any; after ${killed.length} they are left to finish. Teams answers ${slowRate * 100} % of the posts ${SLOW_MS} ms late. ${seconds.toFixed(0)} s. Seed ${seed}.`,
      `Ambiguous is what a process was sending when it was killed, at most ${Math.max(0, ...hits.map((ids) => ids.length))} at once; ${listed.size} are listed for the plan manager as such. Most: to one conversation, from the sandbox’s log.`,
    ],
    broken: [
      ...judged.broken,
      ...(hits.length < killed.length / 2
        ? [`Only ${hits.length} of ${killed.length} kills struck a process that was sending.`]
        : []),
      ...(lost === 0 ? [] : [`${lost} of ${alerts} are lost.`]),
      ...(ambiguous > onTheirWay.size ? [`${ambiguous} are ambiguous, ${onTheirWay.size} can be.`] : []),
      ...(isSame(listed, onTheirWay)
        ? []
        : [`${listed.size} are listed, ${onTheirWay.size} were on their way.`]),
      ...(arrived < 0 ? [`${sent} are called sent, ${judged.stored} stand in a channel.`] : []),
      ...(arrived > ambiguous
        ? [`${judged.stored} stand in a channel, ${sent + ambiguous} are known of.`]
        : []),
    ],
  };
}

/** Ids of what a plan manager is shown as perhaps sent because its process was lost. */
async function readListed({ database, planId, dueAt }: SendSite): Promise<ReadonlySet<number>> {
  const entries = await readDeliveries(
    database,
    { planId, sharedKinds: [], people: [], channelsOnly: false },
    { from: dueAt.toString(), until: dueAt.add({ hours: 1 }).toString() },
  );
  return new Set(
    entries
      .filter(({ state, lastCode }) => state === 'ambiguous' && lastCode === 'ProcessLost')
      .map(({ id }) => id),
  );
}

function isSame(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return one.symmetricDifference(other).size === 0;
}

/** Answers for each kill the ids of what the process was sending. */
async function sendAndKill(
  site: SendSite,
  { kills: count, betweenMs: [least, most] }: KillSize,
  seed: number,
): Promise<readonly (readonly number[])[]> {
  const random = createRandom(seed);
  const workers = startSendWorkers(site, PROCESSES);
  const startedMs = performance.now();
  const killed: (readonly number[])[] = [];
  try {
    while (killed.length < count || !(await isAllSettled(site.database))) {
      if (performance.now() - startedMs > PATIENCE_MS) return killed;
      await sleep(least + drawNumber(most - least, random));
      if (killed.length >= count) continue;
      const isSending = killed.length % ANY_EVERY < ANY_EVERY - 1;
      killed.push(await workers.kill(await chooseVictim(workers, { isSending, random })));
    }
    return killed;
  } finally {
    workers.stop();
  }
}

/** One in the middle of sending, where that is asked for and one is before long; else any. */
async function chooseVictim(
  workers: SendWorkers,
  { isSending, random }: { readonly isSending: boolean; readonly random: Random },
): Promise<string> {
  let found: readonly string[] = [];
  const look = async () => {
    found = await workers.sending();
    return found.length > 0;
  };
  if (isSending) await waitUntil(look, { patienceMs: SENDING_MS, everyMs: 10 });
  return draw(found.length > 0 ? found : workers.names(), random);
}
