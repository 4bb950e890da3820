import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AnswerInput } from '../../plan/content.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Recommendation } from '../../plan/rows.ts';
import type { Database } from '../../store/database.ts';
import { insertRow } from '../../store/mirror.ts';
import { countUnwritten, queueWrite } from '../../store/outbox.ts';
import { answerItems } from '../../workflow/answers/answer-items.ts';
import { syncIn } from '../../workflow/lists/sync-in.ts';
import { writeBack } from '../../workflow/lists/write-back.ts';
import { runMeetings } from '../../workflow/meetings/run-meetings.ts';
import { makeMeeting } from '../helpers/make-plan.ts';
import { emptyDatabase, letTimePass, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import { putRows } from './helpers/fill-mirror.ts';
import type { TestProcess } from './helpers/make-deps.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from './helpers/sandbox-plan.ts';

/** Far more tries than an outage of hours takes. */
const MANY = 25;

let site: SandboxPlan;
let opened: TestDatabase;
let database: Database;
let deps: TestProcess;
let submissions = 0;
/** Open recommendations that no test has used yet: each takes its own, for they share one site. */
let unused: number[] = [];
beforeAll(async () => {
  [site, opened] = await Promise.all([startSandboxPlan(), openTestDatabase()]);
  database = opened.database;
  await site.importSample({ apply: true });
  unused = [2, 3, 4, 5, 6, 10, 12, 14, 16, 17, 18, 19, 20, 21, 24, 25, 26, 27, 28, 29, 30, 31];
}, 60_000);
afterAll(async () => {
  await opened?.close();
  await site?.stop();
});
/** A new database that has read everything. */
beforeEach(async () => {
  await emptyDatabase(database);
  deps = await site.startProcess(database);
  deps.setClock('2022-01-04T10:00:00Z');
  await syncIn(deps, PLAN_ID);
});

const planNow = async (): Promise<Plan> => {
  const plan = await deps.plans.get(PLAN_ID);
  if (plan === null) throw new Error('the plan is not there');
  return plan;
};
const find = async (number: number): Promise<Recommendation & { itemId: number }> => {
  const found = (await planNow()).recommendations.find((row) => row.number === number);
  if (found?.itemId == null) throw new Error(`recommendation ${number} is not in the plan`);
  return { ...found, itemId: found.itemId };
};
const take = async () => find(unused.shift() ?? 0);
const answer = async (
  rows: readonly Recommendation[],
  said: Omit<AnswerInput, 'ref'>,
  meetingKey: string | null = null,
) => {
  const result = await answerItems(deps, {
    actor: { tenantId: deps.tenantId, entraObjectId: idOfPersona('plan-manager'), email: null },
    planId: PLAN_ID,
    meetingKey,
    submissionKey: `submission-${++submissions}`,
    answers: rows.map(({ key }) => ({ ref: { list: 'Recommendations', key }, ...said })),
  });
  expect(result).toMatchObject({ savedCount: rows.length, problems: [] });
};
const idOfPersona = (id: string) =>
  site.sandbox.directory.personas.find((persona) => persona.id === id)?.entraObjectId ?? null;
const fieldsOf = ({ itemId }: { itemId: number }) => site.fieldsOf('Recommendations', itemId);
const edit = ({ itemId }: { itemId: number }, fields: Record<string, unknown>) =>
  site.editByHand('Recommendations', itemId, fields);
const historyOf = async ({ itemId }: { itemId: number }) =>
  (await site.rowsOf('Updates')).filter(
    (row) => row.ItemList === 'Recommendations' && Number(row.ItemId) === itemId,
  );
const outbox = () =>
  database.query<{ list: string; state: string; error: string | null; conflicts: string[] }>(
    'SELECT list, state, last_error AS error, conflicts FROM outbox ORDER BY id',
  );
const whenTimeHasPassed = async () => {
  await letTimePass(database, { seconds: 600 });
  await writeBack(deps, PLAN_ID);
};

describe('answers', () => {
  test('reach the lists together in one request, with who said what, when, and what was before', async () => {
    const rows = [await take(), await take(), await take()];
    await answer(rows, { stage: 'In progress', note: 'Work has begun' });
    const requests = await site.requestsOf(() => writeBack(deps, PLAN_ID));
    expect(requests.map(({ path, parts }) => [path, parts?.map(({ method }) => method).toSorted()])).toEqual([
      ['/v1.0/$batch', ['PATCH', 'PATCH', 'PATCH', 'POST', 'POST', 'POST']],
    ]);
    const manager = (await planNow()).owners.find(({ title }) => title === 'Plan manager');
    for (const row of rows) {
      expect(await fieldsOf(row)).toMatchObject({
        Stage: 'In progress',
        LatestNote: 'Work has begun',
        LatestUpdate: '2022-01-04T10:00:00Z',
      });
      expect(await historyOf(row)).toMatchObject([
        {
          ByLookupId: String(manager?.itemId),
          At: '2022-01-04T10:00:00Z',
          Stage: 'In progress',
          PreviousStage: 'Not started',
          Note: 'Work has begun',
        },
      ]);
    }
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
    // What comes back of it is what the mirror has.
    const before = await planNow();
    await syncIn(deps, PLAN_ID);
    expect(await planNow()).toEqual(before);
  });

  test('to one item, several before they are written, are one new version and each its own history', async () => {
    const row = await take();
    await answer([row], { note: 'First' });
    await answer([row], { note: 'Second', stage: 'In progress' });
    const requests = await site.requestsOf(() => writeBack(deps, PLAN_ID));
    const patches = requests.flatMap(({ parts }) => parts ?? []).filter(({ method }) => method === 'PATCH');
    expect(patches).toHaveLength(1);
    expect(await fieldsOf(row)).toMatchObject({ Stage: 'In progress', LatestNote: 'Second' });
    expect((await historyOf(row)).map(({ Note }) => Note).toSorted()).toEqual(['First', 'Second']);
  });

  test('in a check-in that SharePoint has not got yet, wait for its meeting and point to it', async () => {
    deps.setClock('2022-01-10T09:00:00Z');
    await runMeetings(deps, await planNow());
    const row = await take();
    const meeting = (await planNow()).meetings.find(({ group }) => group === row.leadGroup);
    await answer([row], { note: 'In the check-in' }, meeting?.key);
    await writeBack(deps, PLAN_ID);
    const [written] = (await site.rowsOf('Meetings')).filter(
      ({ GroupLookupId }) => GroupLookupId === meeting?.group,
    );
    expect(written).toMatchObject({ State: 'Open', StartsAt: meeting?.startsAt, Title: meeting?.title });
    expect(await historyOf(row)).toMatchObject([{ MeetingLookupId: written?.id }]);
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
  });

  test('that SharePoint refuses are kept and told, and lose none of the others', async () => {
    const [row, other] = [await take(), await take()];
    await putRows(database, PLAN_ID, 'Owners', [
      { key: 'ghost', itemId: 99_999, title: 'Ghost', roles: [], groups: [] } as never,
    ]);
    const change = { list: 'Recommendations', kind: 'update' } as const;
    await queueWrite(database, PLAN_ID, { ...change, key: row.key, changes: { owner: 'ghost' } });
    await queueWrite(database, PLAN_ID, {
      ...change,
      key: (await take()).key,
      changes: { priority: 'not a number' },
    });
    await answer([other], { note: 'Fine' });
    await writeBack(deps, PLAN_ID);
    expect(await fieldsOf(other)).toMatchObject({ LatestNote: 'Fine' });
    expect((await outbox()).map(({ list, state }) => [list, state])).toEqual([
      ['Recommendations', 'dead'],
      ['Recommendations', 'dead'],
      ['Recommendations', 'written'],
      ['Updates', 'written'],
    ]);
    expect(deps.logged.filter(({ level }) => level === 'error')).toHaveLength(2);
  });

  test('are not held up by any number of writes that wait for a row that never comes', async () => {
    const row = await take();
    await insertRow(database, PLAN_ID, 'Meetings', makeMeeting({ key: 'never', itemId: null, group: null }));
    for (let count = 0; count < 210; count += 1) {
      await queueWrite(database, PLAN_ID, {
        list: 'Updates',
        key: `blocked-${count}`,
        kind: 'create',
        changes: { meeting: 'never', answerId: `blocked-${count}` },
      });
    }
    await answer([row], { note: 'Behind them all' });
    await writeBack(deps, PLAN_ID);
    expect(await fieldsOf(row)).toMatchObject({ LatestNote: 'Behind them all' });
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 210, dead: 0 });
  });
});

