import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ConflictContent } from '../../plan/content.ts';
import { countUnwritten } from '../../store/outbox.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import { syncIn } from '../../workflow/lists/reading/sync-in.ts';
import { writeBack } from '../../workflow/lists/writing/write-back.ts';
import { deliverNotices } from '../../workflow/notices/deliver-notices.ts';
import { writeAllBack } from '../../workflow/run-due.ts';
import type { KnownRecommendation } from './helpers/plan-of.ts';
import { PLAN_ID } from './helpers/sandbox-plan.ts';
import { openWritingPlan, type WritingPlan } from './helpers/writing-plan.ts';

/** Later than whatever time SharePoint's clock shows in these tests. */
const MUCH_LATER = '2022-02-01T10:00:00Z';

let plan: WritingPlan;
beforeAll(async () => {
  plan = await openWritingPlan();
});
afterAll(() => plan?.close());
beforeEach(() => plan.begin());

const unwritten = () => countUnwritten(plan.opened.database, PLAN_ID);
const keyOfManager = async () =>
  (await plan.now()).owners.find(({ title }) => title === 'Plan manager')?.key ?? '';
/** SharePoint and the mirror agree about a row. */
const expectAgreement = async (row: KnownRecommendation, fields: Readonly<Record<string, unknown>>) => {
  const names = Object.keys(fields).map((property) => [
    property,
    `${property.charAt(0).toUpperCase()}${property.slice(1)}`,
  ]);
  const there = await plan.fieldsOf(row);
  expect(Object.fromEntries(names.map(([property, name]) => [property, there[name ?? ''] ?? null]))).toEqual(
    fields,
  );
  expect(await plan.find(row.number ?? 0)).toMatchObject(fields);
};

