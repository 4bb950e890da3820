import { meetingsOf } from '../plan/meetings/meetings.ts';
import { dueNotices } from '../plan/notices/index.ts';
import { DEFAULT_SETTINGS, type Plan } from '../plan/plan.ts';
import { makeGroup } from '../tests/helpers/make-plan.ts';
import type { Benchmark, RunOptions, Size, Table } from './benchmark.ts';
import { type Fortnight, fortnightsOf } from './parts/notices/fortnights.ts';
import { makeLargePlan, type PlanSize } from './parts/notices/large-plan.ts';
import { withPast } from './parts/notices/past.ts';
import { median, percentile } from './parts/statistics.ts';

const SIZES: Readonly<Record<Size, { readonly plans: readonly PlanSize[]; readonly rounds: number }>> = {
  full: {
    plans: [125, 250, 500, 1_000].map((groups) => ({ groups, owners: groups * 10, items: groups * 10 })),
    rounds: 40,
  },
  quick: {
    plans: [25, 50].map((groups) => ({ groups, owners: groups * 10, items: groups * 10 })),
    rounds: 3,
  },
};
const UPDATES_EACH = 4;
/** A Monday in the middle of the year, at the moment everything of a day falls due. */
const NOW = Temporal.Instant.from('2022-06-13T08:00:00Z');
/** Twice the items may take so many times as long. */
const GROWTH_LIMIT = 3;
const AIM_MS = 1_000;
/** Ten years; nobody knows the bank holidays after 2028 yet. */
const YEARS = { from: '2021-01-04', to: '2030-12-31' };
const FIRST_DAYS = ['2021-01-04', '2021-01-05', '2021-01-06', '2021-01-07', '2021-01-08'];

/** How long it takes to decide what is due, and whether ten years of fortnights are all there. */
export const due: Benchmark = {
  name: 'due',
  title: 'What is due, decided for plans of every size, and ten years of fortnights',
  run: async (options) => measure(options),
};

function measure({ size, seed }: RunOptions): Table {
  const { plans, rounds } = SIZES[size];
  const timed = plans.map((planSize) => ({
    planSize,
    ...time(
      withPast(makeLargePlan(planSize, { from: '2022-01-03', seed }), {
        now: NOW,
        updatesEach: UPDATES_EACH,
      }),
      rounds,
    ),
  }));
  const perItem = timed.map(({ planSize, first }) => median(first) / planSize.items);
  const growth = (perItem.at(-1) ?? 0) / (perItem[0] ?? 1);
  const largest = timed.at(-1);
  const fortnights = FIRST_DAYS.map(fortnightsFrom);
  const sum = (pick: (one: Fortnight) => number) => fortnights.reduce((total, one) => total + pick(one), 0);
  return {
    columns: [
      'plan',
      'updates',
      'notices due',
      'p50',
      'p95',
      'CPU, p50',
      'p50 for 1,000 items',
      'again, p50',
    ],
    rows: timed.map(({ planSize: { groups, items }, notices, first, cpu, again }, at) => [
      `${groups} groups, ${items} items`,
      String(items * UPDATES_EACH),
      String(notices),
      `${median(first).toFixed(0)} ms`,
      `${percentile(first, 95).toFixed(0)} ms`,
      `${median(cpu).toFixed(0)} ms`,
      `${((perItem[at] ?? 0) * 1_000).toFixed(1)} ms`,
      `${median(again).toFixed(0)} ms`,
    ]),
    notes: [
      `One plan, ten owners and ten items a group, each with ${UPDATES_EACH} updates, on a Monday at 09:00; ${rounds} rounds. p50 and p95: a plan that was just read, with nothing worked out before. CPU: what of p50 the processor worked for it, whatever else ran on the machine. Again: the same plan a minute later.`,
      `Aim: ${AIM_MS} ms for the largest; p95 was ${percentile(largest?.first ?? [], 95).toFixed(0)} ms. For each item the largest plan takes ${growth.toFixed(2)} times as long as the smallest.`,
      `Ten years of fortnights from ${YEARS.from}, one group for each day of the week: ${sum(({ counted }) => counted)} fortnights, ${sum(({ held }) => held)} meetings on ${sum(({ days }) => days)} days, of which ${sum(({ moved }) => moved)} moved for a bank holiday by at most ${Math.max(...fortnights.map(({ furthest }) => furthest))} days.`,
    ],
    broken: [
      ...fortnights.flatMap(({ broken }) => broken),
      ...(size === 'full' && growth > GROWTH_LIMIT
        ? [`The time for each item grows ${growth.toFixed(1)} times with the plan.`]
        : []),
      ...timed.flatMap(({ planSize, notices }) =>
        notices === 0 ? [`Nothing was due in a plan of ${planSize.items} items: nothing was measured.`] : [],
      ),
    ],
  };
}

function time(plan: Plan, rounds: number) {
  const first: number[] = [];
  const cpu: number[] = [];
  const again: number[] = [];
  let notices = 0;
  for (let round = 0; round < rounds; round += 1) {
    // Another object, for which nothing has been worked out yet.
    const plans = [structuredClone(plan)];
    const before = process.cpuUsage();
    notices = timeInto(first, () => dueNotices({ plans, now: NOW })).length;
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1_000);
    timeInto(again, () => dueNotices({ plans, now: NOW.add({ minutes: 1 }) }));
  }
  return { first, cpu, again, notices };
}

function timeInto<Result>(times: number[], work: () => Result): Result {
  const startedMs = performance.now();
  const result = work();
  times.push(performance.now() - startedMs);
  return result;
}

function fortnightsFrom(firstMeeting: string): Fortnight {
  const group = makeGroup({ firstMeeting });
  return fortnightsOf(meetingsOf(group, DEFAULT_SETTINGS, [], YEARS), { firstMeeting, to: YEARS.to });
}
