import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../sandbox/core/random.ts';
import type { Benchmark, RunOptions, Size } from './benchmark.ts';
import type { PressPlace } from './parts/activity.ts';
import { isAccepted, type Submission, wordOf } from './parts/answering.ts';
import { checkEnd, isLanded } from './parts/check-end.ts';
import { findCheckIn, type OpenCheckIn } from './parts/check-in.ts';
import {
  type ButtonData,
  buttonData,
  type Desk,
  executeOf,
  filledIn,
  openDesk,
  submitOf,
} from './parts/desk.ts';
import { type Installation, withInstallation } from './parts/installation.ts';
import { fetchJson } from './parts/json.ts';
import { addPeople } from './parts/people.ts';
import { openSite, type Site } from './parts/site.ts';
import { median, percentile } from './parts/statistics.ts';
import { openTeamsTokens } from './parts/teams-tokens.ts';
import { type Outcome, runTrial } from './parts/trial.ts';
import { waitUntil } from './parts/wait-until.ts';
import { type Shown, watchAnswered } from './parts/watch-answered.ts';

interface Extent {
  readonly people: number;
  /** Answers of each person while Graph is fast, and as many again while it is slow. */
  readonly answersEach: number;
  /** How long a person thinks before an answer, at most. */
  readonly thinkMs: number;
  readonly graphMs: number;
}

const SIZES: Readonly<Record<Size, Extent>> = {
  full: { people: 20, answersEach: 25, thinkMs: 6_000, graphMs: 20_000 },
  quick: { people: 4, answersEach: 3, thinkMs: 200, graphMs: 1_000 },
};
/** One in so many answers of a person is the first about its item, which the channel's card counts. */
const ITEM_EVERY = 5;
/** Within which 95 of 100 presses are to be answered. */
const AIM_MS = 1_000;
/** So long the last row may take after the fault. */
const LANDED_MS = 10 * 60_000;
/** So long the last answer may take to stand on the channel's card. */
const SHOWN_MS = 3 * 60_000;

/** Whether anybody who answers notices that Graph is slow. */
export const slowGraph: Benchmark = {
  name: 'slow-graph',
  title: 'Answers while every call to Graph takes long',
  run: (options) => {
    const { people, answersEach, graphMs } = SIZES[options.size];
    return runTrial(options, {
      columns: [
        'Graph answers',
        'answers',
        'p50',
        'p95',
        'p99',
        'longest',
        'p95 of opening the form',
        'on the channel’s card after',
        'last one on the card',
        'all in SharePoint',
      ],
      notes: [
        `${people} people, ${answersEach} answers each in either row, one in five about another item, in a form opened for it, the others in place; with time to think between them. Slow: every request to Graph is answered after ${graphMs / 1_000} s. p50 to longest: from the press on Save to its answer; aim: p95 within ${AIM_MS} ms.`,
        'On the channel’s card after: median of the times from the answer to the press until the card that everybody sees counts it, where it is the first about its item. All in SharePoint: after the last answer, or after the fault was switched off.',
      ],
      isWaiting: true,
      measure: (database) => withInstallation({ database }, (installation) => measure(installation, options)),
    });
  },
};

/** One answer that was accepted. */
interface Answered extends Submission {
  /** How long its form took to open; `null` where that stood open. */
  readonly openedMs: number | null;
  readonly savedMs: number;
  /** Of `performance.now()`. */
  readonly atMs: number;
  readonly isTaken: boolean;
}

/** What one speed of Graph came to. */
interface Phase {
  readonly name: string;
  readonly answered: readonly Answered[];
  /** From each answer until the channel's card counted it. */
  readonly shownMs: readonly number[];
  readonly landedSeconds: number;
}

async function measure(installation: Installation, options: RunOptions): Promise<Outcome> {
  const { sandboxUrl, serverUrl } = installation;
  const { people: count, answersEach, graphMs } = SIZES[options.size];
  const site = await openSite(sandboxUrl);
  const checkIn = await findCheckIn(sandboxUrl);
  const { groupName } = checkIn;
  const people = await addPeople(installation, {
    site,
    count,
    groupName,
    itemsEach: 2 * itemsOf(answersEach),
  });
  const issueToken = await openTeamsTokens(installation);
  const desks = await Promise.all(
    people.map((person) => openDesk(person, { serverUrl, sandboxUrl, issueToken })),
  );
  const crowd = { installation, site, checkIn, desks, options };
  const fast = await runPhase('at once', crowd, []);
  const slow = await runPhase(`after ${graphMs / 1_000} s`, crowd, [{ kind: 'graph-slow', ms: graphMs }]);

  const all = [...fast.answered, ...slow.answered];
  const end = await checkEnd(installation, site, { submitted: all, accepted: all });
  const missing = 2 * count * answersEach - all.length;
  const counted = 2 * count * itemsOf(answersEach);
  const unseen = counted - fast.shownMs.length - slow.shownMs.length;
  return {
    rows: [fast, slow].map(cellsOf).concat([ratiosOf(fast, slow)]),
    notes: [],
    broken: [
      ...(missing > 0 ? [`${missing} answers were not accepted.`] : []),
      ...(unseen > 0 ? [`${unseen} answers never stood on the channel’s card.`] : []),
      ...end.broken,
    ],
  };
}

interface Crowd {
  readonly installation: Installation;
  readonly site: Site;
  readonly checkIn: OpenCheckIn;
  readonly desks: readonly Desk[];
  readonly options: RunOptions;
}

