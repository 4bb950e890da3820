import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { provisionSite } from '../../graph/provision.ts';
import { LIST_NAMES } from '../../plan/glossary.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import { readWaiting } from '../../store/outbox.ts';
import { readTroubles } from '../../store/troubles.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { writeBack } from '../../workflow/lists/writing/write-back.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import type { TestProcess } from './helpers/make-deps.ts';
import { planOf, recommendationOf } from './helpers/plan-of.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from './helpers/sandbox-plan.ts';

let site: SandboxPlan;
let opened: TestDatabase;
let fresh: TestDatabase;
let database: Database;
let deps: TestProcess;
beforeAll(async () => {
  [opened, fresh] = [await openTestDatabase(), await openTestDatabase()];
  site = await startSandboxPlan();
  database = opened.database;
  await site.importSample({ apply: true });
});
afterAll(async () => {
  await opened?.close();
  await fresh?.close();
  await site?.stop();
});
beforeEach(async () => {
  await emptyDatabase(database);
  deps = await site.startProcess(database);
  await syncIn(deps, PLAN_ID);
});

const planNow = () => planOf(deps);
const recommendation = (number: number) => recommendationOf(deps, number);
const missing = async () =>
  (await readTroubles(database, PLAN_ID))
    .filter(({ code }) => code === 'COLUMN_MISSING')
    .map(({ list, subject }) => `${list}.${subject}`);
const columnsPath = (list: string) => `/sites/${site.site.id}/lists/${encodeURIComponent(list)}/columns`;
const deleteColumn = async (list: string, name: string) => {
  const { value } = (await site.byHand.get(columnsPath(list))) as { value: { id: string; name: string }[] };
  await site.byHand.delete(`${columnsPath(list)}/${value.find((column) => column.name === name)?.id}`);
};
const provision = () => provisionSite({ client: site.byHand, siteId: site.site.id });
const nextHour = () => deps.setClock(deps.clock.now().add({ hours: 1 }).toString());
const datesOf = ({ recommendations }: Plan) =>
  recommendations.map(({ number, forecastDue }) => [number, forecastDue]);

describe('a column that somebody deleted', () => {
  test('keeps its values in the plan though a row is edited at once, and gives them back when it is made again', async () => {
    const before = await planNow();
    const { itemId } = await recommendation(14);
    await deleteColumn('Recommendations', 'ForecastDue');
    await site.editByHand('Recommendations', itemId, { LatestNote: 'Edited without the column' });
    await syncIn(deps, PLAN_ID);
    expect((await recommendation(14)).latestNote).toBe('Edited without the column');
    expect(datesOf(await planNow())).toEqual(datesOf(before));
    expect(await missing()).toEqual(['Recommendations.ForecastDue']);
    expect(await readWaiting(database, PLAN_ID, 100)).toEqual([]);

    await provision();
    expect((await site.fieldsOf('Recommendations', itemId)).ForecastDue).toBeUndefined();
    // Somebody is quicker than Milepost with one row: that is kept.
    const other = await recommendation(15);
    await site.editByHand('Recommendations', other.itemId, { ForecastDue: '2022-12-31T12:00:00Z' });
    nextHour();
    await syncIn(deps, PLAN_ID);
    await writeBack(deps, PLAN_ID);
    await syncIn(deps, PLAN_ID);
    expect(await missing()).toEqual([]);
    expect((await recommendation(15)).forecastDue).toBe('2022-12-31');
    expect((await recommendation(14)).forecastDue).toBe(
      before.recommendations.find(({ number }) => number === 14)?.forecastDue,
    );
    expect(datesOf(await rebuilt())).toEqual(datesOf(await planNow()));
    // It is a repair, and nobody's answer; what somebody typed is told.
    expect((await planNow()).updates).toMatchObject([{ itemKey: other.key, forecastDue: '2022-12-31' }]);
  });

  test('keeps them also when everything is read from the start, by a process that never saw the column', async () => {
    const before = await planNow();
    await deleteColumn('Recommendations', 'Owner');
    await database.query('UPDATE sync_state SET delta_link = NULL');
    deps = await site.startProcess(database);
    await syncIn(deps, PLAN_ID);
    expect((await planNow()).recommendations).toEqual(before.recommendations);
    expect(await missing()).toEqual(['Recommendations.Owner']);
    await provision();
    deps = await site.startProcess(database);
    await syncIn(deps, PLAN_ID);
    await writeBack(deps, PLAN_ID);
    const owners = ({ recommendations }: Plan) => recommendations.map(({ number, owner }) => [number, owner]);
    expect(owners(await rebuilt())).toEqual(owners(before));
  });

  test('made again before anybody noticed is known by its id: what was lost is put back', async () => {
    const before = await planNow();
    const { itemId } = await recommendation(17);
    await deleteColumn('Recommendations', 'Stage');
    await provision();
    await site.editByHand('Recommendations', itemId, { LatestNote: 'Edited with the new column, empty' });
    await syncIn(deps, PLAN_ID);
    nextHour();
    await syncIn(deps, PLAN_ID);
    await writeBack(deps, PLAN_ID);
    const stages = ({ recommendations }: Plan) => recommendations.map(({ number, stage }) => [number, stage]);
    expect(stages(await planNow())).toEqual(stages(before));
    expect(stages(await rebuilt())).toEqual(stages(before));
  });

  test('and one that holds something else under its name is as good as gone', async () => {
    const before = await planNow();
    await deleteColumn('Measures', 'TargetDate');
    await site.byHand.post(columnsPath('Measures'), { name: 'TargetDate', text: {} });
    const [measure] = before.measures;
    await site.editByHand('Measures', measure?.itemId ?? 0, { TargetDate: 'some time' });
    await syncIn(deps, PLAN_ID);
    expect((await planNow()).measures).toEqual(before.measures);
    nextHour();
    await syncIn(deps, PLAN_ID);
    expect(await missing()).toEqual(['Measures.TargetDate']);
    await deleteColumn('Measures', 'TargetDate');
    await provision();
    nextHour();
    await syncIn(deps, PLAN_ID);
    await writeBack(deps, PLAN_ID);
    expect((await rebuilt()).measures).toMatchObject([{ targetDate: measure?.targetDate }]);
  });
});

test('a value that a person empties is empty, at the cost of one look at the columns', async () => {
  const { itemId } = await recommendation(19);
  await site.editByHand('Recommendations', itemId, { LatestNote: 'To be emptied' });
  await syncIn(deps, PLAN_ID);
  await site.editByHand('Recommendations', itemId, { LatestNote: null });
  const asked = await site.requestsOf(() => syncIn(deps, PLAN_ID));
  expect(asked.map(({ parts }) => parts?.length)).toEqual([LIST_NAMES.length, 1]);
  expect((await recommendation(19)).latestNote).toBeNull();
});

/** The plan as a process with a database of its own would find it in SharePoint. */
async function rebuilt(): Promise<Plan> {
  await emptyDatabase(fresh.database);
  const process = await site.startProcess(fresh.database);
  await syncIn(process, PLAN_ID);
  return planOf(process);
}