describe.each([
  ['is written at once', false],
  ['is written after the lists were read again', true],
])('an edit by hand while an answer waits, which %s', (_when, isReadFirst) => {
  const write = async () => {
    if (isReadFirst) await syncIn(deps, PLAN_ID);
    await writeBack(deps, PLAN_ID);
    await syncIn(deps, PLAN_ID);
  };

  test('to another field of the row: both are there', async () => {
    const row = await take();
    await answer([row], { stage: 'In progress', note: 'Ours' });
    await edit(row, { EvidenceUrl: 'https://example.org/theirs', Priority: 2 });
    await write();
    expect(await fieldsOf(row)).toMatchObject({
      Stage: 'In progress',
      LatestNote: 'Ours',
      EvidenceUrl: 'https://example.org/theirs',
      Priority: 2,
    });
    expect(await find(row.number ?? 0)).toMatchObject({
      stage: 'In progress',
      latestNote: 'Ours',
      evidenceUrl: 'https://example.org/theirs',
      priority: 2,
    });
    expect((await outbox()).map(({ state, conflicts }) => [state, conflicts])).toEqual([
      ['written', []],
      ['written', []],
    ]);
  });

  test('to the same field: theirs stays, that is recorded, and ours is in the history', async () => {
    const row = await take();
    await answer([row], { stage: 'In progress', note: 'Ours' });
    await edit(row, { Stage: 'Waiting on others' });
    await write();
    expect(await fieldsOf(row)).toMatchObject({ Stage: 'Waiting on others', LatestNote: 'Ours' });
    expect(await find(row.number ?? 0)).toMatchObject({ stage: 'Waiting on others', latestNote: 'Ours' });
    expect(await historyOf(row)).toMatchObject([{ Stage: 'In progress', Note: 'Ours' }]);
    expect((await outbox())[0]).toMatchObject({ state: 'written', conflicts: ['stage'] });
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
  });

  test('that deletes the row: it stays deleted, and ours is in the history', async () => {
    const row = await take();
    await answer([row], { note: 'Too late' });
    await site.deleteByHand('Recommendations', row.itemId);
    await write();
    expect((await planNow()).recommendations.map(({ key }) => key)).not.toContain(row.key);
    expect(await outbox()).toMatchObject([
      { list: 'Recommendations', state: 'dead', error: 'gone' },
      { list: 'Updates', state: 'written' },
    ]);
    expect(await historyOf(row)).toMatchObject([{ Note: 'Too late' }]);
  });
});

