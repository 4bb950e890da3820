import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark, RunOptions, Size } from './benchmark.ts';
import type { Answerer, Submission } from './parts/answering.ts';
import { checkEnd, isLanded, lastWordsMissing } from './parts/check-end.ts';
import { deliverUntilAccepted, type Seen } from './parts/deliver.ts';
import { createGate, type Gate } from './parts/gate.ts';
import { type Installation, withInstallation } from './parts/installation.ts';
import { type Kill, MOMENTS, planKills } from './parts/kill-plan.ts';
import { openAllForms } from './parts/open-all-forms.ts';
import { openSite } from './parts/site.ts';
import { type Outcome, runTrial } from './parts/trial.ts';
import { waitUntil } from './parts/wait-until.ts';

const PEOPLE = 20;
const SIZES: Readonly<Record<Size, { readonly answers: number; readonly kills: number }>> = {
  full: { answers: 500, kills: 32 },
  quick: { answers: 24, kills: 2 },
};
/** So long the last row may take: longer than any claim on the lists that the killed process left behind. */
const WRITTEN_MS = 8 * 60_000;
/** So long the answers of one life may take. */
const LIFE_MS = 120_000;

/** Whether an answer that somebody saw accepted can be lost, or be saved twice. */
export const crash: Benchmark = {
  name: 'crash',
  title: 'kill -9 of the server at random moments while people answer',
  run: (options) =>
    runTrial(options, {
      columns: [
        'answers',
        'kills',
        'deliveries that failed',
        'accepted',
        'accepted but missing',
        'applied twice',
        'rows compared',
        'values that differ',
        'writes left over',
      ],
      notes: [
        `${PEOPLE} people at once; whoever gets no answer delivers the same submission again until it is accepted. Killed with SIGKILL in turns while starting, while answers come in, while they are written to the lists, and while the lists are read; when exactly is left to chance.`,
        'At the end every row of every list is compared with the database, value by value.',
      ],
      measure: (database) => withInstallation({ database }, (installation) => measure(installation, options)),
    }),
};

async function measure(installation: Installation, { size, seed }: RunOptions): Promise<Outcome> {
  const { serverUrl, sandboxUrl } = installation;
  const { answers, kills } = SIZES[size];
  const site = await openSite(sandboxUrl);
  const answerers = await openAllForms(installation, { site, count: PEOPLE });
  const seen: Seen = { accepted: [], failedDeliveries: 0 };
  const gate = createGate();
  const plan = planKills(kills, seed);
  const [startSeconds, submissions] = await Promise.all([
    killAndStart(installation, { plan, answers, gate, seen }),
    Promise.all(
      answerers.map((answerer) => submitAll(answerer, { serverUrl, gate, seen, count: answers / PEOPLE })),
    ),
  ]);

  const told = { submitted: submissions.flat(), accepted: seen.accepted };
  const writtenSeconds = await waitUntil(() => isLanded(site, told), { patienceMs: WRITTEN_MS });
  // Once more, for a row that somebody might still write a second time.
  await installation.moveClock('PT0S');
  const lost = await lastWordsMissing(site, told);
  const end = await checkEnd(installation, site, told);
  const times = MOMENTS.map(
    (moment) => `${plan.filter((kill) => kill.moment === moment).length} times at ${moment}`,
  );
  return {
    rows: [
      [
        answers,
        plan.length,
        seen.failedDeliveries,
        seen.accepted.length,
        end.missing,
        end.duplicates,
        `${end.rows} (${end.values} values)`,
        end.differences.length,
        end.unwritten,
      ].map(String),
    ],
    notes: [
      `Killed ${times.join(', ')}. The server answered again ${Math.min(...startSeconds).toFixed(1)} to ${Math.max(...startSeconds).toFixed(1)} s after it was started; the last row was in the list ${writtenSeconds.toFixed(1)} s after its answer.`,
    ],
    broken: [...end.broken, ...lost.map((note) => `The last word on its item does not stand there: ${note}`)],
  };
}

/** Goes through the plan; answers how many seconds each start that was left to end took. */
async function killAndStart(
  installation: Installation,
  {
    plan,
    answers,
    gate,
    seen,
  }: { readonly plan: readonly Kill[]; readonly answers: number; readonly gate: Gate; readonly seen: Seen },
): Promise<readonly number[]> {
  const startSeconds: number[] = [];
  const lives = plan.filter(({ moment }) => moment !== 'start-up').length;
  const each = Math.floor(answers / (lives + 1));
  let released = 0;
  let starting: Promise<unknown> = Promise.resolve();
  for (const { moment, after, delayMs } of plan) {
    if (moment !== 'start-up') {
      await starting;
      gate.open(each);
      const wanted = released + Math.ceil(each * after);
      released += each;
      await waitUntil(() => seen.accepted.length >= wanted, { patienceMs: LIFE_MS, everyMs: 5 });
      // Not waited for: the server is killed in the middle of it.
      if (moment === 'reading') void installation.moveClock('PT0S').catch(() => {});
    }
    await sleep(delayMs);
    await installation.killServer();
    starting = startAgain(installation, startSeconds);
  }
  await starting;
  gate.open(answers - released);
  return startSeconds;
}

/** Settles when the server answers, or was killed before. */
async function startAgain(installation: Installation, startSeconds: number[]): Promise<void> {
  const startedMs = performance.now();
  try {
    await installation.startServer();
    startSeconds.push((performance.now() - startedMs) / 1_000);
    // Not waited for: answers come in, and the next kill too, while it reads the lists. The last move waits for these.
    void installation.moveClock('PT0S').catch(() => {});
  } catch {
    // Killed while it started: the next one does better.
  }
}

/** One person's submissions, one after another. */
async function submitAll(
  answerer: Answerer,
  { serverUrl, gate, seen, count }: { serverUrl: string; gate: Gate; seen: Seen; count: number },
): Promise<Submission[]> {
  const submissions = Array.from({ length: count }, (_, index) =>
    answerer.next(index % 2 === 0 ? 'in place' : 'dialog'),
  );
  for (const submission of submissions) {
    await gate.pass();
    await deliverUntilAccepted(submission, { serverUrl, seen });
  }
  return submissions;
}
