import { todayIn } from '../plan/calendar/dates.ts';
import { isWorkingDay } from '../plan/calendar/working-days.ts';
import { type DueNotice, dueNotices } from '../plan/notices/index.ts';
import type { Preferences } from '../plan/notices/preferences.ts';
import type { Plan } from '../plan/plan.ts';
import { createRandom } from '../sandbox/core/random.ts';
import type { Database } from '../store/database.ts';
import { savePreferences } from '../store/preferences.ts';
import { openTestPostgres } from '../tests/store/databases.ts';
import { fillMirror } from '../tests/workflow/helpers/fill-mirror.ts';
import { TENANT } from '../tests/workflow/helpers/make-deps.ts';
import { decideByState } from '../workflow/notices/decide-by-state.ts';
import type { Benchmark, RunOptions, Size, Table } from './benchmark.ts';
import { answerAtRandom } from './parts/notices/answer-at-random.ts';
import { doDue } from './parts/notices/do-due.ts';
import { complaintsOf, mostADay } from './parts/notices/judge-sends.ts';
import { makeLargePlan, type PlanSize } from './parts/notices/large-plan.ts';
import { countKinds } from './parts/notices/ledger-counts.ts';
import { liftLimits } from './parts/notices/lift-limits.ts';
import { makeReplica, type Replica } from './parts/notices/replica.ts';
import { createSentLog, type SentLog } from './parts/notices/sent-log.ts';

/** Two plans; some people are in both. */
interface YearSize {
  readonly plans: readonly [PlanSize, PlanSize];
  readonly shared: number;
  readonly from: string;
  readonly days: number;
}
const SIZES: Readonly<Record<Size, YearSize>> = {
  full: {
    plans: [
      { groups: 30, owners: 300, items: 1_100 },
      { groups: 10, owners: 130, items: 400 },
    ],
    shared: 30,
    from: '2022-01-04',
    days: 365,
  },
  // Over the change of clocks on 27 March.
  quick: {
    plans: [
      { groups: 4, owners: 30, items: 90 },
      { groups: 2, owners: 14, items: 40 },
    ],
    shared: 6,
    from: '2022-03-21',
    days: 9,
  },
};
const SKEW_MINUTES = [10, -10] as const;
/** When people answer, by the right clock. */
const ANSWERS_AT_HOUR = 11;
const COMPLAINTS_NAMED = 20;

/** Whether a year of notices comes to everybody once, at the right time, from two processes whose clocks differ. */
export const year: Benchmark = {
  name: 'year',
  title: 'A year of notices, hour by hour, on two replicas whose clocks are 20 minutes apart',
  run: (options) => live(options),
};

async function live({ size, seed }: RunOptions): Promise<Table> {
  const opened = await openTestPostgres();
  try {
    return await liveOn([opened.database, opened.other], SIZES[size], seed);
  } finally {
    await opened.close();
  }
}

async function liveOn(
  databases: readonly [Database, Database],
  { plans: [first, second], shared, from, days }: YearSize,
  seed: number,
): Promise<Table> {
  const plans = [
    makeLargePlan(first, { id: 'plan-1', from, seed }),
    makeLargePlan(second, { id: 'plan-2', from, seed: seed + 1, ownersFrom: first.owners - shared }),
  ];
  const [database] = databases;
  for (const plan of plans) await fillMirror(database, plan);
  await liftLimits(database);
  const preferences = await choosePreferences(database, plans, from);

  const time = { now: Temporal.Instant.from(`${from}T00:00:00Z`) };
  const log = createSentLog(() => time.now);
  const replicas = databases.map((one, at) =>
    makeReplica({
      database: one,
      now: () => time.now.add({ minutes: SKEW_MINUTES[at] ?? 0 }),
      log,
    }),
  );
  const { answers, missing, failures } = await goThrough(replicas, { time, days, plans, seed });
  return tableOf(database, { plans, preferences, log, days, answers, broken: [...missing, ...failures] });
}

/** Moves the clock hour by hour; both replicas do what is due, at once. */
async function goThrough(
  replicas: readonly Replica[],
  {
    time,
    days,
    plans,
    seed,
  }: {
    readonly time: { now: Temporal.Instant };
    readonly days: number;
    readonly plans: readonly Plan[];
    readonly seed: number;
  },
) {
  const random = createRandom(seed);
  const planIds = plans.map(({ id }) => id);
  const failures: string[] = [];
  const missing: string[] = [];
  let answers = 0;
  for (let hour = 0; hour < days * 24; hour += 1, time.now = time.now.add({ hours: 1 })) {
    await Promise.all(
      replicas.map((replica) =>
        doDue(replica, planIds).catch(
          (error: Error) => void failures.push(`A round failed: ${error.message}`),
        ),
      ),
    );
    const [ahead, behind] = replicas;
    if (ahead === undefined || behind === undefined) throw new Error('There are two replicas.');
    const local = time.now.toZonedDateTimeISO('Europe/London');
    if (local.hour !== ANSWERS_AT_HOUR || !isWorkingDay(todayIn(time.now, 'Europe/London'), [])) continue;
    // Both have done what is due by now, so everything that is due stands in the ledger.
    missing.push(...(await notPlanned(ahead)));
    for (const [at, planId] of planIds.entries())
      answers += await answerAtRandom((hour + at) % 2 === 0 ? ahead : behind, planId, random);
  }
  failures.push(...replicas.flatMap(({ errors }) => errors));
  return { answers, missing, failures };
}