describe('a write whose answer was lost', () => {
  /** What Milepost sends arrives; what comes back does not. */
  const loseAnswers = async (work: () => Promise<unknown>) => {
    site.network = async (input, init) => {
      const answer = await fetch(input, init);
      if (init?.method !== 'POST') return answer;
      await answer.arrayBuffer();
      throw new TypeError('terminated');
    };
    await work().finally(() => {
      site.network = null;
    });
  };
  const openMeetings = async () => {
    deps.setClock('2022-01-21T09:00:00Z');
    await runMeetings(deps, await planNow());
    return (await planNow()).meetings.filter(({ startsAt }) => startsAt === '2022-01-24T10:00:00Z');
  };
  const meetingsAt = async (instant: string) =>
    (await site.rowsOf('Meetings')).filter(({ StartsAt }) => StartsAt === instant);

  test('is there once: an answer by its own id', async () => {
    const row = await take();
    await answer([row], { note: 'Said once' });
    await loseAnswers(() => writeBack(deps, PLAN_ID));
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 2, dead: 0 });
    await whenTimeHasPassed();
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
    expect(await historyOf(row)).toHaveLength(1);
    expect(await fieldsOf(row)).toMatchObject({ LatestNote: 'Said once' });
    await syncIn(deps, PLAN_ID);
    expect((await planNow()).updates.filter(({ note }) => note === 'Said once')).toHaveLength(1);
  });

  test('is there once: a meeting by its group and start, and what was said of it later is written too', async () => {
    const [meeting] = await openMeetings();
    await loseAnswers(() => writeBack(deps, PLAN_ID));
    deps.setClock('2022-01-25T17:00:00Z');
    await runMeetings(deps, await planNow());
    await whenTimeHasPassed();
    expect(await meetingsAt('2022-01-24T10:00:00Z')).toMatchObject([{ State: 'Closed' }]);
    expect((await planNow()).meetings.filter(({ key }) => key === meeting?.key)).toHaveLength(1);
    await syncIn(deps, PLAN_ID);
    expect((await planNow()).meetings.find(({ key }) => key === meeting?.key)?.state).toBe('Closed');
    for (const { id } of await site.rowsOf('Meetings')) await site.deleteByHand('Meetings', Number(id));
  });

  test('is not repeated while SharePoint cannot be asked whether it is there', async () => {
    await openMeetings();
    const opened = (await outbox()).length;
    await loseAnswers(() => writeBack(deps, PLAN_ID));
    await letTimePass(database, { seconds: 600 });
    // Reading fails, writing would not.
    site.network = async (input, init) =>
      String(init?.body).includes('/delta')
        ? Promise.reject(new TypeError('terminated'))
        : fetch(input, init);
    await writeBack(deps, PLAN_ID).finally(() => {
      site.network = null;
    });
    expect(await meetingsAt('2022-01-24T10:00:00Z')).toHaveLength(1);
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: opened, dead: 0 });
    await whenTimeHasPassed();
    expect(await meetingsAt('2022-01-24T10:00:00Z')).toHaveLength(1);
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
    for (const { id } of await site.rowsOf('Meetings')) await site.deleteByHand('Meetings', Number(id));
  });

  test('because the process died before it could record it: the next one repeats nothing', async () => {
    const row = await take();
    await openMeetings();
    await answer([row], { note: 'Written before the crash' });
    const dying: TestProcess = {
      ...deps,
      database: { ...database, transaction: () => Promise.reject(new Error('killed')) },
    };
    await expect(writeBack(dying, PLAN_ID)).rejects.toThrow('killed');
    expect(await meetingsAt('2022-01-24T10:00:00Z')).toHaveLength(1);
    deps = await site.startProcess(database);
    await writeBack(deps, PLAN_ID);
    await whenTimeHasPassed();
    expect(await meetingsAt('2022-01-24T10:00:00Z')).toHaveLength(1);
    expect(await historyOf(row)).toHaveLength(1);
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
    for (const { id } of await site.rowsOf('Meetings')) await site.deleteByHand('Meetings', Number(id));
  });
});

describe.each([
  ['throttled', [{ kind: 'graph-throttle' }]],
  ['out of order', [{ kind: 'graph-outage' }]],
  ['always editing the row itself', [{ kind: 'graph-conflict' }]],
])('while SharePoint is %s', (_how, faults) => {
  test('nothing is lost however long it lasts, and all is written once when it is over', async () => {
    const row = await take();
    await answer([row], { stage: 'In progress', note: 'Kept' });
    await site.setFaults(faults);
    for (let tries = 0; tries < MANY; tries += 1) await whenTimeHasPassed();
    await site.setFaults([]);
    expect((await countUnwritten(database, PLAN_ID)).dead).toBe(0);
    expect((await planNow()).recommendations.find(({ key }) => key === row.key)).toMatchObject({
      stage: 'In progress',
    });
    await whenTimeHasPassed();
    await whenTimeHasPassed();
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
    expect(await fieldsOf(row)).toMatchObject({ Stage: 'In progress', LatestNote: 'Kept' });
    expect(await historyOf(row)).toHaveLength(1);
  });
});
