import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark, Size, Table } from './benchmark.ts';
import { type Answerer, isAccepted, openForms, type Submission } from './parts/answering.ts';
import { findCheckIn } from './parts/check-in.ts';
import { compareWithList } from './parts/compare-with-list.ts';
import { type Installation, withInstallation } from './parts/installation.ts';
import { addPeople } from './parts/people.ts';
import { openSite } from './parts/site.ts';
import { openTeamsTokens } from './parts/teams-tokens.ts';

const PEOPLE = 20;
const SUBMITS: Readonly<Record<Size, number>> = { full: 300, quick: 60 };
/** The server is killed when so many parts of the submissions have been accepted. */
const KILL_AT = [1 / 3, 2 / 3];
/** A client gives up after this. */
const PATIENCE_MS = 120_000;
const RETRY_MS = 100;
/** So long the last row may take: longer than any claim on the lists that the killed process left behind. */
const WRITTEN_MS = 8 * 60_000;
const POLL_MS = 500;
/** As long as Teams waits for a bot. */
const TIMEOUT_MS = 15_000;

/** Whether an answer that somebody saw accepted can be lost, or be saved twice. */
export const crash: Benchmark = {
  name: 'crash',
  title: 'kill -9 of the server while people answer',
  run: (size) => withInstallation((installation) => measure(installation, size)),
};

/** What the people saw. */
interface Seen {
  /** Keys of submissions of which somebody was told that they are saved. */
  readonly accepted: Set<string>;
  /** Deliveries that got no answer, or another one than "saved". */
  failedDeliveries: number;
}

async function measure(installation: Installation, size: Size): Promise<Table> {
  const { serverUrl, sandboxUrl } = installation;
  const site = await openSite(sandboxUrl);
  const checkIn = await findCheckIn(sandboxUrl);
  const people = await addPeople(installation, { site, count: PEOPLE, groupName: checkIn.groupName });
  const issueToken = await openTeamsTokens(installation);
  const answerers = await Promise.all(
    people.map((person) => openForms(person, { serverUrl, sandboxUrl, checkIn, issueToken })),
  );

  const total = SUBMITS[size];
  const seen: Seen = { accepted: new Set(), failedDeliveries: 0 };
  const isDone = { all: false };
  const submitting = Promise.all(
    answerers.map((answerer) => submitAll(answerer, { serverUrl, count: total / PEOPLE, seen })),
  ).finally(() => {
    isDone.all = true;
  });
  const [kills, submissions] = await Promise.all([
    killWhile(installation, { seen, total, isDone }),
    submitting,
  ]);

  const compare = async () =>
    compareWithList({
      accepted: seen.accepted,
      submitted: submissions.flat().map(({ submissionKey }) => submissionKey),
      answerIds: (await site.readRows('Updates')).map(({ AnswerId }) => String(AnswerId)),
    });
  const writtenSeconds = await waitUntil(async () => (await compare()).missing === 0);
  // Once more, for a row that somebody might still write a second time.
  await installation.moveClock('PT0S');
  const { missing, duplicates, unseen } = await compare();
  return {
    columns: [
      'submitted',
      'kills',
      'deliveries that failed',
      'accepted',
      'accepted but missing',
      'duplicates',
    ],
    rows: [[total, kills.length, seen.failedDeliveries, seen.accepted.size, missing, duplicates].map(String)],
    notes: [
      `${PEOPLE} people at once; whoever gets no answer delivers the same submission again until it is accepted. Killed with SIGKILL when ${kills.map(({ at }) => at).join(' and ')} were accepted; the server answered again ${kills.map(({ seconds }) => `${seconds.toFixed(1)} s`).join(' and ')} after it was started.`,
      `The last accepted answer was in the Updates list ${writtenSeconds.toFixed(1)} s after it was given. The list was compared with what people saw then, and after another reading and writing. Rows of submissions that nobody saw accepted: ${unseen}.`,
    ],
    broken: [
      ...(missing > 0 ? [`${missing} accepted answers are not in the list.`] : []),
      ...(duplicates > 0 ? [`${duplicates} answers are in the list more than once.`] : []),
      ...(kills.length < KILL_AT.length ? [`The server was killed ${kills.length} times only.`] : []),
      ...(seen.accepted.size < total ? [`${total - seen.accepted.size} were never accepted.`] : []),
    ],
  };
}

/** Kills and starts the server as answers come in. */
async function killWhile(
  installation: Installation,
  { seen, total, isDone }: { seen: Seen; total: number; isDone: { readonly all: boolean } },
): Promise<{ readonly at: number; readonly seconds: number }[]> {
  const kills: { at: number; seconds: number }[] = [];
  for (const part of KILL_AT) {
    while (seen.accepted.size < total * part && !isDone.all) await sleep(1);
    if (isDone.all) break;
    await installation.killServer();
    const at = seen.accepted.size;
    const startedMs = performance.now();
    await installation.startServer();
    kills.push({ at, seconds: (performance.now() - startedMs) / 1_000 });
    // Not waited for: answers come in, and the next kill too, while it reads the lists. The last move waits for these.
    void installation.moveClock('PT0S').catch(() => {});
  }
  return kills;
}

/** Answers after how many seconds it was so, or the patience for it ended. */
async function waitUntil(isSo: () => Promise<boolean>): Promise<number> {
  const startedMs = performance.now();
  while (!(await isSo()) && performance.now() - startedMs < WRITTEN_MS) await sleep(POLL_MS);
  return (performance.now() - startedMs) / 1_000;
}

/** One person's submissions, one after another. */
async function submitAll(
  answerer: Answerer,
  { serverUrl, count, seen }: { serverUrl: string; count: number; seen: Seen },
): Promise<Submission[]> {
  const submissions = Array.from({ length: count }, (_, index) =>
    answerer.next(index % 2 === 0 ? 'in place' : 'dialog'),
  );
  for (const submission of submissions) await submitUntilAccepted(submission, { serverUrl, seen });
  return submissions;
}

async function submitUntilAccepted(
  { submissionKey, headers, body }: Submission,
  { serverUrl, seen }: { serverUrl: string; seen: Seen },
): Promise<void> {
  const startedMs = performance.now();
  while (performance.now() - startedMs < PATIENCE_MS) {
    try {
      const response = await fetch(`${serverUrl}/api/messages`, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (isAccepted(response.status, await response.text())) {
        seen.accepted.add(submissionKey);
        return;
      }
    } catch {
      // No answer: the server is being killed or not there yet. Delivered again below.
    }
    seen.failedDeliveries += 1;
    await sleep(RETRY_MS);
  }
}
