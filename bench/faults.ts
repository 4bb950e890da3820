import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../sandbox/core/random.ts';
import type { Benchmark, RunOptions, Size } from './benchmark.ts';
import type { Answerer, Submission } from './parts/answering.ts';
import { checkEnd, isLanded, lastWordsMissing, type Told, WORD } from './parts/check-end.ts';
import { deliverUntilAccepted, type Seen } from './parts/deliver.ts';
import { type Installation, withInstallation } from './parts/installation.ts';
import { fetchJson } from './parts/json.ts';
import { openAllForms } from './parts/open-all-forms.ts';
import { graphRequestsOf, logOf } from './parts/request-log.ts';
import { patienceOf } from './parts/request-order.ts';
import { openSite, type Site } from './parts/site.ts';
import { type Outcome, runTrial } from './parts/trial.ts';
import { waitUntil } from './parts/wait-until.ts';

interface Extent {
  readonly people: number;
  readonly answers: number;
  /** How long a person thinks between two answers, at most. */
  readonly thinkMs: number;
  /** The longest Retry-After. */
  readonly longestWaitSeconds: number;
  /** Which writes lose their connection: a part of them, or so many of the first. */
  readonly cut: { readonly rate: number; readonly times?: number };
  /** Ten minutes in which nothing answers take minutes to get over. */
  readonly hasOutage: boolean;
}

const SIZES: Readonly<Record<Size, Extent>> = {
  full: {
    people: 20,
    answers: 1_000,
    thinkMs: 8_000,
    longestWaitSeconds: 20,
    cut: { rate: 0.02 },
    hasOutage: true,
  },
  quick: {
    people: 8,
    answers: 16,
    thinkMs: 1_000,
    longestWaitSeconds: 2,
    cut: { rate: 1, times: 1 },
    hasOutage: false,
  },
};
/** Parts of the answers after which the outage begins, and the clock is moved past it. */
const OUTAGE = { from: 0.4, to: 0.5, lasts: 'PT10M' };
/** So long the last row may take, in real time: nearly every batch has to be waited for. */
const LANDED_MS = 40 * 60_000;

/** Whether everything is written, once and in order, while Graph throttles, fails and drops connections. */
export const faults: Benchmark = {
  name: 'faults',
  title: 'Faults of Graph, all together, while people answer',
  run: (options) =>
    runTrial(options, {
      columns: [
        'answers',
        'accepted',
        'accepted but missing',
        'applied twice',
        'out of order',
        'values that differ',
        'writes left over',
        'calls',
        '429 and 503 with a time to wait',
        'made again',
        'too early',
        'connections cut',
        'until all was written',
      ],
      notes: [
        `30 % of the calls to Graph, parts of batches too, are answered 429 with a Retry-After of 1 to ${SIZES[options.size].longestWaitSeconds} s; 5 % of the requests 503; 2 % of the writes (at the small size the first ones) take effect and lose their connection. At the full size, after ${OUTAGE.from * 100} % of the answers, everything answers 503 for 10 minutes of the sandbox's clock, which is moved past them after ${OUTAGE.to * 100} %.`,
        'Too early: a call that was made again before its own Retry-After had passed, by the sandbox’s log. Out of order: versions of an item in which an older answer stands over a newer one.',
      ],
      isWaiting: true,
      measure: (database) =>
        withInstallation({ database, settings: { MILEPOST_SYNC_SECONDS: '5' } }, (installation) =>
          measure(installation, options),
        ),
    }),
};

async function measure(installation: Installation, options: RunOptions): Promise<Outcome> {
  const site = await openSite(installation.sandboxUrl);
  const answerers = await openAllForms(installation, { site, count: SIZES[options.size].people });
  const { result, requests: all } = await logOf(installation, () =>
    answerUnderFaults(installation, { site, answerers, options }),
  );
  const { told, tookSeconds } = result;
  const requests = graphRequestsOf(all);
  const { calls, putOff, repeated, tooEarly, meanwhile } = patienceOf(requests);
  const cut = requests.filter(({ wasCut }) => wasCut === true).length;
  const outOfOrder = await findOutOfOrder(site);
  const lost = await lastWordsMissing(site, told);
  const end = await checkEnd(installation, site, told);
  return {
    rows: [
      [
        told.submitted.length,
        told.accepted.length,
        end.missing,
        end.duplicates,
        outOfOrder.length,
        end.differences.length,
        end.unwritten,
        calls,
        putOff,
        repeated,
        tooEarly.length,
        cut,
        `${tookSeconds.toFixed(0)} s`,
      ].map(String),
    ],
    notes: [
      `${meanwhile} of ${requests.length} requests set out while an answer to another one still asked to wait.`,
    ],
    broken: [
      ...end.broken,
      ...lost.map((note) => `The last word on its item does not stand there: ${note}`),
      ...tooEarly.slice(0, 10),
      // At the full size it is left to chance, as everything else.
      ...(cut === 0 && options.size === 'quick' ? ['No connection was cut.'] : []),
      ...outOfOrder.slice(0, 10),
    ],
  };
}

