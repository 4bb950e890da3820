import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildNoticeCard } from '../../bot/cards/notice-card.ts';
import { alertsOn, buildAlert } from '../../plan/alerts/index.ts';
import { summaryOfReport } from '../../plan/board-reports/report-card.ts';
import { reportNow } from '../../plan/board-reports/report-now.ts';
import { todayIn } from '../../plan/calendar/dates.ts';
import { buildCheckIn, buildQuestions } from '../../plan/check-in.ts';
import type { NoticeContent } from '../../plan/content.ts';
import { buildOverview } from '../../plan/dashboard/build-overview.ts';
import { buildDigest } from '../../plan/digest/index.ts';
import { buildStory } from '../../plan/history.ts';
import { itemsOf } from '../../plan/items.ts';
import { dueNotices, nextNoticeAt } from '../../plan/notices/index.ts';
import { EMPTY_LEDGER } from '../../plan/notices/notice-ledger.ts';
import { reminderRule } from '../../plan/notices/reminder.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { attentionOf } from '../../workflow/lists/state/attention-of.ts';
import { listsStateOf } from '../../workflow/lists/state/view-lists-state.ts';
import { runDue } from '../../workflow/run-due.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { planOf } from './helpers/plan-of.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from './helpers/sandbox-plan.ts';
import { type PartAnswer, tamper } from './helpers/tamper.ts';

/** What people, flows and other programs manage to put where something else belongs. */
const RUBBISH: readonly unknown[] = [
  null,
  '',
  '   ',
  'rubbish',
  '<b>bold</b>',
  'nul \u0000 and half a pair \ud800',
  'Complete',
  'x'.repeat(255),
  '25:99',
  '2022-02-30',
  '1899-12-30T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  0,
  -1,
  0.5,
  1e9,
  4_294_967_296,
  1.7e308,
  true,
  [],
  {},
  ['Member', 'Emperor'],
  [{ LookupId: 1 }, { LookupId: 999_999 }],
  '999999',
  '4294967296',
];
const MOMENTS = [
  '2022-01-10T09:00:00Z',
  '2022-01-26T09:00:00Z',
  '2022-03-28T08:00:00Z',
  '2022-10-31T09:00:00Z',
];

let site: SandboxPlan;
let opened: TestDatabase;
let database: Database;
beforeAll(async () => {
  opened = await openTestDatabase();
  database = opened.database;
  site = await startSandboxPlan();
  await site.importSample({ apply: true });
  // Rows that only people make.
  for (const list of [
    'Actions',
    'Readings',
    'Sign-offs',
    'Priorities',
    'Board reports',
    'Updates',
    'Meetings',
  ])
    for (const Title of ['One', 'Two']) await site.addByHand(list, { Title });
});
afterAll(async () => {
  await opened?.close();
  await site?.stop();
});

describe('lists full of rubbish', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  test.each(seeds)('are read, and everything made of them still works: seed %d', async (seed) => {
    site.network = null;
    await emptyDatabase(database);
    const deps = await site.startProcess(database);
    site.network = tamper({ part: spoilWith(randomOf(seed)) });
    await syncIn(deps, PLAN_ID);
    site.network = noChange;
    const plan = await planOf(deps);
    expect(plan.recommendations).toHaveLength(31);
    expect((await attentionOf(deps, plan)).length).toBeGreaterThan(10);
    expect((await listsStateOf(deps, plan)).attentionCount).toBeGreaterThan(10);
    for (const moment of MOMENTS) {
      everythingOf(plan, Temporal.Instant.from(moment));
      deps.setClock(moment);
      await runDue(deps);
    }
    expect(deps.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

/** Nothing is written: SharePoint itself would not take most of it. */
const noChange: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));

/** Every view, notice and card that a plan comes to at a moment. */
function everythingOf(plan: Plan, now: Temporal.Instant): void {
  const [viewer] = plan.owners;
  if (viewer) {
    buildOverview(plan, { viewer, on: null, since: null }, now);
    for (const item of itemsOf(plan))
      buildStory(plan, item.ref, viewer, now, { rowUrl: null, syncPending: false });
  }
  dueNotices({ plans: [plan], now });
  nextNoticeAt({ plans: [plan], now });
  const notices: (NoticeContent | null)[] = [];
  const day = todayIn(now, plan.settings.timeZone);
  for (const group of plan.groups)
    if (alertsOn(plan, day).has(group.key)) notices.push(buildAlert(plan, group, day, now));
  for (const group of plan.groups) {
    notices.push(summaryOfReport(reportNow(plan, group, now), []));
    for (const meeting of plan.meetings) notices.push(buildDigest(plan, group, meeting, now));
  }
  for (const meeting of plan.meetings) {
    notices.push(buildCheckIn(plan, meeting, now));
    for (const owner of plan.owners) buildQuestions(plan, meeting, owner, 'key', now);
  }
  const ask = { plans: [plan], preferences: new Map(), ledger: EMPTY_LEDGER, now, period: day };
  for (const { entraObjectId } of plan.owners)
    notices.push(reminderRule.content({ ...ask, entraObjectId: entraObjectId ?? '' }));
  for (const content of notices) {
    if (content === null) continue;
    const { card } = buildNoticeCard(content, {
      submissionKey: 'key',
      tabLink: () => 'https://teams.example/',
    });
    expect(card.type).toBe('AdaptiveCard');
  }
}

/** Puts rubbish into two fields of five that rows are read with. */
function spoilWith(random: () => number): (url: string, answer: PartAnswer) => PartAnswer {
  const spoilt = (fields: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        // Without its id nobody could put the row right, and SharePoint gives that.
        name === 'id' || random() > 0.4 ? value : RUBBISH[Math.floor(random() * RUBBISH.length)],
      ]),
    );
  return (url, answer) => {
    const body = answer.body as { value?: { fields?: Record<string, unknown> }[] };
    if (!url.includes('/items/delta') || body.value === undefined) return answer;
    const value = body.value.map((item) =>
      item.fields === undefined ? item : { ...item, fields: spoilt({ ...EMPTY, ...item.fields }) },
    );
    return { ...answer, body: { ...body, value } };
  };
}

/** Columns that the sample leaves empty, so that rubbish comes there too. */
const EMPTY = Object.fromEntries(
  [
    'Stage',
    'Kind',
    'ForecastDue',
    'StartsAt',
    'GroupLookupId',
    'ItemList',
    'ItemId',
    'At',
    'ByLookupId',
    'State',
  ].map((name) => [name, null]),
);

/** Mulberry32: small, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
