import { startChild } from '../server/launch/child.ts';
import { freePort } from '../tests/helpers/free-port.ts';
import type { Benchmark, Size, Table } from './benchmark.ts';
import { type Answerer, countAccepted, type Submission } from './parts/answering.ts';
import { type Round, type Turn, toAnswersTable } from './parts/answers-table.ts';
import { type Installation, withInstallation } from './parts/installation.ts';
import { runLoad } from './parts/load.ts';
import { openAllForms } from './parts/open-all-forms.ts';
import { processorMsOf } from './parts/processes.ts';
import { openSite } from './parts/site.ts';

const PEOPLE = 20;
const ROUNDS = 3;
/** Answers of one person in one round; half of each kind. */
const ANSWERS_EACH: Readonly<Record<Size, number>> = { full: 30, quick: 4 };
/** Before the first round, not timed. */
const WARM_UP_EACH: Readonly<Record<Size, number>> = { full: 10, quick: 2 };
/** Check-in answers a second, beside the least that a bot can be. */
export const answers: Benchmark = {
  name: 'answers',
  title: `Check-in answers a second and their latency, ${PEOPLE} people at once`,
  run: ({ size }) => withInstallation({}, (installation) => measure(installation, size)),
};

async function measure(installation: Installation, size: Size): Promise<Table> {
  const site = await openSite(installation.sandboxUrl);
  const answerers = await openAllForms(installation, { site, count: PEOPLE });
  const milepost = { url: `${installation.serverUrl}/api/messages`, pid: installation.serverPid() };
  const echo = await startEcho(installation);
  const rowsBefore = (await site.readRows('Updates')).length;

  const warmUp = await takeTurn(milepost, queuesOf(answerers, WARM_UP_EACH[size]));
  await installation.moveClock('PT0S');
  await takeTurn(echo, queuesOf(answerers, WARM_UP_EACH[size]));

  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await takeTurn(milepost, queuesOf(answerers, ANSWERS_EACH[size]));
    const endedMs = performance.now();
    // What still waits is written before the other bot's turn, which it would slow down.
    await installation.moveClock('PT0S');
    const writtenSeconds = (performance.now() - endedMs) / 1_000;
    const bare = await takeTurn(echo, queuesOf(answerers, ANSWERS_EACH[size]));
    rounds.push({ milepost: ours, echo: bare, writtenSeconds });
  }

  const accepted = [warmUp, ...rounds.map(({ milepost }) => milepost)]
    .map(({ answered }) => countAccepted(answered))
    .reduce((sum, count) => sum + count, 0);
  const rowsAdded = (await site.readRows('Updates')).length - rowsBefore;
  return toAnswersTable(rounds, { people: PEOPLE, answersEach: ANSWERS_EACH[size], accepted, rowsAdded });
}

interface Bot {
  readonly url: string;
  readonly pid: number;
}

/** It ends with the installation. */
async function startEcho({ env }: Installation): Promise<Bot> {
  const port = await freePort();
  const child = startChild('echo-bot', 'bench/parts/echo-bot.ts', { ...env, PORT: String(port) });
  await Promise.race([
    new Promise((resolve) => child.process.once('message', resolve)),
    child.ended.then((code) => Promise.reject(new Error(`The echo bot ended with ${code}.`))),
  ]);
  return { url: `http://127.0.0.1:${port}/api/messages`, pid: child.process.pid ?? 0 };
}

async function takeTurn({ url, pid }: Bot, queues: readonly (readonly Submission[])[]): Promise<Turn> {
  const before = processorMsOf(pid);
  const load = await runLoad(url, queues);
  const after = processorMsOf(pid);
  return { ...load, processorMs: before === null || after === null ? null : after - before };
}

/** Each submission is made for one delivery: it changes something once only. */
function queuesOf(answerers: readonly Answerer[], each: number): Submission[][] {
  return answerers.map((answerer) =>
    Array.from({ length: each }, (_, index) => answerer.next(index % 2 === 0 ? 'in place' : 'dialog')),
  );
}
