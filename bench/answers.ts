import { startChild } from '../server/launch/child.ts';
import { freePort } from '../tests/helpers/free-port.ts';
import type { Benchmark, Size, Table } from './benchmark.ts';
import { type Answerer, type AnswerKind, isAccepted, openForms, type Submission } from './parts/answering.ts';
import { findCheckIn } from './parts/check-in.ts';
import { type Installation, withInstallation } from './parts/installation.ts';
import { type Load, runLoad } from './parts/load.ts';
import { addPeople } from './parts/people.ts';
import { processorMsOf } from './parts/processes.ts';
import { openSite, type Site } from './parts/site.ts';
import { median, percentile } from './parts/statistics.ts';
import { openTeamsTokens } from './parts/teams-tokens.ts';

const PEOPLE = 20;
const ROUNDS = 3;
/** Answers of one person in one round; half of each kind. */
const ANSWERS_EACH: Readonly<Record<Size, number>> = { full: 40, quick: 4 };
/** Before the first round, not timed. */
const WARM_UP_EACH: Readonly<Record<Size, number>> = { full: 10, quick: 2 };
/** Milepost is to reach this part of the bare bot's rate. */
const AIM = 0.5;

/** Check-in answers a second, beside the least that a bot can be. */
export const answers: Benchmark = {
  name: 'answers',
  title: `Check-in answers a second and their latency, ${PEOPLE} people at once`,
  run: (size) => withInstallation((installation) => measure(installation, size)),
};

/** One bot's turn. */
interface Turn extends Load {
  /** Of the bot's process, meanwhile; `null` where the system does not say. */
  readonly processorMs: number | null;
}

interface Round {
  readonly milepost: Turn;
  readonly echo: Turn;
  /** From the last answer until every row is in the lists. */
  readonly writtenSeconds: number;
}

async function measure(installation: Installation, size: Size): Promise<Table> {
  const site = await openSite(installation.sandboxUrl);
  const answerers = await gatherPeople(installation, site);
  const milepost = { url: `${installation.serverUrl}/api/messages`, pid: await installation.serverPid() };
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
    .map(acceptedIn)
    .reduce((sum, count) => sum + count, 0);
  const rowsAdded = (await site.readRows('Updates')).length - rowsBefore;
  return toTable(rounds, { size, accepted, rowsAdded });
}

async function gatherPeople(installation: Installation, site: Site): Promise<readonly Answerer[]> {
  const { serverUrl, sandboxUrl } = installation;
  const checkIn = await findCheckIn(sandboxUrl);
  const people = await addPeople(installation, { site, count: PEOPLE, groupName: checkIn.groupName });
  const issueToken = await openTeamsTokens(installation);
  return Promise.all(
    people.map((person) => openForms(person, { serverUrl, sandboxUrl, checkIn, issueToken })),
  );
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

function acceptedIn({ answered }: Load): number {
  return answered.filter(({ status, body }) => isAccepted(status, body)).length;
}

function toTable(
  rounds: readonly Round[],
  { size, accepted, rowsAdded }: { size: Size; accepted: number; rowsAdded: number },
): Table {
  const mileposts = rounds.map(({ milepost }) => milepost);
  const echoes = rounds.map(({ echo }) => echo);
  const ratio = median(rounds.map(({ milepost, echo }) => rateOf(milepost) / rateOf(echo)));
  const unanswered = rounds
    .flatMap(({ milepost, echo }) => [milepost, echo])
    .reduce((sum, load) => sum + load.lost + load.answered.length - acceptedIn(load), 0);
  return {
    columns: ['bot', 'answers/s', 'of which the rounds', 'p50', 'p95', 'p95 in place', 'p95 dialog', 'CPU'],
    rows: [rowOf('Milepost', mileposts), rowOf('bare botbuilder echo', echoes)],
    notes: [
      `Milepost answers ${ratio.toFixed(2)} of the bare bot's rate (median of the rounds' ratios; aim: ${AIM} or more).`,
      `${ROUNDS} rounds, Milepost and the bare bot by turns; ${PEOPLE} people, ${ANSWERS_EACH[size]} answers each a round, half in place, half in the dialog. Figures are medians of the rounds.`,
      'Both check the signed token of each call against the same keys. Milepost reads, checks and commits each answer to PGlite on disk and draws the card that comes back, while it writes to the lists and redraws the channel’s card; the bare bot answers with a constant.',
      'CPU is the processor time of the bot’s process for one answer, and says more than the rate when other programs run: Milepost’s has in it what it does meanwhile in the background.',
      `Load generator, bots and sandbox share this machine. After the last answer of a round, all rows were in the lists within ${median(rounds.map(({ writtenSeconds }) => writtenSeconds)).toFixed(1)} s.`,
      `Accepted ${accepted} answers with the warm-up; the Updates list has ${rowsAdded} rows more.`,
    ],
    broken: [
      ...(unanswered > 0 ? [`${unanswered} requests were not answered, or not with "saved".`] : []),
      ...(rowsAdded === accepted ? [] : [`${accepted} answers were accepted, ${rowsAdded} rows were added.`]),
    ],
  };
}

function rateOf({ answered, seconds }: Load): number {
  return answered.length / seconds;
}

function rowOf(name: string, turns: readonly Turn[]): string[] {
  const latency = (percent: number, kind?: AnswerKind) =>
    median(
      turns.map(({ answered }) =>
        percentile(
          answered.filter((one) => kind === undefined || one.kind === kind).map(({ ms }) => ms),
          percent,
        ),
      ),
    );
  return [
    name,
    median(turns.map(rateOf)).toFixed(0),
    turns.map((load) => rateOf(load).toFixed(0)).join(', '),
    ...[latency(50), latency(95), latency(95, 'in place'), latency(95, 'dialog')].map(
      (ms) => `${ms.toFixed(0)} ms`,
    ),
    processorWords(turns),
  ];
}

/** A median, for one answer. */
function processorWords(turns: readonly Turn[]): string {
  const each = turns.flatMap(({ processorMs, answered }) =>
    processorMs === null ? [] : [processorMs / answered.length],
  );
  return each.length === 0 ? 'not known' : `${median(each).toFixed(1)} ms`;
}
