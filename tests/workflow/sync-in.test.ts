import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Plan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import { markDeleted } from '../../store/mirror.ts';
import { raisePlanVersion, readPlanVersion } from '../../store/plan-versions.ts';
import { readSyncStates, saveSyncState } from '../../store/sync-state.ts';
import { answerItems } from '../../workflow/answers/answer-items.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { runDue } from '../../workflow/run-due.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import type { TestProcess } from './helpers/make-deps.ts';
import { planOf, recommendationOf } from './helpers/plan-of.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from './helpers/sandbox-plan.ts';

let site: SandboxPlan;
let opened: TestDatabase;
let database: Database;
let deps: TestProcess;
beforeAll(async () => {
  [site, opened] = await Promise.all([startSandboxPlan(), openTestDatabase()]);
  database = opened.database;
  await site.importSample({ apply: true });
});
afterAll(async () => {
  await opened?.close();
  await site?.stop();
});
/** A new database, into which nothing has been read yet. */
beforeEach(async () => {
  await emptyDatabase(database);
  deps = await site.startProcess(database);
});

const planNow = (process = deps) => planOf(process);
const numbered = (number: number) => recommendationOf(deps, number);

describe('the first reading', () => {
  test('fills the mirror with the whole plan, in two requests: the columns, and the rows', async () => {
    const requests = await site.requestsOf(() => syncIn(deps, PLAN_ID));
    expect(requests.filter(({ path }) => path.endsWith('/$batch'))).toHaveLength(2);
    const plan = await planNow();
    const numbersWhere = (holds: (row: Plan['recommendations'][number]) => boolean) =>
      plan.recommendations.filter(holds).map(({ number }) => number);
    const dueOn = (day: string) => numbersWhere(({ baselineDue }) => baselineDue === day);

    expect(numbersWhere(() => true)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
    expect(numbersWhere(({ stage }) => stage === 'Complete')).toEqual([1, 7, 8, 9, 11, 13, 15, 22, 23]);
    expect(dueOn('2022-01-31')).toEqual([3]);
    expect(dueOn('2022-03-31')).toEqual([2, 4, 6, 10, 12, 21, 24, 29]);
    expect(dueOn('2022-04-30')).toEqual([5]);
    expect(dueOn('2022-09-30')).toEqual([14, 16, 17, 18, 19, 20, 25, 26, 27, 28, 30, 31]);
    expect(plan.themes.map(({ key }) => numbersWhere(({ theme }) => theme === key))).toEqual([
      [2, 16, 19, 20, 21, 26, 27],
      [4, 5, 9, 10, 13, 23, 24],
      [3, 11, 12, 14, 15, 22],
      [1, 17, 18, 25, 30, 31],
      [28, 29],
      [6, 7, 8],
    ]);
    expect(plan.measures).toMatchObject([{ baseline: 78, target: 450, targetDate: '2023-09-30' }]);
  });

  test('ties people, groups and items together by their keys', async () => {
    await syncIn(deps, PLAN_ID);
    const { groups, owners, recommendations } = await planNow();
    const send = groups.find(({ title }) => title === 'SEND');
    const chair = owners.find(({ key }) => key === send?.chair);
    expect(chair).toMatchObject({
      title: 'SEND group chair',
      roles: ['Member', 'Chair'],
      groups: [send?.key],
    });
    expect(send).toMatchObject({ firstMeeting: '2022-01-10', meetingTime: '10:00', everyWeeks: 2 });
    const third = recommendations.find(({ number }) => number === 3);
    expect(owners.find(({ key }) => key === third?.owner)?.groups).toContain(third?.leadGroup);
  });
});

describe('later readings', () => {
  beforeEach(async () => {
    await syncIn(deps, PLAN_ID);
  });

  test('find nothing where nothing changed, and leave the plan as it is kept', async () => {
    const version = await readPlanVersion(database, PLAN_ID);
    const before = await planNow();
    expect(await syncIn(deps, PLAN_ID)).toBe(0);
    expect(await readPlanVersion(database, PLAN_ID)).toBe(version);
    expect(await planNow()).toBe(before);
  });

  test('see what somebody typed into SharePoint: an edit, a new row, an emptied field', async () => {
    const { itemId } = await numbered(14);
    await site.editByHand('Recommendations', itemId, {
      Stage: 'In progress',
      ForecastDue: '2022-10-31T12:00:00Z',
      LatestNote: 'Typed by hand',
    });
    const ownerId = await site.addByHand('Owners', { Title: 'New officer', Email: 'new@alp.example' });
    await site.editByHand('Recommendations', itemId, { OwnerLookupId: ownerId });
    expect(await syncIn(deps, PLAN_ID)).toBe(2);
    expect(await numbered(14)).toMatchObject({
      stage: 'In progress',
      forecastDue: '2022-10-31',
      latestNote: 'Typed by hand',
      owner: String(ownerId),
    });
    expect((await planNow()).owners.at(-1)).toMatchObject({ key: String(ownerId), title: 'New officer' });
    await site.editByHand('Recommendations', itemId, { LatestNote: null, ForecastDue: null });
    await syncIn(deps, PLAN_ID);
    expect(await numbered(14)).toMatchObject({ latestNote: null, forecastDue: null });
    await site.deleteByHand('Owners', ownerId);
  });

  test('drop a row that was deleted, and keep the others', async () => {
    const milestones = (await planNow()).milestones;
    const [first] = milestones;
    await site.deleteByHand('Milestones', first?.itemId ?? 0);
    expect(await syncIn(deps, PLAN_ID)).toBe(1);
    expect((await planNow()).milestones.map(({ key }) => key)).toEqual(
      milestones.slice(1).map(({ key }) => key),
    );
  });

  test('drop it also when SharePoint has forgotten what changed and is read from the start', async () => {
    const [first, ...others] = (await planNow()).milestones;
    await site.deleteByHand('Milestones', first?.itemId ?? 0);
    await database.query("UPDATE sync_state SET delta_link = NULL WHERE list = 'Milestones'");
    await syncIn(deps, PLAN_ID);
    expect((await planNow()).milestones.map(({ key }) => key).toSorted()).toEqual(
      others.map(({ key }) => key).toSorted(),
    );
  });

  test('take back a row that was restored as it was before it was deleted', async () => {
    const states = await readSyncStates(database, PLAN_ID);
    const { key, itemId } = await numbered(18);
    await site.editByHand('Recommendations', itemId, { LatestNote: 'Deleted by mistake' });
    await syncIn(deps, PLAN_ID);
    // The sandbox has no recycle bin: told that it is gone, then told again of the row in the same version.
    await markDeleted(database, PLAN_ID, 'Recommendations', [itemId]);
    await raisePlanVersion(database, PLAN_ID);
    for (const state of states) await saveSyncState(database, PLAN_ID, state);
    expect((await planNow()).recommendations.map((row) => row.key)).not.toContain(key);
    await syncIn(deps, PLAN_ID);
    expect((await numbered(18)).latestNote).toBe('Deleted by mistake');
  });

  test('a list that cannot be read is noted; the others are read, and it is again the next time', async () => {
    const { itemId } = await numbered(16);
    await site.editByHand('Recommendations', itemId, { LatestNote: 'Read beside a broken list' });
    await site.addByHand('Readings', { Title: 'March', Value: 121 });
    await database.query(
      "UPDATE sync_state SET delta_link = 'https://elsewhere.example/delta' WHERE list = 'Readings'",
    );
    const readings = await idOfList('Readings');
    site.network = (input, init) => {
      // Only the part of the batch that starts that list anew finds nothing.
      const body =
        typeof init?.body === 'string' ? init.body.replaceAll(readings, 'no-such-list') : init?.body;
      return fetch(input, { ...init, body });
    };
    await syncIn(deps, PLAN_ID).finally(() => {
      site.network = null;
    });
    expect((await numbered(16)).latestNote).toBe('Read beside a broken list');
    const problemOf = async () =>
      (await readSyncStates(database, PLAN_ID)).find(({ list }) => list === 'Readings')?.problem;
    expect(await problemOf()).toEqual(expect.any(String));
    await syncIn(deps, PLAN_ID);
    expect(await problemOf()).toBeNull();
    expect((await planNow()).readings).toMatchObject([{ value: 121 }]);
  });

  test('while SharePoint is away, leave everything as it is and make up for it afterwards', async () => {
    const { itemId } = await numbered(17);
    const before = await planNow();
    await site.editByHand('Recommendations', itemId, { LatestNote: 'Typed during the outage' });
    await site.setFaults([{ kind: 'graph-outage' }]);
    await syncIn(deps, PLAN_ID).finally(() => site.setFaults([]));
    expect(await planNow()).toEqual(before);
    await syncIn(deps, PLAN_ID);
    expect((await numbered(17)).latestNote).toBe('Typed during the outage');
  });
});

describe('a database that was lost', () => {
  test('is rebuilt from the lists: the same plan, with the same names for its meetings', async () => {
    await syncIn(deps, PLAN_ID);
    deps.setClock('2022-01-07T09:00:00Z');
    await runDue(deps);
    const before = await planNow();
    const [meeting] = before.meetings;
    const item = before.recommendations.find(({ leadGroup }) => leadGroup === meeting?.group);
    const owner = before.owners.find(({ key }) => key === item?.owner);
    await answerItems(deps, {
      actor: {
        tenantId: site.sandbox.directory.tenantId,
        entraObjectId: owner?.entraObjectId ?? null,
        email: null,
      },
      planId: PLAN_ID,
      meetingKey: meeting?.key ?? null,
      submissionKey: 'card-0001',
      answers: [{ ref: { list: 'Recommendations', key: item?.key ?? '' }, note: 'Said before the fire' }],
    });
    await runDue(deps);
    const written = await planNow(await site.startProcess(database));

    await emptyDatabase(database);
    const next = await site.startProcess(database);
    await syncIn(next, PLAN_ID);
    const rebuilt = await planNow(next);
    expect(withoutKeys(rebuilt)).toEqual(withoutKeys(written));
    expect(rebuilt.updates).toHaveLength(1);
    // The calendar knows its meetings again: nothing is opened twice.
    next.setClock('2022-01-07T09:05:00Z');
    await runDue(next);
    expect((await planNow(next)).meetings).toEqual(rebuilt.meetings);
    expect(await site.rowsOf('Meetings')).toHaveLength(written.meetings.length);
  });

  test('takes in two meetings of a group on one day, of which only one can have the day’s name', async () => {
    await syncIn(deps, PLAN_ID);
    const group = (await planNow()).groups.find(({ title }) => title === 'Data');
    const startsAt = ['2022-06-14T09:00:00Z', '2022-06-14T13:00:00Z'];
    const ids: number[] = [];
    for (const StartsAt of startsAt)
      ids.push(await site.addByHand('Meetings', { Title: 'Extra', GroupLookupId: group?.itemId, StartsAt }));
    const others = (await planNow()).milestones.length;
    await emptyDatabase(database);
    const next = await site.startProcess(database);
    await syncIn(next, PLAN_ID);
    const plan = await planNow(next);
    expect(plan.meetings.filter(({ title }) => title === 'Extra')).toMatchObject([
      { key: `${group?.key}@2022-06-14`, itemId: ids[0] },
      { key: String(ids[1]), itemId: ids[1] },
    ]);
    expect(plan.milestones).toHaveLength(others);
    for (const id of ids) await site.deleteByHand('Meetings', id);
  });
});

async function idOfList(title: string): Promise<string> {
  const page = await site.client.get(`/sites/${site.site.id}/lists?$select=id,displayName`);
  const lists = (page as { value: { id: string; displayName: string }[] }).value;
  return lists.find(({ displayName }) => displayName === title)?.id ?? '';
}

/** Updates are named by their answer until the database is lost, and by their item from then. */
function withoutKeys({ updates, ...plan }: Plan) {
  return { ...plan, updates: updates.map(({ key: _key, ...update }) => update) };
}
