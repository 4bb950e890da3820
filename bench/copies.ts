import { createRandom } from '../sandbox/core/random.ts';
import type { Benchmark, RunOptions, Size } from './benchmark.ts';
import { drawWeighted } from './parts/chance.ts';
import { findCheckIns } from './parts/check-in.ts';
import { compareWithMirror } from './parts/compare-with-mirror.ts';
import {
  COPIED_VERBS,
  openSubmitter,
  readTraces,
  type Submit,
  type Submitter,
} from './parts/copied-submits.ts';
import { MOST_COPIES, planCopies } from './parts/copy-plan.ts';
import { withDatabase } from './parts/database.ts';
import { type Delivery, openDesk } from './parts/desk.ts';
import { type Installation, withInstallation } from './parts/installation.ts';
import { addPeople } from './parts/people.ts';
import { openSite } from './parts/site.ts';
import { openTeamsTokens } from './parts/teams-tokens.ts';
import { type Outcome, runTrial } from './parts/trial.ts';

interface Extent {
  readonly people: number;
  readonly submits: number;
  /** Check-ins in which each person presses “No change for all mine”. */
  readonly otherCheckIns: number;
}

const SIZES: Readonly<Record<Size, Extent>> = {
  full: { people: 20, submits: 5_000, otherCheckIns: 5 },
  quick: { people: 8, submits: 64, otherCheckIns: 1 },
};
/** As long as Teams waits for a bot. */
const TIMEOUT_MS = 15_000;
/** So many faults are told one by one. */
const TOLD = 5;

/** Whether what is delivered several times changes the plan once, and is answered the same each time. */
export const copies: Benchmark = {
  name: 'copies',
  title: `Submits delivered 1 to ${MOST_COPIES} times in random order, ${SIZES.full.people} people at once`,
  run: (options) =>
    runTrial(options, {
      columns: [
        'what',
        'submits',
        'deliveries',
        'of which at once',
        'with a new id',
        'state changes',
        'never changed',
        'changed twice',
        'copies answered otherwise',
        'not answered with 200',
      ],
      notes: [
        'Each submit is delivered once, and up to three times more: at once with the first or up to ten turns of its person later, with the activity’s own id or a new one. State changes are rows of the Updates list that carry the submit’s key, actions that carry its title, and decisions in the meetings’ records, counted after everything was written; answers are compared byte by byte, status and body.',
        'Whoever presses “No change for all mine” has one item in that check-in.',
      ],
      measure: (database) => withInstallation({ database }, (installation) => measure(installation, options)),
    }),
};

/** A submit, and how each of its deliveries was answered, in the order of the answers. */
interface Delivered {
  readonly submit: Submit;
  readonly answers: string[];
  /** Deliveries that came with the first one, and those that had another id. */
  atOnce: number;
  newIds: number;
}

async function measure(installation: Installation, { size, seed }: RunOptions): Promise<Outcome> {
  const site = await openSite(installation.sandboxUrl);
  const startedMs = performance.now();
  const delivered = await deliverAll(installation, { site, size, seed });
  const seconds = (performance.now() - startedMs) / 1_000;
  await installation.moveClock('PT0S');
  const traces = await readTraces(site);
  await installation.stopServer();
  const { differences, unwritten } = await withDatabase(installation, (database) =>
    compareWithMirror(database, site),
  );

  const changes = new Map<string, number>();
  for (const trace of traces) changes.set(trace, (changes.get(trace) ?? 0) + 1);
  const changesOf = ({ submit }: Delivered) => changes.get(submit.trace) ?? 0;
  const row = (what: string, some: readonly Delivered[]) => {
    const sum = (countOf: (one: Delivered) => number) => some.reduce((total, one) => total + countOf(one), 0);
    return [
      what,
      some.length,
      sum(({ answers }) => answers.length),
      sum(({ atOnce }) => atOnce),
      sum(({ newIds }) => newIds),
      sum(changesOf),
      some.filter((one) => changesOf(one) === 0).length,
      some.filter((one) => changesOf(one) > 1).length,
      sum(answeredOtherwise),
      sum(({ answers }) => answers.filter((answer) => !answer.startsWith('200 ')).length),
    ].map(String);
  };
  const ofVerb = (verb: string) => delivered.filter(({ submit }) => submit.verb === verb);
  const wrong = delivered.filter((one) => changesOf(one) !== 1);
  const otherwise = delivered.filter((one) => answeredOtherwise(one) > 0);
  const unanswered = delivered
    .flatMap(({ answers }) => answers)
    .filter((answer) => !answer.startsWith('200 '));
  return {
    rows: [...COPIED_VERBS.map((verb) => row(verb, ofVerb(verb))), row('all', delivered)],
    notes: [`Delivered in ${seconds.toFixed(0)} s.`],
    broken: [
      ...wrong
        .slice(0, TOLD)
        .map((one) => `${one.submit.verb} ${one.submit.trace} changed ${changesOf(one)} times, not once.`),
      ...otherwise.slice(0, TOLD).map(({ submit, answers }) => `${submit.verb}: ${firstDifference(answers)}`),
      ...(wrong.length + otherwise.length > 0
        ? [
            `${wrong.length} submits did not change the plan once; ${otherwise.length} had copies answered otherwise.`,
          ]
        : []),
      ...unanswered.slice(0, TOLD).map((answer) => `Answered with ${answer.slice(0, 300)}`),
      ...(unwritten > 0 ? [`${unwritten} writes are left over.`] : []),
      ...differences.slice(0, TOLD),
    ],
  };
}

