import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildAlert } from '../../plan/alerts/index.ts';
import { itemAsOf } from '../../plan/as-of.ts';
import { changesSince, historyOf } from '../../plan/history.ts';
import { findItem } from '../../plan/items.ts';
import type { Item, ItemRef } from '../../plan/plan.ts';
import { indexOf } from '../../plan/plan-index.ts';
import type { Update } from '../../plan/rows.ts';
import { changeRow, markDeleted, readKnownRows } from '../../store/mirror.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { readSyncStates, saveSyncState } from '../../store/sync-state.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { writeBack } from '../../workflow/lists/writing/write-back.ts';
import type { KnownRecommendation } from './helpers/plan-of.ts';
import { PLAN_ID } from './helpers/sandbox-plan.ts';
import { openWritingPlan, type WritingPlan } from './helpers/writing-plan.ts';

/** Later than whatever time SharePoint's clock shows in these tests. */
const AFTERWARDS = '2022-01-11T09:00:00Z';
const BEFORE = Temporal.Instant.from('2022-01-07T09:00:00Z');

let plan: WritingPlan;
beforeAll(async () => {
  plan = await openWritingPlan();
});
afterAll(() => plan?.close());
beforeEach(async () => {
  await plan.begin();
  plan.deps.setClock(AFTERWARDS);
});

const read = () => syncIn(plan.deps, PLAN_ID);
const refOf = ({ key }: KnownRecommendation): ItemRef => ({ list: 'Recommendations', key });
const itemOf = async (ref: ItemRef): Promise<Item> => {
  const item = findItem(await plan.now(), ref);
  if (item === null) throw new Error(`${ref.list} ${ref.key} is not in the plan`);
  return item;
};
const updatesOf = async (ref: ItemRef): Promise<readonly Update[]> =>
  indexOf(await plan.now()).updatesOf(ref);
const itemsPath = (list: string) => `/sites/${plan.site.site.id}/lists/${list}/items`;

describe('an edit by hand', () => {
  test('is in the item’s history here and in SharePoint, on the past days, and in the next alert', async () => {
    const row = await plan.take();
    const ref = refOf(row);
    await plan.edit(row, { Stage: 'In progress', ForecastDue: '2023-03-31T12:00:00Z' }, 'send-chair');
    await read();

    const chair = (await plan.now()).owners.find(({ title }) => title === 'SEND group chair');
    const [update, ...more] = await updatesOf(ref);
    expect(more).toEqual([]);
    expect(update).toMatchObject({
      title: `${row.number}: In progress, changed in SharePoint`,
      by: chair?.key,
      at: expect.stringMatching(/^2022-01-10T/),
      meeting: null,
      stage: 'In progress',
      previousStage: row.stage,
      forecastDue: '2023-03-31',
      previousForecastDue: row.forecastDue,
      note: null,
      reason: null,
    });
    const [entry] = historyOf(await plan.now(), await itemOf(ref));
    expect(entry).toMatchObject({
      byName: 'SEND group chair, in SharePoint',
      changes: [
        { field: 'Stage', from: row.stage, to: 'In progress' },
        { field: 'Forecast', to: 'Mar 2023' },
      ],
    });
    expect(changesSince(await plan.now(), BEFORE)).toMatchObject([{ ref }]);
    expect(itemAsOf(await plan.now(), await itemOf(ref), BEFORE)).toMatchObject({
      stage: row.stage,
      forecastDue: row.forecastDue,
    });

    const group = (await plan.now()).groups.find(({ key }) => key === row.leadGroup);
    const alert = group && buildAlert(await plan.now(), group, '2022-01-11', plan.deps.clock.now());
    expect(alert?.entries.filter(({ line }) => line.label === String(row.number))).toMatchObject([
      { what: 'slipped', whenWords: expect.stringMatching(/→ Mar 2023$/) },
    ]);

    await writeBack(plan.deps, PLAN_ID);
    expect(await plan.historyOf(row)).toMatchObject([
      {
        Title: `${row.number}: In progress, changed in SharePoint`,
        ByLookupId: chair?.key,
        Stage: 'In progress',
        PreviousStage: row.stage,
        // The midnight that begins the day in London.
        ForecastDue: '2023-03-30T23:00:00Z',
        AnswerId: update?.answerId,
      },
    ]);
    await read();
    expect(await updatesOf(ref)).toHaveLength(1);
  });

  test('of what history does not tell adds nothing to it, nor does a row that was just made', async () => {
    const row = await plan.take();
    await plan.edit(row, { LatestNote: 'Typed by hand', Priority: 3 });
    const itemId = await plan.site.addByHand('Actions', { Title: 'New', Stage: 'In progress' });
    await read();
    expect((await plan.find(row.number ?? 0)).latestNote).toBe('Typed by hand');
    expect(await updatesOf(refOf(row))).toEqual([]);
    expect(await updatesOf({ list: 'Actions', key: String(itemId) })).toEqual([]);
  });

  test('by somebody outside the plan says only where it was made; what Milepost wrote is not told', async () => {
    const [theirs, ours] = [await plan.take(), await plan.take()];
    const { byHand, client } = plan.site;
    const fields = { fields: { Confidence: 'Red' } };
    await byHand.patch(`${itemsPath('Recommendations')}/${theirs.itemId}`, fields);
    await client.patch(`${itemsPath('Recommendations')}/${ours.itemId}`, fields);
    await read();
    expect((await plan.find(ours.number ?? 0)).confidence).toBe('Red');
    expect(await updatesOf(refOf(ours))).toEqual([]);
    expect(historyOf(await plan.now(), await itemOf(refOf(theirs)))).toMatchObject([
      { byName: 'Changed in SharePoint', changes: [{ field: 'Confidence', from: null, to: 'Red' }] },
    ]);
  });

  test('of actions and milestones keeps what their rows have no column for', async () => {
    const [milestone] = (await plan.now()).milestones;
    const ref: ItemRef = { list: 'Milestones', key: milestone?.key ?? '' };
    const actionId = await plan.site.addByHand('Actions', { Title: 'Pay', Stage: 'In progress' });
    await read();
    const finance = (await plan.now()).groups.find(({ title }) => title === 'Finance');
    await plan.site.editByHand('Milestones', milestone?.itemId ?? 0, { Stage: 'Complete' });
    await plan.site.editByHand('Actions', actionId, {
      Stage: 'Waiting on others',
      WaitingOnLookupId: finance?.itemId,
      Blocker: 'Who pays',
    });
    await read();
    expect(await updatesOf(ref)).toMatchObject([{ stage: 'Complete', confidence: null }]);
    expect(await updatesOf({ list: 'Actions', key: String(actionId) })).toMatchObject([
      { title: `A${actionId}: Waiting on others, changed in SharePoint`, blocker: 'Finance: Who pays' },
    ]);
    await plan.site.editByHand('Milestones', milestone?.itemId ?? 0, { Stage: 'In progress' });
  });

  test('of many rows at once is told row by row, and written together', async () => {
    const open = (await plan.now()).recommendations.slice(-8);
    for (const { itemId } of open) await plan.edit({ itemId: itemId ?? 0 }, { Confidence: 'Amber' });
    await read();
    const told = (await plan.now()).updates.filter(({ confidence }) => confidence === 'Amber');
    expect(told.map(({ itemKey }) => itemKey).toSorted()).toEqual(open.map(({ key }) => key).toSorted());
    const requests = await plan.site.requestsOf(() => writeBack(plan.deps, PLAN_ID));
    expect(requests.flatMap(({ parts = [] }) => parts).map(({ status }) => status)).toEqual(
      open.map(() => 201),
    );
    expect(requests).toHaveLength(1);
  });
});

