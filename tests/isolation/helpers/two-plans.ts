import { randomUUID } from 'node:crypto';
import { buildReport } from '../../../plan/board-reports/build-report.ts';
import type { Plan } from '../../../plan/plan.ts';
import { freezeReport, markReportPosted } from '../../../store/board-report-versions.ts';
import { saveCard } from '../../../store/check-in-cards.ts';
import { saveConversation } from '../../../store/conversations.ts';
import type { Database, Queryable } from '../../../store/database.ts';
import type { Actor } from '../../../workflow/use-cases.ts';
import {
  makeAction,
  makeEngagement,
  makeGroup,
  makeMeasure,
  makeMeeting,
  makeMilestone,
  makeOwner,
  makePlan,
  makeReading,
  makeRecommendation,
  makeTheme,
  makeUpdate,
} from '../../helpers/make-plan.ts';
import { fillMirror } from '../../workflow/helpers/fill-mirror.ts';
import { TENANT } from '../../workflow/helpers/make-deps.ts';
import { untilWritten } from './whole-database.ts';

export type Letter = 'a' | 'b';

/** A word that stands in every text of a plan, and nowhere else. */
export const MARK: Readonly<Record<Letter, string>> = { a: 'Aardvark', b: 'Badger' };

export const OTHER: Readonly<Record<Letter, Letter>> = { a: 'b', b: 'a' };

export const planIdOf = (letter: Letter): string => `plan-${letter}`;
export const channelOf = (letter: Letter, group: 'send' | 'board'): string =>
  `19:${letter}-${group}@thread.tacv2`;
/** The same key in both plans. */
export const MEETING = 'send@2022-01-10';

const idOf = (who: string): string =>
  ({
    a: 'aaaaaaaa-0000-4000-8000-000000000001',
    b: 'bbbbbbbb-0000-4000-8000-000000000001',
    both: 'cccccccc-0000-4000-8000-000000000001',
    outsider: 'dddddddd-0000-4000-8000-000000000001',
  })[who] ?? '';

/** Who asks: somebody of one plan, of both, of none, and the first as a guest of another tenant would look. */
export const ACTORS: Readonly<Record<string, Actor>> = {
  'person of A': { tenantId: TENANT, entraObjectId: idOf('a'), email: 'a@alp.example' },
  'person of B': { tenantId: TENANT, entraObjectId: idOf('b'), email: 'b@alp.example' },
  'person of both': { tenantId: TENANT, entraObjectId: idOf('both'), email: 'both@alp.example' },
  outsider: { tenantId: TENANT, entraObjectId: idOf('outsider'), email: 'outsider@alp.example' },
  'person of another tenant': {
    tenantId: '99999999-9999-4999-8999-999999999999',
    entraObjectId: idOf('both'),
    email: 'both@alp.example',
  },
};

/** The plans each may see. */
export const PLANS_OF: Readonly<Record<string, readonly Letter[]>> = {
  'person of A': ['a'],
  'person of B': ['b'],
  'person of both': ['a', 'b'],
  outsider: [],
  'person of another tenant': [],
};

/** Nobody owns it, so that everybody is a second person; the parents' group signs it off. */
const TO_SIGN_OFF = { number: 5, owner: null, signOffBy: 'parents' } as const;

const STATES = ['Draft', 'Approved', 'Posted'] as const;

/**
 * Two plans that are alike to the last key and number: the same groups, people's rows, items, a meeting with an open
 * check-in. Everybody in a plan may do everything in it.
 */
export function makeTwin(letter: Letter): Plan {
  const mark = MARK[letter];
  const everything = {
    roles: ['Member', 'Chair', 'Plan manager', 'Director'] as const,
    groups: ['send', 'board', 'parents'],
  };
  return makePlan({
    id: planIdOf(letter),
    name: `Plan ${mark}`,
    siteUrl: `https://example.sharepoint.com/sites/${mark}`,
    themes: [makeTheme({ title: `Theme ${mark}`, reviewSaid: mark, progressSoFar: mark })],
    groups: [
      makeGroup({
        title: 'Data',
        chair: null,
        teamId: `team-${letter}`,
        channelId: channelOf(letter, 'send'),
      }),
      makeGroup({
        key: 'board',
        itemId: 2,
        title: 'Board',
        kind: 'Board',
        chair: null,
        teamId: `team-${letter}`,
        channelId: channelOf(letter, 'board'),
        everyWeeks: null,
        everyMonths: 1,
      }),
      makeGroup({
        key: 'parents',
        itemId: 22,
        title: `Parents ${mark}`,
        kind: 'Reference',
        chair: null,
        teamId: null,
        channelId: null,
        everyWeeks: null,
      }),
    ],
    owners: [
      makeOwner({
        ...everything,
        title: `Owner ${mark}`,
        email: `${letter}@alp.example`,
        entraObjectId: idOf(letter),
      }),
      makeOwner({
        ...everything,
        key: 'both',
        itemId: 2,
        title: 'Person of both',
        email: 'both@alp.example',
        entraObjectId: idOf('both'),
      }),
    ],
    recommendations: [
      makeRecommendation({ number: 3, title: `Recommendation ${mark}`, fullText: mark, latestNote: mark }),
      makeRecommendation({ number: 4, title: `Shared ${mark}`, owner: 'both', forecastDue: '2022-01-07' }),
      makeRecommendation({
        ...TO_SIGN_OFF,
        title: `Done ${mark}`,
        stage: 'Done awaiting sign-off',
        latestNote: mark,
      }),
      makeRecommendation({
        ...TO_SIGN_OFF,
        number: 6,
        title: `Complete ${mark}`,
        stage: 'Complete',
        completedOn: '2021-12-01',
      }),
    ],
    actions: [
      makeAction({ title: `Action ${mark}`, details: mark, blocker: mark, forecastDue: '2022-01-05' }),
      makeAction({
        key: 'action-8',
        itemId: 8,
        title: `Action of both ${mark}`,
        owner: 'both',
        forecastDue: '2022-01-05',
      }),
    ],
    milestones: [makeMilestone({ title: `Milestone ${mark}` })],
    meetings: [
      makeMeeting({
        key: MEETING,
        title: `Meeting ${mark}`,
        startsAt: '2022-01-10T10:00:00Z',
        decisions: mark,
      }),
    ],
    updates: [makeUpdate({ title: `3: ${mark}`, note: mark, reason: mark })],
    measures: [makeMeasure({ title: `Measure ${mark}`, unit: mark, theme: 'theme-1' })],
    readings: [makeReading({ title: mark })],
    boardReports: Object.values(REPORTS).map((key, index) => ({
      key,
      itemId: index + 1,
      title: `Report ${mark}`,
      board: 'board',
      periodFrom: '2021-11-01',
      periodTo: key.slice(-10),
      state: STATES[index] ?? null,
      approvedBy: null,
      postedOn: null,
      document: null,
    })),
    engagements: [makeEngagement({ title: `Heads of ${mark}`, said: mark, purpose: mark })],
  });
}