async function runPhase(name: string, crowd: Crowd, faults: readonly object[]): Promise<Phase> {
  const { installation, site, checkIn, desks, options } = crowd;
  const { sandboxUrl } = installation;
  const setFaults = (list: readonly object[]) => fetchJson(`${sandboxUrl}/sandbox/faults`, { body: list });
  const watch = await watchAnswered(sandboxUrl, checkIn.channelId);
  const before = watch.shown.at(-1)?.answered ?? 0;
  await setFaults(faults);
  const answered = (
    await Promise.all(desks.map((desk, index) => answerAll(desk, crowd, createRandom(options.seed + index))))
  ).flat();
  const firsts = answered.filter(({ openedMs }) => openedMs !== null);
  const isShown = () => (watch.shown.at(-1)?.answered ?? 0) >= before + firsts.length;
  await waitUntil(isShown, { patienceMs: SHOWN_MS });
  await watch.stop();
  await setFaults([]);
  const told = { submitted: answered, accepted: byTime(answered) };
  const landedSeconds = await waitUntil(() => isLanded(site, told), { patienceMs: LANDED_MS });
  return { name, answered, shownMs: shownAfter(byTime(firsts), watch.shown, before), landedSeconds };
}

function byTime(answered: readonly Answered[]): readonly Answered[] {
  return answered.toSorted((one, other) => one.atMs - other.atMs);
}

/** First answers about an item. */
function itemsOf(answers: number): number {
  return Math.ceil(answers / ITEM_EVERY);
}

/** The card counts answers: the first one stands there once it counts one more than before. */
function shownAfter(
  answered: readonly Answered[],
  shown: readonly Shown[],
  before: number,
): readonly number[] {
  return answered.flatMap(({ atMs }, index) => {
    const found = shown.find((one) => one.answered > before + index);
    return found === undefined ? [] : [Math.max(0, found.atMs - atMs)];
  });
}

/** One person's answers: now and then about another item, in a form opened for it; else about the first, in place. */
async function answerAll(
  desk: Desk,
  { installation: { serverUrl }, checkIn: { planId, meetingKey, channelId }, options: { size } }: Crowd,
  random: () => number,
): Promise<readonly Answered[]> {
  const { answersEach, thinkMs } = SIZES[size];
  const channel = { channelId };
  const answered: Answered[] = [];
  let inPlace: ButtonData | null = null;
  for (let count = 0; count < answersEach; count += 1) {
    await sleep(random() * thinkMs);
    const isNew = count % ITEM_EVERY === 0;
    const startedMs = performance.now();
    if (inPlace === null || isNew) {
      const data = buttonData('answer-mine', { planId, meetingKey });
      const form = filledIn(await desk.openDialog(data, channel), 'save-answers');
      const openedMs = performance.now() - startedMs;
      answered.push({ ...(await save(form, channel)), openedMs });
      inPlace ??= filledIn(await desk.showCard(showOf(form), 'chat'), 'answer-item');
    } else answered.push({ ...(await save(inPlace, 'chat')), openedMs: null });
  }
  return answered.filter(({ isTaken }) => isTaken);

  /** What is still to answer stands first in the form. */
  async function save(form: ButtonData, place: PressPlace): Promise<Omit<Answered, 'openedMs'>> {
    const submissionKey = randomUUID();
    const note = wordOf(desk.person, answered.length + 1);
    const data = { ...form, milepost: { ...form.milepost, submissionKey }, note_0: note };
    const isDialog = place === channel;
    const delivery = desk.deliveryOf(isDialog ? submitOf(data) : executeOf(data), place);
    const pressedMs = performance.now();
    const response = await fetch(`${serverUrl}/api/messages`, { method: 'POST', ...delivery });
    const isTaken = isAccepted(response.status, await response.text());
    const atMs = performance.now();
    const kind = isDialog ? 'dialog' : 'in place';
    return { kind, submissionKey, note, ...delivery, savedMs: atMs - pressedMs, atMs, isTaken };
  }

  function showOf({ milepost }: ButtonData): ButtonData {
    const [first] = milepost.asked as readonly {
      readonly ref: { readonly list: string; readonly key: string };
    }[];
    return { ...buttonData('show-item', { planId }), show: `${first?.ref.list}/${first?.ref.key}` };
  }
}

/** The figures of a phase in milliseconds, in the order of the table's columns. */
function figuresOf({ answered, shownMs, landedSeconds }: Phase): readonly number[] {
  const saved = answered.map(({ savedMs }) => savedMs);
  const opened = answered.flatMap(({ openedMs }) => openedMs ?? []);
  return [
    percentile(saved, 50),
    percentile(saved, 95),
    percentile(saved, 99),
    Math.max(...saved),
    percentile(opened, 95),
    median(shownMs),
    Math.max(...shownMs),
    landedSeconds * 1_000,
  ];
}

function cellsOf(phase: Phase): readonly string[] {
  const words = (ms: number) => (ms < 10_000 ? `${ms.toFixed(0)} ms` : `${(ms / 1_000).toFixed(1)} s`);
  return [phase.name, String(phase.answered.length), ...figuresOf(phase).map(words)];
}

function ratiosOf(fast: Phase, slow: Phase): readonly string[] {
  const before = figuresOf(fast);
  return [
    'slow to fast',
    '',
    ...figuresOf(slow).map((ms, index) => `${(ms / (before[index] ?? Number.NaN)).toFixed(1)} ×`),
  ];
}