describe.each([
  ['is written at once', false],
  ['is written after the lists were read again', true],
])('an edit by hand while an answer waits, which %s', (_when, isReadFirst) => {
  const write = async () => {
    if (isReadFirst) await syncIn(plan.deps, PLAN_ID);
    await writeBack(plan.deps, PLAN_ID);
    await syncIn(plan.deps, PLAN_ID);
    expect(await unwritten()).toMatchObject({ waiting: 0 });
  };

  test('to another field of the row: both are there, and nobody is told', async () => {
    const row = await plan.take();
    await plan.answer([row], { stage: 'In progress', note: 'Ours' });
    await plan.edit(row, { EvidenceUrl: 'https://example.org/theirs', Priority: 2 });
    await write();
    await expectAgreement(row, {
      stage: 'In progress',
      latestNote: 'Ours',
      evidenceUrl: 'https://example.org/theirs',
      priority: 2,
    });
    expect((await plan.outbox()).map(({ state }) => state)).toEqual(['written', 'written']);
    expect(await plan.conflicts()).toEqual([]);
  });

  test('to the same field, after the answer: theirs stands, and whoever answered is told once', async () => {
    const row = await plan.take();
    await plan.answer([row], { stage: 'In progress', note: 'Ours' });
    await plan.edit(row, { Stage: 'Waiting on others' }, 'send-chair');
    await write();
    await write();
    await expectAgreement(row, { stage: 'Waiting on others', latestNote: 'Ours' });
    expect(await plan.historyOf(row)).toMatchObject([
      { Stage: 'In progress', Note: 'Ours' },
      { PreviousStage: 'In progress', Stage: 'Waiting on others' },
    ]);
    expect(await plan.conflicts()).toEqual([
      {
        saidBy: await keyOfManager(),
        fields: [{ property: 'stage', ours: 'In progress', theirs: 'Waiting on others', kept: 'theirs' }],
        editedBy: 'SEND group chair',
        editedAt: expect.stringMatching(/^2022-01-10T/),
      },
    ]);
    expect(await plan.told()).toEqual(['plan-manager']);
  });

  test('to the same field, before the answer: ours stands, and whoever answered is told once', async () => {
    const row = await plan.take();
    await plan.edit(row, { Stage: 'Waiting on others' }, 'send-chair');
    plan.deps.setClock(MUCH_LATER);
    await plan.answer([row], { stage: 'In progress', note: 'Ours' });
    await write();
    await expectAgreement(row, { stage: 'In progress', latestNote: 'Ours' });
    expect(await plan.conflicts()).toMatchObject([
      {
        fields: [{ property: 'stage', ours: 'In progress', theirs: 'Waiting on others', kept: 'yours' }],
        editedBy: 'SEND group chair',
      },
    ]);
    expect(await plan.told()).toEqual(['plan-manager']);
    // What was overwritten is still among SharePoint's versions.
    const versions = await plan.site.lists.readVersions('Recommendations', row.itemId);
    expect(versions.slice(0, 2).map(({ values, byPerson }) => [values.stage, byPerson])).toEqual([
      ['In progress', false],
      ['Waiting on others', true],
    ]);
  });

  test('of several people to several fields: each who answered is told of their own', async () => {
    const row = await plan.take();
    plan.deps.setClock('2022-01-04T10:00:00Z');
    await plan.answer([row], { stage: 'In progress', confidence: 'Amber', reason: 'Staff' });
    plan.deps.setClock(MUCH_LATER);
    const owner = (await plan.now()).owners.find(({ key }) => key === row.owner);
    const { personas } = plan.site.sandbox.directory;
    const persona = personas.find((one) => one.entraObjectId === owner?.entraObjectId)?.id ?? '';
    await plan.answer([row], { forecastDue: '2022-12-31', reason: 'Later' }, { persona });
    await plan.edit(row, { Confidence: 'Green', ForecastDue: '2023-01-31T12:00:00Z' });
    await write();
    await expectAgreement(row, { stage: 'In progress', confidence: 'Green' });
    expect((await plan.find(row.number ?? 0)).forecastDue).toBe('2022-12-31');
    expect((await plan.conflicts()).map(({ saidBy, fields }) => [saidBy, fields])).toEqual([
      [await keyOfManager(), [{ property: 'confidence', ours: 'Amber', theirs: 'Green', kept: 'theirs' }]],
      [owner?.key, [{ property: 'forecastDue', ours: '2022-12-31', theirs: '2023-01-31', kept: 'yours' }]],
    ]);
    expect(await plan.told()).toEqual(['plan-manager', persona]);
  });

  test('that deletes the row: what was said is kept, whoever answered is told, and it is in the history', async () => {
    const row = await plan.take();
    await plan.answer([row], { stage: 'In progress', note: 'Too late' });
    await plan.site.deleteByHand('Recommendations', row.itemId);
    await write();
    expect((await plan.now()).recommendations.map(({ key }) => key)).not.toContain(row.key);
    expect(await plan.outbox()).toMatchObject([
      { list: 'Recommendations', state: 'written' },
      { list: 'Updates', state: 'written' },
      { list: 'Recommendations', state: 'dead', error: 'gone' },
    ]);
    expect(await plan.historyOf(row)).toMatchObject([{ Note: 'Too late' }]);
    expect(await plan.conflicts()).toMatchObject([
      {
        fields: [
          { property: 'stage', ours: 'In progress', kept: 'theirs' },
          { property: 'latestNote', ours: 'Too late', kept: 'theirs' },
        ],
        editedBy: null,
      },
    ]);
    expect(await plan.told()).toEqual(['plan-manager']);
  });
});

describe('an answer that comes while the edit is being merged', () => {
  test('is merged with it, though it was not in the write that failed', async () => {
    const row = await plan.take();
    await plan.answer([row], { note: 'Ours' });
    await plan.edit(row, { Stage: 'Waiting on others' });
    plan.deps.setClock(MUCH_LATER);
    // The lists of its versions are asked for between the write and the merge.
    plan.site.network = async (input, init) => {
      if (String(input).includes('/versions')) {
        plan.site.network = null;
        await plan.answer([row], { stage: 'In progress' });
      }
      return fetch(input, init);
    };
    await writeBack(plan.deps, PLAN_ID);
    expect(plan.site.network).toBeNull();
    await expectAgreement(row, { stage: 'In progress', latestNote: 'Ours' });
    expect(await plan.conflicts()).toMatchObject([{ fields: [{ property: 'stage', kept: 'yours' }] }]);
    expect(await unwritten()).toEqual({ waiting: 0, dead: 0 });
  });
});

