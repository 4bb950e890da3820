import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { provisionSite } from '../../graph/provision.ts';
import type { Database } from '../../store/database.ts';
import { insertRow } from '../../store/mirror.ts';
import { countUnwritten, queueWrite } from '../../store/outbox.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { writeBack } from '../../workflow/lists/writing/write-back.ts';
import { runMeetings } from '../../workflow/meetings/run-meetings.ts';
import { makeMeeting } from '../helpers/make-plan.ts';
import { letTimePass } from '../store/databases.ts';
import type { TestProcess } from './helpers/make-deps.ts';
import { PLAN_ID } from './helpers/sandbox-plan.ts';
import { openWritingPlan, type WritingPlan } from './helpers/writing-plan.ts';

/** Far more tries than an outage of hours takes. */
const MANY = 25;

let plan: WritingPlan;
let database: Database;
beforeAll(async () => {
  plan = await openWritingPlan();
  database = plan.opened.database;
});
afterAll(() => plan?.close());
beforeEach(() => plan.begin());

describe('answers', () => {
  test('reach the lists together in one request, with who said what, when, and what was before', async () => {
    const rows = [await plan.take(), await plan.take(), await plan.take()];
    await plan.answer(rows, { stage: 'In progress', note: 'Work has begun' });
    const requests = await plan.site.requestsOf(() => writeBack(plan.deps, PLAN_ID));
    expect(requests.map(({ path, parts }) => [path, parts?.map(({ method }) => method).toSorted()])).toEqual([
      ['/v1.0/$batch', ['PATCH', 'PATCH', 'PATCH', 'POST', 'POST', 'POST']],
    ]);
    const manager = (await plan.now()).owners.find(({ title }) => title === 'Plan manager');
    for (const row of rows) {
      expect(await plan.fieldsOf(row)).toMatchObject({
        Stage: 'In progress',
        LatestNote: 'Work has begun',
        LatestUpdate: '2022-01-04T10:00:00Z',
      });
      expect(await plan.historyOf(row)).toMatchObject([
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
    const before = await plan.now();
    await syncIn(plan.deps, PLAN_ID);
    expect(await plan.now()).toEqual(before);
  });

  test('to one item, several before they are written, are one new version and each its own history', async () => {
    const row = await plan.take();
    await plan.answer([row], { note: 'First' });
    await plan.answer([row], { note: 'Second', stage: 'In progress' });
    const requests = await plan.site.requestsOf(() => writeBack(plan.deps, PLAN_ID));
    const patches = requests.flatMap(({ parts }) => parts ?? []).filter(({ method }) => method === 'PATCH');
    expect(patches).toHaveLength(1);
    expect(await plan.fieldsOf(row)).toMatchObject({ Stage: 'In progress', LatestNote: 'Second' });
    expect((await plan.historyOf(row)).map(({ Note }) => Note).toSorted()).toEqual(['First', 'Second']);
  });

  test('in a check-in that SharePoint has not got yet, wait for its meeting and point to it', async () => {
    plan.deps.setClock('2022-01-10T09:00:00Z');
    await runMeetings(plan.deps, await plan.now());
    const row = await plan.take();
    const meeting = (await plan.now()).meetings.find(({ group }) => group === row.leadGroup);
    await plan.answer([row], { note: 'In the check-in' }, { meetingKey: meeting?.key ?? null });
    await writeBack(plan.deps, PLAN_ID);
    const group = (await plan.now()).groups.find(({ key }) => key === meeting?.group);
    const [written] = (await plan.site.rowsOf('Meetings')).filter(
      ({ GroupLookupId }) => GroupLookupId === String(group?.itemId),
    );
    expect(written).toMatchObject({ State: 'Open', StartsAt: meeting?.startsAt, Title: meeting?.title });
    expect(await plan.historyOf(row)).toMatchObject([{ MeetingLookupId: written?.id }]);
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
  });

  test('are not held up by any number of writes that wait for a row that never comes', async () => {
    const row = await plan.take();
    await insertRow(database, PLAN_ID, 'Meetings', makeMeeting({ key: 'never', itemId: null, group: null }));
    for (let count = 0; count < 210; count += 1) {
      await queueWrite(database, PLAN_ID, {
        list: 'Updates',
        key: `blocked-${count}`,
        kind: 'create',
        changes: { meeting: 'never', answerId: `blocked-${count}` },
      });
    }
    await plan.answer([row], { note: 'Behind them all' });
    await writeBack(plan.deps, PLAN_ID);
    expect(await plan.fieldsOf(row)).toMatchObject({ LatestNote: 'Behind them all' });
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 210, dead: 0 });
  });
});

describe('a write whose answer was lost', () => {
  /** What Milepost sends arrives; what comes back does not. */
  const loseAnswers = async (work: () => Promise<unknown>) => {
    plan.site.network = async (input, init) => {
      const answer = await fetch(input, init);
      if (init?.method !== 'POST') return answer;
      await answer.arrayBuffer();
      throw new TypeError('terminated');
    };
    await work().finally(() => {
      plan.site.network = null;
    });
  };
  const openMeetings = async () => {
    plan.deps.setClock('2022-01-21T09:00:00Z');
    await runMeetings(plan.deps, await plan.now());
    return (await plan.now()).meetings.filter(({ startsAt }) => startsAt === '2022-01-24T10:00:00Z');
  };
  /** Lists cannot be read, rows can be written. */
  const withoutReading = async (work: () => Promise<unknown>) => {
    plan.site.network = async (input, init) =>
      String(init?.body).includes('/delta')
        ? Promise.reject(new TypeError('terminated'))
        : fetch(input, init);
    await work().finally(() => {
      plan.site.network = null;
    });
  };
  const deleteMeetings = async () => {
    for (const { id } of await plan.site.rowsOf('Meetings'))
      await plan.site.deleteByHand('Meetings', Number(id));
  };
  /** As in a site that was provisioned before there was such a column. */
  const removeEntryKey = async () => {
    const columns = `/sites/${plan.site.site.id}/lists/Meetings/columns`;
    const { value } = (await plan.site.byHand.get(columns)) as { value: { id: string; name: string }[] };
    await plan.site.byHand.delete(`${columns}/${value.find(({ name }) => name === 'EntryKey')?.id}`);
  };
  const meetingsAt = async (instant: string) =>
    (await plan.site.rowsOf('Meetings')).filter(({ StartsAt }) => StartsAt === instant);

  test('is there once: an answer by its own id', async () => {
    const row = await plan.take();
    await plan.answer([row], { note: 'Said once' });
    await loseAnswers(() => writeBack(plan.deps, PLAN_ID));
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 2, dead: 0 });
    await plan.writeLater();
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
    expect(await plan.historyOf(row)).toHaveLength(1);
    expect(await plan.fieldsOf(row)).toMatchObject({ LatestNote: 'Said once' });
    await syncIn(plan.deps, PLAN_ID);
    expect((await plan.now()).updates.filter(({ note }) => note === 'Said once')).toHaveLength(1);
  });

  test('is there once: a meeting by its group and start, and what was said of it later is written too', async () => {
    const [meeting] = await openMeetings();
    await loseAnswers(() => writeBack(plan.deps, PLAN_ID));
    plan.deps.setClock('2022-01-25T17:00:00Z');
    await runMeetings(plan.deps, await plan.now());
    await plan.writeLater();
    expect(await meetingsAt('2022-01-24T10:00:00Z')).toMatchObject([{ State: 'Closed' }]);
    expect((await plan.now()).meetings.filter(({ key }) => key === meeting?.key)).toHaveLength(1);
    await syncIn(plan.deps, PLAN_ID);
    expect((await plan.now()).meetings.find(({ key }) => key === meeting?.key)?.state).toBe('Closed');
    for (const { id } of await plan.site.rowsOf('Meetings'))
      await plan.site.deleteByHand('Meetings', Number(id));
  });

  test('is there once: a row that names itself is simply made again, and SharePoint refuses the second', async () => {
    await openMeetings();
    await loseAnswers(() => writeBack(plan.deps, PLAN_ID));
    await letTimePass(database, { seconds: 600 });
    await withoutReading(() => writeBack(plan.deps, PLAN_ID));
    expect(await meetingsAt('2022-01-24T10:00:00Z')).toMatchObject([{ EntryKey: expect.any(String) }]);
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
    await deleteMeetings();
  });

  test('is not repeated in a list that has no column for its name, while that list cannot be read', async () => {
    await removeEntryKey();
    await plan.begin();
    await openMeetings();
    const opened = (await plan.outbox()).length;
    await loseAnswers(() => writeBack(plan.deps, PLAN_ID));
    await letTimePass(database, { seconds: 600 });
    await withoutReading(() => writeBack(plan.deps, PLAN_ID));
    expect(await meetingsAt('2022-01-24T10:00:00Z')).toHaveLength(1);
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: opened, dead: 0 });
    await plan.writeLater();
    expect(await meetingsAt('2022-01-24T10:00:00Z')).toHaveLength(1);
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
    await deleteMeetings();
    const { client, siteId } = { client: plan.site.byHand, siteId: plan.site.site.id };
    expect((await provisionSite({ client, siteId })).created).toEqual(['column Meetings.EntryKey']);
  });

  test('because the process died before it could record it: the next one repeats nothing', async () => {
    const row = await plan.take();
    await openMeetings();
    await plan.answer([row], { note: 'Written before the crash' });
    const dying: TestProcess = {
      ...plan.deps,
      database: { ...database, transaction: () => Promise.reject(new Error('killed')) },
    };
    await expect(writeBack(dying, PLAN_ID)).rejects.toThrow('killed');
    expect(await meetingsAt('2022-01-24T10:00:00Z')).toHaveLength(1);
    plan.deps = await plan.site.startProcess(database);
    await writeBack(plan.deps, PLAN_ID);
    await plan.writeLater();
    expect(await meetingsAt('2022-01-24T10:00:00Z')).toHaveLength(1);
    expect(await plan.historyOf(row)).toHaveLength(1);
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
    for (const { id } of await plan.site.rowsOf('Meetings'))
      await plan.site.deleteByHand('Meetings', Number(id));
  });
});

describe.each([
  ['throttled', [{ kind: 'graph-throttle' }]],
  ['out of order', [{ kind: 'graph-outage' }]],
  ['always editing the row itself', [{ kind: 'graph-conflict' }]],
])('while SharePoint is %s', (_how, faults) => {
  test('nothing is lost however long it lasts, and all is written once when it is over', async () => {
    const row = await plan.take();
    await plan.answer([row], { stage: 'In progress', note: 'Kept' });
    await plan.site.setFaults(faults);
    for (let tries = 0; tries < MANY; tries += 1) await plan.writeLater();
    await plan.site.setFaults([]);
    expect((await countUnwritten(database, PLAN_ID)).dead).toBe(0);
    expect((await plan.now()).recommendations.find(({ key }) => key === row.key)).toMatchObject({
      stage: 'In progress',
    });
    await plan.writeLater();
    await plan.writeLater();
    expect(await countUnwritten(database, PLAN_ID)).toEqual({ waiting: 0, dead: 0 });
    expect(await plan.fieldsOf(row)).toMatchObject({ Stage: 'In progress', LatestNote: 'Kept' });
    expect(await plan.historyOf(row)).toHaveLength(1);
  });
});
