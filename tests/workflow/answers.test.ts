import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AnswerInput } from '../../plan/content.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Update } from '../../plan/rows.ts';
import { saveCard } from '../../store/check-in-cards.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { markDeleted, readRows } from '../../store/mirror.ts';
import { readWaiting } from '../../store/outbox.ts';
import { answerItems } from '../../workflow/answers/answer-items.ts';
import { answerNoChange } from '../../workflow/answers/answer-no-change.ts';
import type { Actor } from '../../workflow/use-cases.ts';
import {
  makeAction,
  makeGroup,
  makeMeeting,
  makeMilestone,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../helpers/make-plan.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { everything } from './helpers/everything.ts';
import { actorOf, fillMirror, putRows } from './helpers/fill-mirror.ts';
import { makeDeps, TENANT, type TestProcess } from './helpers/make-deps.ts';

const MEETING = 'send@2022-01-24';
const KEY = 'card-0001';

const PLAN: Plan = makePlan({
  groups: [makeGroup(), makeGroup({ key: 'data', itemId: 2, title: 'Data', chair: null, channelId: null })],
  owners: [
    ...makePlan().owners,
    makeOwner({ key: 'data-owner', itemId: 3, groups: ['data'] }),
    makeOwner({ key: 'both', itemId: 4, groups: ['send', 'data'] }),
    makeOwner({ key: 'manager', itemId: 5, groups: [], roles: ['Plan manager'] }),
  ],
  recommendations: [
    makeRecommendation({ number: 3 }),
    makeRecommendation({ number: 11, owner: 'both' }),
    makeRecommendation({ number: 12, leadGroup: 'data', owner: 'data-owner' }),
  ],
  actions: [makeAction()],
  milestones: [makeMilestone()],
  meetings: [
    makeMeeting(),
    makeMeeting({ key: 'data@2022-01-25', itemId: 2, group: 'data', startsAt: '2022-01-25T10:00:00Z' }),
    makeMeeting({ key: 'send@2022-01-10', itemId: 3, startsAt: '2022-01-10T10:00:00Z', state: 'Cancelled' }),
  ],
});
const OWNER = actorOf(PLAN, 'owner');

let opened: TestDatabase;
let database: Database;
let deps: TestProcess;
beforeAll(async () => {
  opened = await openTestDatabase();
  database = opened.database;
});
afterAll(() => opened?.close());
beforeEach(async () => {
  await emptyDatabase(database);
  await fillMirror(database, PLAN);
  deps = makeDeps({ database });
  deps.setClock('2022-01-24T11:00:00Z');
});

const answer = (
  answers: readonly AnswerInput[],
  ask: Partial<Parameters<typeof answerItems>[1]> & { by?: Actor } = {},
) => {
  const { by = OWNER, ...rest } = ask;
  return answerItems(deps, {
    actor: by,
    planId: 'plan-1',
    meetingKey: MEETING,
    submissionKey: KEY,
    answers,
    ...rest,
  });
};
const LATER: AnswerInput = {
  ref: recommendation(3),
  confidence: 'Amber',
  forecastDue: '2022-04-08',
  note: 'The pilot schools meet in March.',
  reason: 'Two schools need more time; a second session is booked.',
};
const rowOf = async (db: Queryable, list: 'Recommendations' | 'Actions' | 'Milestones', key: string) =>
  (await readRows(db, 'plan-1', list)).find((row) => row.key === key)?.row;
const updates = async (): Promise<readonly Update[]> =>
  (await readRows(database, 'plan-1', 'Updates')).map(({ row }) => row as unknown as Update);

describe('who may not answer changes nothing', () => {
  const otherTenant = { ...OWNER, tenantId: '22222222-2222-4222-8222-222222222222' };
  const stranger: Actor = { tenantId: TENANT, entraObjectId: 'e0000000', email: 'owner@alp.example' };
  const nobody: Actor = { tenantId: TENANT, entraObjectId: null, email: null };
  const refusals: readonly [string, Parameters<typeof answer>[1], string][] = [
    ['somebody whom the plan does not know', { by: stranger }, 'FORBIDDEN'],
    ['somebody whom Teams does not name', { by: nobody }, 'FORBIDDEN'],
    ['somebody of another tenant with the same id', { by: otherTenant }, 'FORBIDDEN'],
    ['somebody of another group', { by: actorOf(PLAN, 'data-owner') }, 'FORBIDDEN'],
    ['a plan that is not there', { planId: 'plan-2' }, 'FORBIDDEN'],
    ['a meeting that was cancelled', { meetingKey: 'send@2022-01-10' }, 'STALE'],
    ['a meeting that is not there', { meetingKey: 'send@2021-01-01' }, 'STALE'],
    ['a submission key that is none', { submissionKey: "x'; DROP TABLE outbox" }, 'BAD_INPUT'],
    ['a submission key that is empty', { submissionKey: '' }, 'BAD_INPUT'],
  ];

  test.each(refusals)('%s', async (_who, ask, code) => {
    const before = await everything(database, 'plan-1');
    await expect(answer([LATER], ask)).rejects.toMatchObject({ code, userMessage: expect.any(String) });
    expect(await everything(database, 'plan-1')).toEqual(before);
    expect(deps.nudges()).toBe(0);
  });

  test('and does not learn whether a plan is there', async () => {
    const words = async (planId: string) =>
      answer([LATER], { by: stranger, planId }).catch(({ code, userMessage }) => ({ code, userMessage }));
    expect(await words('plan-2')).toEqual(await words('plan-1'));
  });

  test('an item of another group is refused, the others of the same form are taken', async () => {
    const result = await answer([{ ref: recommendation(12), noChange: true }, LATER]);
    expect(result).toMatchObject({
      savedCount: 1,
      problems: [
        { ref: recommendation(12), field: 'ref', message: expect.stringContaining('Only its owner') },
      ],
    });
    expect((await updates()).map(({ itemKey }) => itemKey)).toEqual(['rec-3']);
  });

  test('a chair, a member of both groups, an owner elsewhere and a plan manager may answer', async () => {
    const asked: readonly [string, number, string | null][] = [
      ['chair', 3, MEETING],
      ['both', 12, 'data@2022-01-25'],
      ['data-owner', 12, null],
      ['manager', 11, MEETING],
    ];
    for (const [who, number, meetingKey] of asked) {
      const result = await answer([{ ref: recommendation(number), note: `Seen by ${who}` }], {
        by: actorOf(PLAN, who),
        meetingKey,
        submissionKey: `card-of-${who}`,
      });
      expect([who, result.savedCount, result.problems]).toEqual([who, 1, []]);
    }
  });
});

describe('an answer that is taken', () => {
  test('stands in the mirror, in the history with what was before, and waits for SharePoint', async () => {
    const result = await answer([LATER]);
    expect(result).toMatchObject({ savedCount: 1, problems: [] });
    expect(deps.nudges()).toBe(1);

    const changes = {
      confidence: 'Amber',
      forecastDue: '2022-04-08',
      scheduleRag: 'Amber',
      latestNote: LATER.note,
      latestUpdate: '2022-01-24T11:00:00Z',
    };
    expect(await rowOf(database, 'Recommendations', 'rec-3')).toMatchObject({
      ...changes,
      stage: 'In progress',
    });
    const update = {
      itemList: 'Recommendations',
      itemKey: 'rec-3',
      itemNumber: 3,
      meeting: MEETING,
      by: 'owner',
      at: '2022-01-24T11:00:00Z',
      confidence: 'Amber',
      forecastDue: '2022-04-08',
      note: LATER.note,
      reason: LATER.reason,
      previousStage: 'In progress',
      previousConfidence: null,
      previousForecastDue: '2022-03-31',
      answerId: expect.stringMatching(/^owner\/card-0001\/[\w-]{12}\/Rrec-3$/),
    };
    expect(await updates()).toEqual([expect.objectContaining(update)]);
    expect(await readWaiting(database, 'plan-1', 10)).toMatchObject([
      {
        list: 'Recommendations',
        key: 'rec-3',
        kind: 'update',
        changes,
        base: {
          confidence: null,
          forecastDue: '2022-03-31',
          scheduleRag: 'Green',
          latestNote: null,
          latestUpdate: null,
        },
      },
      { list: 'Updates', kind: 'create', changes: update },
    ]);
  });

  test('shows at once: in the answer, to this process, to another, and on the card of the channel', async () => {
    const other = makeDeps({ database });
    await other.plans.get('plan-1');
    await saveCard(database, {
      planId: 'plan-1',
      meetingKey: MEETING,
      conversationId: 'c',
      activityId: 'a',
      serviceUrl: 'https://teams',
    });
    const { checkIn, remaining } = await answer([LATER]);
    expect(checkIn).toMatchObject({ state: 'open', answeredCount: 1 });
    expect(checkIn?.asked.find(({ label }) => label === '3')).toMatchObject({
      confidence: 'Amber',
      latestNote: LATER.note,
      answered: { byName: 'SEND group owner', late: false },
    });
    expect(remaining.questions.find(({ label }) => label === '3')?.answered).toBe(true);
    for (const { plans } of [deps, other]) {
      const plan = await plans.get('plan-1');
      expect(plan?.recommendations.find(({ key }) => key === 'rec-3')?.confidence).toBe('Amber');
      expect(plan?.updates).toHaveLength(1);
    }
    expect(await database.query('SELECT dirty FROM check_in_card')).toEqual([{ dirty: true }]);
  });

  test('an action and a milestone are answered in the same form, each by its own rules', async () => {
    const result = await answer([
      { ref: { list: 'Actions', key: 'action-7' }, stage: 'Waiting on others', blocker: 'IT access' },
      { ref: { list: 'Milestones', key: 'milestone-2' }, stage: 'In progress' },
    ]);
    expect(result).toMatchObject({ savedCount: 2, problems: [] });
    expect(await rowOf(database, 'Actions', 'action-7')).toMatchObject({
      stage: 'Waiting on others',
      blocker: 'IT access',
    });
    expect(await rowOf(database, 'Milestones', 'milestone-2')).toMatchObject({ stage: 'In progress' });
  });

  test('counts as late once the check-in is closed', async () => {
    await putRows(database, 'plan-1', 'Meetings', [makeMeeting({ state: 'Closed' })]);
    deps.setClock('2022-01-26T09:00:00Z');
    const { checkIn, savedCount } = await answer([LATER]);
    expect(savedCount).toBe(1);
    expect(checkIn).toMatchObject({ state: 'closed' });
    expect(checkIn?.asked.find(({ label }) => label === '3')?.answered).toMatchObject({ late: true });
  });

  test('leaves nothing behind when the transaction fails, and may be sent again', async () => {
    const before = await everything(database, 'plan-1');
    for (const broken of ['outbox', 'mirror_updates', 'update_log']) {
      const failing = { ...deps, database: failingOn(broken) };
      const ask = {
        actor: OWNER,
        planId: 'plan-1',
        meetingKey: MEETING,
        submissionKey: KEY,
        answers: [LATER, { ref: recommendation(11), note: 'Also' }],
      };
      await expect(answerItems(failing, ask)).rejects.toThrow(`no more room in ${broken}`);
      expect([broken, await everything(database, 'plan-1')]).toEqual([broken, before]);
    }
    expect((await deps.plans.get('plan-1'))?.updates).toEqual([]);
    expect(await answer([LATER])).toMatchObject({ savedCount: 1 });
  });
});

describe('problems', () => {
  test('with one item lose none of the others, and name the item and the field', async () => {
    const { reason: _left, ...unexplained } = LATER;
    const result = await answer([
      unexplained,
      { ref: recommendation(11), note: 'On course' },
      { ref: { list: 'Actions', key: 'no-such-action' }, noChange: true },
    ]);
    expect(result).toMatchObject({
      savedCount: 1,
      problems: [
        { ref: recommendation(3), label: '3', field: 'reason' },
        { ref: { list: 'Actions', key: 'no-such-action' }, field: 'ref' },
      ],
    });
    expect(await rowOf(database, 'Recommendations', 'rec-11')).toMatchObject({ latestNote: 'On course' });
    expect(await rowOf(database, 'Recommendations', 'rec-3')).toMatchObject({ confidence: null });
  });

  test('with every item leave the form open: put right, it is taken under the same key', async () => {
    const before = await everything(database, 'plan-1');
    const { reason: _left, ...unexplained } = LATER;
    expect(await answer([unexplained])).toMatchObject({ savedCount: 0 });
    expect(await everything(database, 'plan-1')).toEqual(before);
    expect(await answer([LATER])).toMatchObject({ savedCount: 1, problems: [] });
  });

  test('an item that was deleted in SharePoint takes no answer', async () => {
    await markDeleted(database, 'plan-1', 'Recommendations', [3]);
    expect(await answer([LATER])).toMatchObject({
      savedCount: 0,
      problems: [{ field: 'ref', message: 'This item is no longer in the plan.' }],
    });
  });
});

describe('the same submission', () => {
  test('twice, and four times at once, changes things once and gets the same answer', async () => {
    const { reason: _left, ...unexplained } = LATER;
    const form = [{ ref: recommendation(11), note: 'On course' }, unexplained];
    const results = await Promise.all([answer(form), answer(form), answer(form), answer(form)]);
    results.push(await answer(form));
    const [first] = results;
    expect(first).toMatchObject({ savedCount: 1, problems: [{ field: 'reason' }] });
    expect(results.map((result) => JSON.stringify(result))).toEqual(results.map(() => JSON.stringify(first)));
    expect(await updates()).toHaveLength(1);
    expect(await readWaiting(database, 'plan-1', 10)).toHaveLength(2);
    expect(deps.nudges()).toBe(1);
  });

  test('of somebody else is theirs: a card in a channel has one key for all', async () => {
    await answer([LATER]);
    const theirs = await answer([{ ref: recommendation(11), note: 'Ours too' }], {
      by: actorOf(PLAN, 'both'),
    });
    expect(theirs).toMatchObject({ savedCount: 1 });
  });
});

describe('no change for all mine', () => {
  const noChange = (by: Actor, submissionKey = 'no-change-1') =>
    answerNoChange(deps, { actor: by, planId: 'plan-1', meetingKey: MEETING, submissionKey });

  test('answers a person’s own items that nobody has answered, and changes none of their values', async () => {
    await putRows(database, 'plan-1', 'Recommendations', [
      makeRecommendation({ number: 3, stage: 'Waiting on others' }),
      makeRecommendation({ number: 4, stage: 'Waiting on others', confidence: 'Red' }),
      makeRecommendation({ number: 11, owner: 'both', stage: 'Waiting on others' }),
    ]);
    await answer([{ ref: recommendation(3), note: 'Said before' }]);
    const before = await rowOf(database, 'Recommendations', 'rec-4');
    const result = await noChange(OWNER);
    expect(result.problems).toEqual([]);
    const answered = (await updates()).map(({ itemKey }) => itemKey).toSorted();
    expect(answered).toEqual(expect.arrayContaining(['rec-3', 'rec-4']));
    expect(answered).not.toContain('rec-11');
    expect(answered.filter((key) => key === 'rec-3')).toHaveLength(1);
    const { latestUpdate, ...after } = (await rowOf(database, 'Recommendations', 'rec-4')) ?? {};
    expect({ ...after, latestUpdate: null }).toEqual(before);
    expect(latestUpdate).toBe('2022-01-24T11:00:00Z');

    expect(JSON.stringify(await noChange(OWNER))).toBe(JSON.stringify(result));
    expect(await noChange(OWNER, 'no-change-2')).toMatchObject({ savedCount: 0 });
    expect(await updates()).toHaveLength(answered.length);
  });

  test('says nothing for others: who has no item of their own here changes nothing', async () => {
    const result = await noChange(actorOf(PLAN, 'chair'));
    expect(result.remaining.questions.length).toBeGreaterThan(0);
    expect(result).toMatchObject({ savedCount: 0, problems: [] });
    expect(await updates()).toEqual([]);
  });

  test('is refused to people of another group', async () => {
    await expect(noChange(actorOf(PLAN, 'data-owner'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await updates()).toEqual([]);
  });
});

/** The database, which fails in the middle of a transaction when something is written to `table` a second time. */
function failingOn(table: string): Database {
  return {
    ...database,
    query: database.query,
    transaction: (work) =>
      database.transaction((tx) => {
        let writes = 0;
        return work({
          async query<T>(sql: string, values?: Parameters<Queryable['query']>[1]) {
            if (new RegExp(`(INSERT INTO|UPDATE) ${table}\\b`).test(sql) && ++writes === 2)
              throw new Error(`no more room in ${table}`);
            return tx.query<T>(sql, values);
          },
        });
      }),
  };
}
