import { createRandom } from '../sandbox/core/random.ts';
import type { Database } from '../store/database.ts';
import { openTestPglite, openTestPostgres } from '../tests/store/databases.ts';
import { fillMirror } from '../tests/workflow/helpers/fill-mirror.ts';
import type { Benchmark, RunOptions, Size } from './benchmark.ts';
import type { DatabaseKind } from './parts/database.ts';
import { answerAtRandom } from './parts/notices/answer-at-random.ts';
import { doDue } from './parts/notices/do-due.ts';
import { complaintsOf } from './parts/notices/judge-sends.ts';
import { makeLargePlan, type PlanSize } from './parts/notices/large-plan.ts';
import { countKinds, type KindCounts, lastNotice } from './parts/notices/ledger-counts.ts';
import { liftLimits } from './parts/notices/lift-limits.ts';
import { makeReplica } from './parts/notices/replica.ts';
import { createSentLog, type Sent } from './parts/notices/sent-log.ts';
import { type Outcome, runTrial } from './parts/trial.ts';

const SIZES: Readonly<Record<Size, PlanSize>> = {
  full: { groups: 40, owners: 400, items: 1_500 },
  quick: { groups: 3, owners: 15, items: 50 },
};
/** When it works, it is asked at these hours; people answer at eleven. */
const HOURS: Readonly<Record<Size, readonly number[]>> = {
  full: [8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
  quick: [9, 11, 17],
};
const ANSWERS_AT_HOUR = 11;
const PLAN_ID = 'plan-1';
/** A Monday. It works for a while, is down for three weeks, and is started on a Tuesday morning before anybody works. */
const FROM = '2022-02-07';
const DOWN_AT = Temporal.Instant.from('2022-02-28T10:00:00Z');
const UP_AT = Temporal.Instant.from('2022-03-22T06:00:00Z');
/** So long it is watched afterwards. */
const WATCHED_HOURS = 14;
/** Since then Teams took nothing, so that some notices stood in the ledger, due, when Milepost went down. */
const REFUSED_FROM = Temporal.Instant.from('2022-02-28T08:00:00Z');
const HOUR = { hours: 1 };

/** Whether three weeks of notices come down on people at once when Milepost is started again. */
export const outage: Benchmark = {
  name: 'outage',
  title: 'Down for three weeks, then started',
  run: (options) =>
    runTrial(options, {
      columns: [
        'kind',
        'fell due meanwhile',
        'stood in the ledger',
        'of these dropped',
        'sent after the start',
        'most for one',
      ],
      notes: [
        `${SIZES[options.size].groups} groups, ${SIZES[options.size].owners} people, ${SIZES[options.size].items} items, in a database of the trial's own. Down from ${DOWN_AT} to ${UP_AT}, after two hours in which Teams took nothing. \`Fell due meanwhile\` is what a Milepost that did not go down planned in that time; it was run beside. Watched for the day of the start.`,
        'Sends go to a messenger within this process, without Teams’ limits; the lists are neither read nor written.',
      ],
      measure: (database) => measure(database, options),
    }),
};

async function measure(kind: DatabaseKind, { size, seed }: RunOptions): Promise<Outcome> {
  const without = await liveOn(kind, { size, seed, goesDown: false });
  const { before, standing, after, sent, entries, complaints } = await liveOn(kind, {
    size,
    seed,
    goesDown: true,
  });
  const kinds = [...new Set([...without.after, ...after].map((one) => one.kind))].toSorted();
  const of = (counts: readonly KindCounts[], name: string) => counts.find((one) => one.kind === name);
  const rows = kinds.map((name) => {
    const ofKind = sent.filter((one) => one.kind === name);
    const stood = of(standing, name)?.states.due ?? 0;
    const dropped =
      (of(before, name)?.states.expired ?? 0) + (of(before, name)?.states['nothing to say'] ?? 0);
    return [
      name,
      String(of(without.after, name)?.planned ?? 0),
      String(stood),
      String(dropped),
      String(ofKind.length),
      String(mostForOne(ofKind)),
    ];
  });
  return {
    rows,
    notes: [
      `The fullest reminder after the start had ${Math.max(0, ...entries)} entries; ${sent.filter(({ kind: one }) => one === 'reminder').length} people got one.`,
    ],
    broken: [
      ...complaints,
      ...(sent.length === 0 ? ['Nothing was sent after the start: nothing was tried.'] : []),
      ...['digest', 'alert', 'reminder', 'summary', 'check-in'].flatMap((name) => {
        const most = mostForOne(sent.filter((one) => one.kind === name));
        return most > 1 ? [`${name}: ${most} for one recipient on the day of the start.`] : [];
      }),
      ...before.flatMap(({ kind: name, states }) =>
        states.sent > 0 ? [`${name}: ${states.sent} that were due three weeks before were sent.`] : [],
      ),
    ],
  };
}

interface Course {
  /** What became of notices that stood in the ledger, due, when it went down. */
  readonly before: readonly KindCounts[];
  /** The same notices as they stood then. */
  readonly standing: readonly KindCounts[];
  /** Everything that was planned since. */
  readonly after: readonly KindCounts[];
  readonly sent: readonly Sent[];
  /** Of each reminder since, how many entries it has. */
  readonly entries: readonly number[];
  readonly complaints: readonly string[];
}

/** One course of the same weeks. */
async function liveOn(
  kind: DatabaseKind,
  { size, seed, goesDown }: { readonly size: Size; readonly seed: number; readonly goesDown: boolean },
): Promise<Course> {
  const opened = kind === 'pglite' ? await openTestPglite() : await openTestPostgres();
  try {
    return await course(opened.database, { size, seed, goesDown });
  } finally {
    await opened.close();
  }
}

async function course(
  database: Database,
  { size, seed, goesDown }: { readonly size: Size; readonly seed: number; readonly goesDown: boolean },
): Promise<Course> {
  const plan = makeLargePlan(SIZES[size], { id: PLAN_ID, from: FROM, seed });
  await fillMirror(database, plan);
  await liftLimits(database);
  const time = { now: Temporal.Instant.from(`${FROM}T06:00:00Z`) };
  const log = createSentLog(() => time.now);
  const replica = makeReplica({ database, now: () => time.now, log });
  const random = createRandom(seed);
  const hours = HOURS[size];
  const workUntil = async (end: Temporal.Instant) => {
    for (; Temporal.Instant.compare(time.now, end) < 0; time.now = time.now.add(HOUR)) {
      const { hour } = time.now.toZonedDateTimeISO(plan.settings.timeZone);
      if (!hours.includes(hour)) continue;
      if (goesDown && Temporal.Instant.compare(time.now, REFUSED_FROM) >= 0)
        log.refuse = isUp(time.now) ? null : BUSY;
      await doDue(replica, [PLAN_ID]);
      if (hour === ANSWERS_AT_HOUR) await answerAtRandom(replica, PLAN_ID, random);
    }
  };

  await workUntil(DOWN_AT);
  const last = await lastNotice(database);
  const standing = await countKinds(database, { after: 0 });
  const due = await database.query<{ id: number }>(
    "SELECT id::integer AS id FROM notice WHERE state = 'due'",
  );
  const sentBefore = log.sent.length;
  if (goesDown) {
    time.now = UP_AT;
    log.refuse = null;
    await makeDueAgain(database);
  }
  // A process that is started does at once what is due.
  await doDue(replica, [PLAN_ID]);
  await workUntil(UP_AT.add({ hours: WATCHED_HOURS }));
  const sent = log.sent.slice(sentBefore);
  return {
    before: await countKinds(database, { ids: due.map(({ id }) => id) }),
    standing,
    after: await countKinds(database, { after: last }),
    sent,
    entries: sent.filter((one) => one.kind === 'reminder').map(({ entries }) => entries),
    complaints: [...complaintsOf(sent, { plans: [plan], preferences: new Map() }), ...replica.errors],
  };
}

const isUp = (now: Temporal.Instant): boolean => Temporal.Instant.compare(now, UP_AT) >= 0;

const BUSY = () => ({ status: 'throttled', retryAfterMs: 1_000, code: 'TooManyRequests' }) as const;

/** What Teams asked to wait has passed in three weeks. */
async function makeDueAgain(database: Database): Promise<void> {
  await database.query('DELETE FROM send_brake');
  await database.query("UPDATE notice SET not_before = now() WHERE state = 'due'");
}

function mostForOne(sent: readonly Sent[]): number {
  return Math.max(0, ...[...Map.groupBy(sent, ({ to }) => to).values()].map((ofOne) => ofOne.length));
}