async function deliverAll(
  installation: Installation,
  {
    site,
    size,
    seed,
  }: { readonly site: Awaited<ReturnType<typeof openSite>>; readonly size: Size; readonly seed: number },
): Promise<readonly Delivered[]> {
  const { serverUrl, sandboxUrl } = installation;
  const { people: count, submits: all, otherCheckIns } = SIZES[size];
  const [checkIn, ...more] = await findCheckIns(sandboxUrl);
  if (checkIn === undefined) throw new Error('No channel has a check-in card.');
  const others = more.slice(0, otherCheckIns);
  const people = await addPeople(installation, {
    site,
    count,
    groupName: checkIn.groupName,
    otherGroupNames: others.map(({ groupName }) => groupName),
  });
  const issueToken = await openTeamsTokens(installation);
  const submitters = await Promise.all(
    people.map(async (person) =>
      openSubmitter(await openDesk(person, { serverUrl, sandboxUrl, issueToken }), checkIn),
    ),
  );
  const delivered = await Promise.all(
    submitters.map((submitter, index) => {
      const random = createRandom(seed + index);
      const itemByItem = { length: all / count - others.length };
      const submits = [
        ...others.map((other) => submitter.noChangeAll(other)),
        ...Array.from(itemByItem, () => submitter.next(drawWeighted(VERBS, random))),
      ];
      return deliverInTurns(submits, { serverUrl, random });
    }),
  );
  return delivered.flat();
}

/** How many of each there are among a hundred; the rest of a meeting is answering. */
const VERBS: Readonly<Record<Parameters<Submitter['next']>[0], number>> = {
  'save-answers': 34,
  'answer-item': 31,
  'no-change-item': 28,
  'save-action': 4,
  'save-decision': 3,
};

/** One person's submits: what belongs to one turn goes out at once, and the next turn waits for it. */
async function deliverInTurns(
  submits: readonly Submit[],
  { serverUrl, random }: { readonly serverUrl: string; readonly random: () => number },
): Promise<readonly Delivered[]> {
  const delivered = submits.map((submit): Delivered => ({ submit, answers: [], atOnce: 0, newIds: 0 }));
  for (const turn of planCopies(submits.length, random)) {
    await Promise.all(
      turn.map(async ({ submit, id }, place) => {
        const one = delivered[submit];
        if (one === undefined) return;
        if (id === 'new id') one.newIds += 1;
        if (turn.findIndex((copy) => copy.submit === submit) < place) one.atOnce += 1;
        one.answers.push(await post(serverUrl, one.submit.again(id)));
      }),
    );
  }
  return delivered;
}

/** Status and body, or why there is none. */
async function post(serverUrl: string, { headers, body }: Delivery): Promise<string> {
  try {
    const response = await fetch(`${serverUrl}/api/messages`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return `${response.status} ${await response.text()}`;
  } catch (error) {
    return `nothing: ${(error as Error).message}`;
  }
}

function answeredOtherwise({ answers: [first, ...copies] }: Delivered): number {
  return copies.filter((answer) => answer !== first).length;
}

/** Both answers from where they part. */
function firstDifference([first = '', ...copies]: readonly string[]): string {
  const other = copies.find((answer) => answer !== first) ?? '';
  const at = [...first].findIndex((character, index) => character !== other[index]);
  const from = Math.max(0, at - 30);
  return `first “…${first.slice(from, from + 80)}…”, copy “…${other.slice(from, from + 80)}…”`;
}
