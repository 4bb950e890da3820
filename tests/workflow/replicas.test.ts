import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ReadEnd, SiteLists } from '../../graph/site-lists.ts';
import type { ListName } from '../../plan/glossary.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { readRows } from '../../store/mirror.ts';
import { readWaiting } from '../../store/outbox.ts';
import { answerItems } from '../../workflow/answers/answer-items.ts';
import { sendAgain } from '../../workflow/deliveries/settle-delivery.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { openCheckIn } from '../../workflow/meetings/open-check-in.ts';
import { deliverNotices } from '../../workflow/notices/deliver-notices.ts';
import { runDue } from '../../workflow/run-due.ts';
import type { AnswerResult } from '../../workflow/use-cases.ts';
import {
  makeMeeting,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../helpers/make-plan.ts';
import { makeSamplePlan } from '../helpers/make-sample-plan.ts';
import { emptyDatabase, openTestPostgres, type TestDatabase } from '../store/databases.ts';
import { PLAN as DUE_PLAN, ON_THE_DAY, runAt, sentBy } from './helpers/due-on-the-day.ts';
import { actorOf, fillMirror } from './helpers/fill-mirror.ts';
import { makeDeps, type TestProcess } from './helpers/make-deps.ts';
import { createMemoryMessenger } from './helpers/memory-messenger.ts';

/** Two processes of Milepost on one PostgreSQL. */
let opened: TestDatabase;
let replicas: readonly [TestProcess, TestProcess];
beforeAll(async () => {
  opened = await openTestPostgres();
});
afterAll(() => opened?.close());
beforeEach(async () => {
  await emptyDatabase(opened.database);
  const messenger = createMemoryMessenger();
  replicas = [
    makeDeps({ database: opened.database, messenger }),
    makeDeps({ database: opened.other, messenger }),
  ];
});

const NUMBERS = [3, 4, 5, 6, 7, 8];
const PLAN = makePlan({
  recommendations: NUMBERS.map((number) => makeRecommendation({ number })),
  meetings: [makeMeeting()],
});
const answer = (
  replica: TestProcess,
  {
    by = 'owner',
    submissionKey,
    numbers = [3],
    note = 'On course',
  }: {
    by?: string;
    submissionKey: string;
    numbers?: readonly number[];
    note?: string;
  },
): Promise<AnswerResult> =>
  answerItems(replica, {
    actor: actorOf(PLAN, by),
    planId: 'plan-1',
    meetingKey: 'send@2022-01-24',
    submissionKey,
    answers: numbers.map((number) => ({ ref: recommendation(number), note })),
  });

test('one submission that reaches both, several times at once, changes things once', async () => {
  await fillMirror(opened.database, PLAN);
  const results = await Promise.all(
    [0, 1, 0, 1].map((index) =>
      answer(replicas[index] ?? replicas[0], { submissionKey: 'card-0001', numbers: NUMBERS }),
    ),
  );
  expect(results[0]?.savedCount).toBe(6);
  expect(results).toEqual(results.map(() => results[0]));
  expect(await readRows(opened.database, 'plan-1', 'Updates')).toHaveLength(6);
  expect(await readWaiting(opened.database, 'plan-1', 100)).toHaveLength(12);
});

test('people who answer the same items at once, in whatever order, are all saved', async () => {
  await fillMirror(opened.database, PLAN);
  const rounds = Array.from({ length: 8 }, (_, round) => round);
  const results = await Promise.all(
    rounds.flatMap((round) => [
      answer(replicas[0], { submissionKey: `owner-card-${round}`, numbers: NUMBERS }),
      answer(replicas[1], {
        by: 'chair',
        submissionKey: `chair-card-${round}`,
        numbers: NUMBERS.toReversed(),
      }),
    ]),
  );
  expect(results.map(({ savedCount, problems }) => [savedCount, problems])).toEqual(
    results.map(() => [6, []]),
  );
  expect(await readRows(opened.database, 'plan-1', 'Updates')).toHaveLength(6 * 16);
});

test('what one has saved, the other sees', async () => {
  await fillMirror(opened.database, PLAN);
  const [one, other] = replicas;
  expect((await other.plans.get('plan-1'))?.updates).toHaveLength(0);
  await answer(one, { submissionKey: 'card-0001', note: 'Seen by both' });
  expect((await other.plans.get('plan-1'))?.recommendations[0]?.latestNote).toBe('Seen by both');
  await answer(other, { submissionKey: 'card-0002', note: 'And back' });
  expect((await one.plans.get('plan-1'))?.recommendations[0]?.latestNote).toBe('And back');
  // While nothing changes, the plan is not read again.
  expect(await one.plans.get('plan-1')).toBe(await one.plans.get('plan-1'));
});

test('what the other saves in the middle of an answer is not forgotten over it', async () => {
  await fillMirror(opened.database, PLAN);
  const [one, other] = replicas;
  const interrupted: TestProcess = {
    ...one,
    database: {
      ...one.database,
      async transaction(work) {
        await answer(other, { submissionKey: 'card-0002', numbers: [4], note: 'Saved first' });
        return one.database.transaction(work);
      },
    },
  };
  await answer(interrupted, { submissionKey: 'card-0001', numbers: [3] });
  const notes = (await one.plans.get('plan-1'))?.recommendations.map(({ latestNote }) => latestNote);
  expect(notes?.slice(0, 2)).toEqual(['On course', 'Saved first']);
});

test('both do what is due at once: every check-in is opened once and every notice sent once', async () => {
  await fillMirror(opened.database, makeSamplePlan());
  for (const day of ['2022-01-07', '2022-01-10', '2022-01-12']) {
    for (const replica of replicas) replica.setClock(`${day}T09:00:00Z`);
    await Promise.all([...replicas, ...replicas].map((replica) => runDue(replica)));
  }
  const sent = replicas[0].messenger.sent.map(({ to, content }) =>
    JSON.stringify([content.kind, to.kind === 'channel' ? to.channelId : to.entraObjectId, content]),
  );
  expect(sent.length).toBeGreaterThan(10);
  expect(new Set(sent).size).toBe(sent.length);
  const meetings = await readRows(opened.database, 'plan-1', 'Meetings');
  const creates = (await readWaiting(opened.database, 'plan-1', 100)).filter(
    ({ list, kind }) => list === 'Meetings' && kind === 'create',
  );
  expect(meetings).toHaveLength(6);
  expect(creates.map(({ key }) => key).toSorted()).toEqual(meetings.map(({ key }) => key).toSorted());
});

test('two who write “check in” at once open one check-in', async () => {
  await fillMirror(opened.database, makePlan({ recommendations: PLAN.recommendations }));
  const opens = await Promise.all(
    replicas.map((replica) =>
      openCheckIn(replica, { actor: actorOf(PLAN, 'owner'), channelId: 'channel-1' }),
    ),
  );
  expect(opens.map(({ meetingKey }) => meetingKey)).toEqual(['send@2022-01-10', 'send@2022-01-10']);
  expect(await readRows(opened.database, 'plan-1', 'Meetings')).toHaveLength(1);
  expect(await readWaiting(opened.database, 'plan-1', 10)).toHaveLength(1);
});

test('an answer that comes while the lists are taken over is not undone by them', async () => {
  await fillMirror(opened.database, PLAN);
  const [reader, answering] = replicas;
  let answered: Promise<AnswerResult> | undefined;
  const database = pausingAfter(opened.database, /SELECT id, key, changes FROM outbox/, async () => {
    answered = answer(answering, { submissionKey: 'card-0001', note: 'Given meanwhile' });
    await isBlockedOrDone(opened.database, answered);
  });
  await syncIn({ ...reader, database, siteListsOf: async () => listsAsTheyStand() }, 'plan-1');
  expect(await answered).toMatchObject({ savedCount: 1 });
  const [row] = await readRows(opened.database, 'plan-1', 'Recommendations');
  expect(row?.row).toMatchObject({ latestNote: 'Given meanwhile' });
});

/** What SharePoint says: recommendation 3 as it was before anybody answered. */
function listsAsTheyStand(): SiteLists {
  const { key: _key, itemId, ...rest } = makeRecommendation();
  const values = { ...rest, theme: 1, leadGroup: 1, owner: 1 };
  const unused = () => Promise.reject(new Error('not asked for in this test'));
  return {
    readChanges: unused,
    readRow: unused,
    readVersions: unused,
    writeRows: unused,
    listUrl: () => null,
    rowUrl: () => null,
    checkColumns: async () => new Map(),
    columnIds: () => ({}),
    missingColumns: () => new Set(),
    suspectSchema: () => {},
    async readPages(from, take) {
      const ends = new Map<ListName, ReadEnd>();
      for (const list of from.keys()) {
        const lastChange = { at: null, entraObjectId: null, email: null, byUs: false };
        const row = { itemId: itemId ?? 0, etag: '"a,2"', values, problems: [], lastChange };
        await take(list, {
          changes: list === 'Recommendations' ? [row] : [],
          link: 'https://next',
          isLast: true,
          full: false,
          beginsFull: false,
          faultCount: 0,
          listId: null,
        });
        ends.set(list, { status: 'read' });
      }
      return ends;
    },
  };
}

/** A database that does something once after a statement of a transaction, before it goes on. */
function pausingAfter(database: Database, statement: RegExp, meanwhile: () => Promise<void>): Database {
  let isDone = false;
  return {
    ...database,
    transaction: (work) =>
      database.transaction((tx) =>
        work({
          async query<T>(sql: string, values?: Parameters<Queryable['query']>[1]) {
            const rows = await tx.query<T>(sql, values);
            if (!isDone && statement.test(sql)) {
              isDone = true;
              await meanwhile();
            }
            return rows;
          },
        }),
      ),
  };
}

/** Waits until PostgreSQL says that somebody waits for a lock, or `work` is done. */
async function isBlockedOrDone(db: Queryable, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  void work.finally(() => {
    isDone = true;
  });
  for (;;) {
    const waiting = await db.query(
      "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
    );
    if (isDone || waiting.length > 0) return;
  }
}

test('two managers who have the same lost message sent again at once, each through another process, send it once', async () => {
  const managers = ['manager', 'second'].map((key, at) =>
    makeOwner({ key, itemId: 8 + at, title: key, roles: ['Plan manager'], groups: [] }),
  );
  const plan = { ...DUE_PLAN, owners: [...DUE_PLAN.owners, ...managers] };
  await fillMirror(opened.database, plan);
  const [{ messenger }] = replicas;
  messenger.answer = () => ({ status: 'ambiguous', code: 'TimedOut' });
  await runAt(replicas[0], ON_THE_DAY);
  messenger.answer = null;
  messenger.sent.length = 0;
  replicas[1].setClock(ON_THE_DAY);

  const [noticeId = 0] = (
    await opened.database.query<{ id: number }>("SELECT id FROM notice WHERE kind = 'alert'")
  ).map(({ id }) => id);
  const press = (at: number) =>
    sendAgain(replicas[at % 2] ?? replicas[0], {
      actor: actorOf(plan, managers[at % 2]?.key ?? ''),
      planId: plan.id,
      noticeId,
      attempt: 1,
    });
  const answers = await Promise.all([0, 1, 2, 3, 4, 5].map(press));
  expect(answers.filter(({ words }) => words.includes('it is sent again now'))).toHaveLength(1);
  await Promise.all(replicas.map((replica) => deliverNotices(replica)));
  expect(sentBy(replicas[0])).toEqual([['alert', 'channel-1']]);
});