describe('an edit that is read twice', () => {
  test('by two processes at once, is told once', async () => {
    const row = await plan.take();
    const other = await plan.site.startProcess(plan.opened.database);
    other.setClock(AFTERWARDS);
    await plan.edit(row, { Stage: 'In progress' });
    await Promise.all([read(), syncIn(other, PLAN_ID), read()]);
    expect(await updatesOf(refOf(row))).toHaveLength(1);
  });

  test('by a database that was put back to what it held before, is told once', async () => {
    const row = await plan.take();
    const { database } = plan.opened;
    const states = await readSyncStates(database, PLAN_ID);
    const known = (await readKnownRows(database, PLAN_ID, 'Recommendations', [row.itemId])).get(row.itemId);
    await plan.edit(row, { Stage: 'In progress' });
    await read();
    await writeBack(plan.deps, PLAN_ID);
    // The update is lost with the rest, and comes back from SharePoint after the edit is read again.
    await database.query('DELETE FROM mirror_updates');
    await database.query('DELETE FROM outbox');
    await database.query('UPDATE mirror_recommendations SET etag = $1 WHERE item_id = $2', [
      known?.etag ?? null,
      row.itemId,
    ]);
    await changeRow(database, PLAN_ID, 'Recommendations', row.key, { stage: row.stage });
    for (const state of states) await saveSyncState(database, PLAN_ID, state);
    await read();
    await writeBack(plan.deps, PLAN_ID);
    await read();
    expect(await updatesOf(refOf(row))).toMatchObject([{ previousStage: row.stage, stage: 'In progress' }]);
    expect(await plan.historyOf(row)).toHaveLength(1);
  });

  test('from the start, as after a long time, is told once, and what else changed meanwhile too', async () => {
    const [row, other] = [await plan.take(), await plan.take()];
    await plan.edit(row, { Stage: 'In progress' });
    await read();
    await plan.edit(other, { Confidence: 'Green' });
    await plan.opened.database.query('UPDATE sync_state SET delta_link = NULL');
    await read();
    expect(await updatesOf(refOf(row))).toHaveLength(1);
    expect(await updatesOf(refOf(other))).toMatchObject([{ previousConfidence: null, confidence: 'Green' }]);
  });
});

describe('what is no edit', () => {
  test('a row that comes back after it was deleted', async () => {
    const row = await plan.take();
    const { database } = plan.opened;
    await plan.edit(row, { LatestNote: 'Deleted by mistake' });
    await changeRow(database, PLAN_ID, 'Recommendations', row.key, { stage: 'Complete' });
    await markDeleted(database, PLAN_ID, 'Recommendations', [row.itemId]);
    await raisePlanVersion(database, PLAN_ID);
    await read();
    expect(await itemOf(refOf(row))).toMatchObject({ stage: row.stage });
    expect(await updatesOf(refOf(row))).toEqual([]);
  });

  test('what a waiting answer says, and SharePoint does not say yet', async () => {
    const row = await plan.take();
    await plan.answer([row], { stage: 'In progress', confidence: 'Green', note: 'Ours' });
    await plan.edit(row, { Priority: 2, ForecastDue: '2023-01-31T12:00:00Z' });
    await read();
    // The edit was made before the answer by SharePoint's clock, and is known after it.
    const told = await updatesOf(refOf(row));
    expect(told).toMatchObject([
      { stage: 'In progress', previousStage: row.stage, forecastDue: row.forecastDue },
      { stage: 'In progress', previousStage: 'In progress', forecastDue: '2023-01-31', confidence: 'Green' },
    ]);
    await writeBack(plan.deps, PLAN_ID);
    await read();
    expect(await updatesOf(refOf(row))).toHaveLength(2);
    expect(await plan.historyOf(row)).toHaveLength(2);
  });
});