describe('a row whose version is not known', () => {
  test('is read before it is written to, never written over', async () => {
    const row = await plan.take();
    await plan.edit(row, { Stage: 'Waiting on others' });
    await plan.answer([row], { stage: 'In progress', note: 'Ours' });
    await plan.opened.database.query(`UPDATE mirror_recommendations SET etag = NULL WHERE key = $1`, [
      row.key,
    ]);
    await raisePlanVersion(plan.opened.database, PLAN_ID);
    await writeBack(plan.deps, PLAN_ID);
    await expectAgreement(row, { stage: 'Waiting on others', latestNote: 'Ours' });
    expect(await plan.conflicts()).toHaveLength(1);
  });
});

describe('while SharePoint will not say who changed what', () => {
  test('nothing is decided', async () => {
    const row = await plan.take();
    await plan.answer([row], { stage: 'In progress' });
    await plan.edit(row, { Stage: 'Waiting on others' });
    plan.site.network = (input, init) =>
      String(input).includes('/versions') ? Promise.reject(new TypeError('terminated')) : fetch(input, init);
    await writeBack(plan.deps, PLAN_ID);
    plan.site.network = null;
    expect(await unwritten()).toMatchObject({ waiting: 1, dead: 0 });
    expect(await plan.conflicts()).toEqual([]);
    await plan.writeLater();
    await expectAgreement(row, { stage: 'Waiting on others' });
    expect(await plan.conflicts()).toHaveLength(1);
  });
});

describe('whoever is told of a conflict', () => {
  test('reads in their own chat which field, both decisions, which one stands, and who edited when', async () => {
    const row = await plan.take();
    await plan.answer([row], { forecastDue: '2022-12-31', confidence: 'Amber', reason: 'Late' });
    await plan.edit(row, { ForecastDue: '2023-01-15T12:00:00Z', Confidence: null }, 'send-chair');
    await plan.edit(row, { Confidence: 'Red' }, 'director');
    await writeAllBack(plan.deps);
    await deliverNotices(plan.deps);
    const sent = plan.deps.messenger.sent.filter(({ content }) => content.kind === 'conflict');
    const manager = plan.site.sandbox.directory.personas.find(({ id }) => id === 'plan-manager');
    expect(sent.map(({ to }) => to)).toEqual([
      { kind: 'person', tenantId: plan.deps.tenantId, entraObjectId: manager?.entraObjectId },
    ]);
    const content = sent[0]?.content as ConflictContent;
    expect(content).toMatchObject({
      planId: PLAN_ID,
      label: String(row.number),
      title: row.title,
      rowUrl: expect.stringContaining(`ID=${row.itemId}`),
      fields: [
        { field: 'Confidence', yours: 'Amber', theirs: 'Red', kept: 'theirs' },
        { field: 'Forecast', yours: 'Dec 2022', theirs: 'Sun 15 Jan 2023', kept: 'theirs' },
      ],
      byName: expect.stringMatching(/ and /),
      atWords: expect.stringMatching(/^Mon 10 Jan 2022, \d\d:\d\d$/),
    });
  });

  test('reads nothing once they are not in the plan any more', async () => {
    const row = await plan.take();
    await plan.answer([row], { stage: 'In progress' });
    await plan.edit(row, { Stage: 'Waiting on others' });
    await writeBack(plan.deps, PLAN_ID);
    await plan.opened.database.query('UPDATE mirror_owners SET deleted = true WHERE key = $1', [
      await keyOfManager(),
    ]);
    await raisePlanVersion(plan.opened.database, PLAN_ID);
    await deliverNotices(plan.deps);
    expect(plan.deps.messenger.sent.filter(({ content }) => content.kind === 'conflict')).toEqual([]);
  });
});