/** What is due by a replica's clock and does not stand in the ledger. */
async function notPlanned(replica: Replica): Promise<string[]> {
  const due = await decideByState(replica, dueNotices);
  const known = await replica.database.query<{ name: string }>(
    `SELECT kind || ' ' || subject || ' ' || period AS name FROM notice WHERE expires_at >= $1::timestamptz`,
    [replica.clock.now().toString()],
  );
  const names = new Set(known.map(({ name }) => name));
  return due
    .map(nameOf)
    .filter((name) => !names.has(name))
    .map((name) => `Due and not planned: ${name}`);
}

function nameOf({ kind, planId, subject, period, recipient }: DueNotice): string {
  return `${kind} ${recipient.kind === 'channel' ? `${planId}/${subject}` : subject} ${period}`;
}

/** Some people want to be left alone at times, or altogether for a while. */
async function choosePreferences(
  database: Database,
  plans: readonly Plan[],
  from: string,
): Promise<ReadonlyMap<string, Partial<Preferences>>> {
  const people = new Set(
    plans.flatMap(({ owners }) => owners.flatMap(({ entraObjectId }) => entraObjectId?.toLowerCase() ?? [])),
  );
  const chosen = new Map<string, Partial<Preferences>>();
  for (const [number, entraObjectId] of [...people].entries()) {
    const choices: Partial<Preferences> = {
      ...(number % 5 === 0 ? { quietFrom: '08:00', quietTo: '10:30' } : {}),
      ...(number % 8 === 1 ? { workDays: [1, 2, 3] } : {}),
      ...(number % 12 === 2 ? { muted: ['due soon' as const] } : {}),
      ...(number % 15 === 3
        ? {
            snoozedUntil: Temporal.PlainDate.from(from)
              .add({ days: 5 + (number % 40) })
              .toString(),
          }
        : {}),
    };
    if (Object.keys(choices).length === 0) continue;
    chosen.set(entraObjectId, choices);
    await savePreferences(database, { tenantId: TENANT, entraObjectId }, choices);
  }
  return chosen;
}

async function tableOf(
  database: Database,
  {
    plans,
    preferences,
    log: { sent },
    days,
    answers,
    broken,
  }: {
    readonly plans: readonly Plan[];
    readonly preferences: ReadonlyMap<string, Partial<Preferences>>;
    readonly log: SentLog;
    readonly days: number;
    readonly answers: number;
    readonly broken: readonly string[];
  },
): Promise<Table> {
  const kinds = await countKinds(database);
  const complaints = complaintsOf(sent, { plans, preferences });
  const sum = (pick: (plan: Plan) => number) => plans.reduce((total, plan) => total + pick(plan), 0);
  const people = new Set(plans.flatMap(({ owners }) => owners.map(({ key }) => key))).size;
  return {
    columns: [
      'kind',
      'planned',
      'sent',
      'nothing to say',
      'expired',
      'still due',
      'recipients',
      'most for one on a day',
    ],
    rows: kinds.map(({ kind, planned, states }) => {
      const ofKind = sent.filter((one) => one.kind === kind);
      return [
        kind,
        ...[planned, states.sent, states['nothing to say'], states.expired, states.due].map(String),
        String(new Set(ofKind.map(({ to }) => to)).size),
        String(
          mostADay(
            ofKind.map((one) => ({ ...one, toPerson: true })),
            { plans },
          ),
        ),
      ];
    }),
    notes: [
      `${sum(({ groups }) => groups.length)} groups in two plans, ${people} people, ${sum(({ recommendations, actions, milestones }) => recommendations.length + actions.length + milestones.length)} items, ${days} days hour by hour; PostgreSQL, whatever databases were asked for. One replica's clock is ten minutes fast, the other's ten minutes slow; both do what is due at once.`,
      `People answered ${answers} times on working days, by chance; a fifth of them has quiet hours, others work part of the week, snooze or are away.`,
      'Sends go to a messenger within this process, without Teams’ limits, and the lists are neither read nor written: what is tried is deciding, planning and claiming. Sending is tried by `kills` and `sends`.',
      `Nobody got more than ${mostADay(sent, { plans })} personal message a day. What is outside hours is so by the right clock and by that of the replica that sent. A summary goes out when its check-in closes.`,
    ],
    broken: [...broken, ...unevenly(kinds, sent), ...complaints].slice(0, COMPLAINTS_NAMED),
  };
}

/** Each notice that the ledger calls sent was sent once. */
function unevenly(kinds: Awaited<ReturnType<typeof countKinds>>, sent: SentLog['sent']): string[] {
  return kinds.flatMap(({ kind, states }) => {
    const count = sent.filter((one) => one.kind === kind).length;
    return count === states.sent ? [] : [`${kind}: ${count} messages for ${states.sent} notices.`];
  });
}