/** Reports of the board, the same keys in both plans: a draft, one that is approved, and one that is posted. */
export const REPORTS = {
  draft: 'report:board:2022-02-10',
  approved: 'report:board:2022-03-10',
  posted: 'report:board:2022-01-06',
} as const;

export const REPORTS_APPROVED_AT = '2022-01-06T09:00:00.000Z';

/** Puts both plans into a database, each with a card that stands, a write that waits, one that was refused, and an
 * alert that may have arrived. */
export async function fillBoth(database: Database): Promise<void> {
  for (const letter of ['a', 'b'] as const) {
    const plan = makeTwin(letter);
    await fillMirror(database, plan);
    await saveCard(database, {
      planId: plan.id,
      meetingKey: MEETING,
      conversationId: channelOf(letter, 'send'),
      activityId: `card-${letter}`,
      serviceUrl: 'https://smba.example/',
    });
    await database.query(
      `INSERT INTO outbox (plan_id, list, key, kind, changes, base, state, last_error) VALUES
         ($1, 'Recommendations', 'rec-3', 'update', $2::jsonb, '{}', 'waiting', NULL),
         ($1, 'Actions', 'action-7', 'update', $2::jsonb, '{}', 'dead', 'invalidRequest')`,
      [plan.id, JSON.stringify({ latestNote: `waits ${MARK[letter]}` })],
    );
    await database.query(
      `INSERT INTO notice (kind, subject, period, plan_id, recipient, due_at, expires_at, state, attempts, code)
       VALUES ('alert', $1 || '/send', '2022-01-10', $1, '{"kind": "channel", "groupKey": "send"}',
         '2022-01-10T08:00:00Z', '2022-01-12T00:00:00Z', 'ambiguous', 1, 'TimedOut')`,
      [plan.id],
    );
  }
  for (const letter of ['a', 'b'] as const) await freezeReports(database, makeTwin(letter));
  for (const [name, { entraObjectId }] of Object.entries(ACTORS)) {
    if (PLANS_OF[name]?.length === 0) continue;
    await saveConversation(database, {
      tenantId: TENANT,
      conversationId: `chat:${entraObjectId}`,
      kind: 'personal',
      serviceUrl: 'https://smba.example/',
      botId: 'bot',
      teamId: null,
      channelId: null,
      entraObjectId,
      teamsUserId: randomUUID(),
      reachable: true,
    });
  }
}

/** Freezes what is approved, and posts what is posted, without anything that waits to be sent or made. */
async function freezeReports(database: Database, plan: Plan): Promise<void> {
  const board = plan.groups.find(({ key }) => key === 'board');
  if (board === undefined) throw new Error('the twins have a board');
  const period = { meetingOn: null, periodFrom: '2021-11-01', periodTo: '2022-01-06', previous: null };
  const at = REPORTS_APPROVED_AT;
  const data = buildReport(plan, board, period, Temporal.Instant.from(at));
  const by = { key: 'both', name: 'Person of both' };
  for (const reportKey of [REPORTS.approved, REPORTS.posted]) {
    const content = { data, edits: [], names: {} };
    await freezeReport(database, { planId: plan.id, reportKey }, { version: 1, content, by, at });
  }
  const posted = { planId: plan.id, reportKey: REPORTS.posted };
  await markReportPosted(database, posted, { version: 1, folder: 'Board', by, at });
}

/** Every row of one plan in the database, but for the version that counts its changes. */
export const snapshotOf = (database: Database, letter: Letter): Promise<string> =>
  SNAPSHOTS[letter](database);

const SNAPSHOTS = {
  a: untilWritten((db) => readPlan(db, 'a')),
  b: untilWritten((db) => readPlan(db, 'b')),
};

async function readPlan(database: Queryable, letter: Letter): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'plan_id' ORDER BY table_name`,
  );
  const rows = await database.query(
    tables
      .map(
        ({ name }) =>
          `(SELECT '${name}' AS name, to_jsonb(t) AS "row" FROM ${name} t WHERE plan_id = $1 ORDER BY to_jsonb(t)::text)`,
      )
      .join(' UNION ALL '),
    [planIdOf(letter)],
  );
  return JSON.stringify(rows).replaceAll(/"version":\s*\d+/g, '"version":0');
}
