import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AnswerInput } from '../../plan/content.ts';
import { saveCard } from '../../store/check-in-cards.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { markDeleted } from '../../store/mirror.ts';
import { readWaiting } from '../../store/outbox.ts';
import { readPlanVersion } from '../../store/plan-versions.ts';
import { answerItems } from '../../workflow/answers/answer-items.ts';
import { viewCheckIn } from '../../workflow/meetings/view-check-in.ts';
import type { Actor } from '../../workflow/use-cases.ts';
import { makeMeeting, recommendation } from '../helpers/make-plan.ts';
import { ANSWERED_AT, answerIn, LATER, MEETING, OWNER, PLAN, rowOf, updatesIn } from './helpers/answering.ts';
import { everything } from './helpers/everything.ts';
import { actorOf, putRows } from './helpers/fill-mirror.ts';
import { makeDeps, TENANT } from './helpers/make-deps.ts';
import { database, deps, openOwnProcess } from './helpers/own-process.ts';

openOwnProcess(PLAN);
beforeEach(() => {
  deps.setClock(ANSWERED_AT);
});

const answer = (answers: readonly AnswerInput[], ask?: Parameters<typeof answerIn>[2]) =>
  answerIn(deps, answers, ask);
const updates = () => updatesIn(database);

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
    const { remaining } = await answer([LATER]);
    const checkIn = await viewCheckIn(deps, { actor: OWNER, planId: 'plan-1', meetingKey: MEETING });
    expect(checkIn).toMatchObject({ state: 'open', answeredCount: 1 });
    expect(checkIn.asked.find(({ label }) => label === '3')).toMatchObject({
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
    expect(await answer([LATER])).toMatchObject({ savedCount: 1, isLate: true });
    const checkIn = await viewCheckIn(deps, { actor: OWNER, planId: 'plan-1', meetingKey: MEETING });
    expect(checkIn).toMatchObject({ state: 'closed' });
    expect(checkIn.asked.find(({ label }) => label === '3')?.answered).toMatchObject({ late: true });
  });

  test('leaves nothing behind when the transaction fails, and may be sent again', async () => {
    const before = await everything(database, 'plan-1');
    for (const broken of ['outbox', 'mirror_updates', 'update_log']) {
      const failing = { ...deps, database: failingOn(broken) };
      const ask = {
        actor: OWNER,
        planId: 'plan-1',
        meetingKey: MEETING,
        submissionKey: 'card-0001',
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
    const version = await readPlanVersion(database, 'plan-1');
    const before = await everything(database, 'plan-1');
    const { reason: _left, ...unexplained } = LATER;
    expect(await answer([unexplained])).toMatchObject({ savedCount: 0 });
    expect(await everything(database, 'plan-1')).toEqual(before);
    expect(await readPlanVersion(database, 'plan-1')).toBe(version);
    expect(await answer([LATER])).toMatchObject({ savedCount: 1, problems: [] });
  });

  test('text that may name a child holds back its item only, until somebody has looked again', async () => {
    const naming = { ref: recommendation(3), note: 'Jane Doe, born 12/03/2014, has no place.' };
    const form = [naming, { ref: recommendation(11), note: 'On course' }];
    expect(await answer(form)).toMatchObject({
      savedCount: 1,
      problems: [{ ref: recommendation(3), label: '3', field: 'note', held: true }],
    });
    expect((await updates()).map(({ itemKey }) => itemKey)).toEqual(['rec-11']);
    expect(await answer([{ ...naming, checked: true }])).toMatchObject({ savedCount: 1, problems: [] });
    expect(await rowOf(database, 'Recommendations', 'rec-3')).toMatchObject({ latestNote: naming.note });
  });

  test.each(['note', 'reason', 'blocker', 'evidenceUrl'] as const)(
    'such text is held back in %s',
    async (field) => {
      const result = await answer([{ ...LATER, [field]: 'NHS number 943 476 5919' }]);
      expect(result.problems).toContainEqual(expect.objectContaining({ field, held: true }));
      expect(await updates()).toEqual([]);
    },
  );

  test('an item that was deleted in SharePoint takes no answer', async () => {
    await markDeleted(database, 'plan-1', 'Recommendations', [3]);
    expect(await answer([LATER])).toMatchObject({
      savedCount: 0,
      problems: [{ field: 'ref', message: 'This item is no longer in the plan.' }],
    });
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