/** Settles when all that was accepted stands in the lists. */
async function answerUnderFaults(
  installation: Installation,
  {
    site,
    answerers,
    options,
  }: { readonly site: Site; readonly answerers: readonly Answerer[]; readonly options: RunOptions },
): Promise<{ readonly told: Told; readonly tookSeconds: number }> {
  const { size, seed } = options;
  const seen: Seen = { accepted: [], failedDeliveries: 0 };
  const startedMs = performance.now();
  await setFaults(installation, faultsOf(size, seed));
  const [submitted] = await Promise.all([
    Promise.all(
      answerers.map((answerer, index) =>
        answerAll(answerer, { installation, size, seed: seed + index, seen }),
      ),
    ),
    SIZES[size].hasOutage ? letItFail(installation, { size, seed, seen }) : null,
  ]);
  const told = { submitted: submitted.flat(), accepted: seen.accepted };
  await waitUntil(() => isLanded(site, told), { patienceMs: LANDED_MS, everyMs: 1_000 });
  const tookSeconds = (performance.now() - startedMs) / 1_000;
  await setFaults(installation, []);
  // Once more, for a row that somebody might still write a second time.
  await installation.moveClock('PT0S');
  return { told, tookSeconds };
}

function faultsOf(size: Size, seed: number): readonly object[] {
  const wait = { retryAfterSeconds: 1, maxRetryAfterSeconds: SIZES[size].longestWaitSeconds };
  return [
    { kind: 'graph-throttle', rate: 0.3, seed, ...wait },
    { kind: 'graph-busy', rate: 0.05, seed: seed + 1 },
    { kind: 'graph-reset', seed: seed + 2, ...SIZES[size].cut },
  ];
}

async function setFaults({ sandboxUrl }: Installation, list: readonly object[]): Promise<void> {
  await fetchJson(`${sandboxUrl}/sandbox/faults`, { body: list });
}

/** Ten minutes of outage in the middle, which end because the clock is moved. */
async function letItFail(
  installation: Installation,
  { size, seed, seen }: { readonly size: Size; readonly seed: number; readonly seen: Seen },
): Promise<void> {
  const { answers } = SIZES[size];
  const accepted = (part: number) =>
    waitUntil(() => seen.accepted.length >= answers * part, { patienceMs: LANDED_MS });
  await accepted(OUTAGE.from);
  const until = (await clockOf(installation)).add(OUTAGE.lasts);
  await setFaults(installation, [
    { kind: 'graph-outage', until: until.toString() },
    ...faultsOf(size, seed + 10),
  ]);
  await accepted(OUTAGE.to);
  // Its answer is not waited for: Milepost, in the middle of the outage, may take longer than any request lasts.
  void installation.moveClock(OUTAGE.lasts).catch(() => {});
  const isOver = async () => Temporal.Instant.compare(await clockOf(installation), until) >= 0;
  await waitUntil(isOver, { patienceMs: LANDED_MS, everyMs: 500 });
}

async function clockOf({ sandboxUrl }: Installation): Promise<Temporal.Instant> {
  const { now } = await fetchJson<{ now: string }>(`${sandboxUrl}/sandbox/clock`);
  return Temporal.Instant.from(now);
}

/** One person's answers, one after another, with time to think between them. */
async function answerAll(
  answerer: Answerer,
  {
    installation,
    size,
    seed,
    seen,
  }: { readonly installation: Installation; readonly size: Size; readonly seed: number; readonly seen: Seen },
): Promise<Submission[]> {
  const { people, answers, thinkMs } = SIZES[size];
  const random = createRandom(seed);
  const submissions: Submission[] = [];
  for (let count = 0; count < answers / people; count += 1) {
    await sleep(random() * thinkMs);
    const submission = answerer.next(random() < 0.5 ? 'in place' : 'dialog');
    submissions.push(submission);
    await deliverUntilAccepted(submission, { serverUrl: installation.serverUrl, seen });
  }
  return submissions;
}

/** Items whose versions hold an older answer after a newer one. */
async function findOutOfOrder(site: Site): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { id } of await site.readRows('Actions')) {
    const notes = (await site.readVersions('Actions', Number(id))).map(({ fields }) =>
      Number(WORD.exec(String(fields.LatestNote))?.[1] ?? 0),
    );
    if (notes.some((note, index) => note < (notes[index - 1] ?? 0)))
      found.push(`Action ${id} has versions out of order: ${notes.join(', ')}.`);
  }
  return found;
}
