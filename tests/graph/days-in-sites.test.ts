import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SiteLists, WriteOperation } from '../../graph/site-lists.ts';
import { type Sandbox, startSandbox } from '../helpers/sandbox.ts';
import { provisionSandboxSite, type SandboxSite } from '../helpers/sandbox-site.ts';

/** Where each site is, and the hour of its midnight in UTC in summer and in winter. */
const SITES = [
  { path: '/sites/alp-improvement', timeZone: 'Europe/London', summer: 23, winter: 0 },
  { path: '/sites/utc-plan', timeZone: 'UTC', summer: 0, winter: 0 },
  { path: '/sites/new-york-plan', timeZone: 'America/New_York', summer: 4, winter: 5 },
] as const;

/** Both clock changes of 2022 and 2026 in London and in New York, with the days beside them. */
const CLOCK_CHANGES = ['2022-03-13', '2022-03-27', '2022-10-30', '2022-11-06', '2026-03-08', '2026-03-29'];
const DAYS = [
  '2022-01-10',
  '2022-07-01',
  '2024-02-29',
  '1999-12-31',
  ...CLOCK_CHANGES.flatMap((change) =>
    [-1, 0, 1].map((days) => Temporal.PlainDate.from(change).add({ days }).toString()),
  ),
];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox?.stop());

describe.each(SITES)('days of a site in $timeZone', ({ path, timeZone, summer, winter }) => {
  let site: SandboxSite;
  let lists: SiteLists;
  beforeAll(async () => {
    site = await provisionSandboxSite(sandbox, path);
    lists = await site.openLists(timeZone);
  });

  const write = async (operation: WriteOperation): Promise<number> => {
    const [outcome] = await lists.writeRows([operation]);
    if (outcome?.status !== 'written') throw new Error(JSON.stringify(outcome));
    return outcome.itemId;
  };
  const create = (values: WriteOperation['values']) => write({ kind: 'create', list: 'Actions', values });
  const forecastOf = async (itemId: number) =>
    (await lists.readRow('Actions', itemId))?.values.forecastDue ?? null;
  const rawForecastOf = async (itemId: number): Promise<string> => {
    const item = await site.byHand.get(`${site.items('Actions')}/${itemId}?$expand=fields`);
    return (item as { fields: { ForecastDue: string } }).fields.ForecastDue;
  };

  test('come as midnight there, an hour apart in summer and in winter', async () => {
    const july = await create({ title: 'July', forecastDue: '2022-07-01' });
    const january = await create({ title: 'January', forecastDue: '2022-01-10' });
    expect(new Date(await rawForecastOf(july)).getUTCHours()).toBe(summer);
    expect(new Date(await rawForecastOf(january)).getUTCHours()).toBe(winter);
  });

  test('are the same when read by row, by list and as a change', async () => {
    const { deltaLink } = await lists.readChanges('Actions', null);
    const ids = new Map<number, string>();
    for (const day of DAYS) ids.set(await create({ title: day, forecastDue: day, baselineDue: day }), day);
    const changed = (await lists.readChanges('Actions', deltaLink)).changes;
    const all = (await lists.readChanges('Actions', null)).changes;
    for (const [itemId, day] of ids) {
      const isRow = (row: { itemId: number }) => row.itemId === itemId;
      for (const row of [await lists.readRow('Actions', itemId), changed.find(isRow), all.find(isRow)]) {
        expect(row?.values).toMatchObject({ title: day, forecastDue: day, baselineDue: day });
        expect(row?.problems).toEqual([]);
      }
    }
  });

  test('stay the same however often they are written back as they were read', async () => {
    const itemId = await create({ title: 'Again', forecastDue: '2022-03-27' });
    for (let round = 0; round < 3; round += 1) {
      const row = await lists.readRow('Actions', itemId);
      await write({
        kind: 'update',
        list: 'Actions',
        itemId,
        etag: row?.etag ?? null,
        values: { forecastDue: row?.values.forecastDue ?? null },
      });
    }
    expect(await forecastOf(itemId)).toBe('2022-03-27');
  });

  test.each(['2022-07-01', '2022-12-31', '2022-10-30'])(
    'are read as people type them in SharePoint: %s',
    async (day) => {
      const itemId = await create({ title: 'By hand', forecastDue: '2022-05-05' });
      const midnight = Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString();
      await site.byHand.patch(`${site.items('Actions')}/${itemId}/fields`, { ForecastDue: midnight });
      expect(await forecastOf(itemId)).toBe(day);
    },
  );

  test('of month precision stay the last day of their month', async () => {
    for (const day of ['2022-03-31', '2022-10-31', '2024-02-29']) {
      const itemId = await create({ title: day, baselineDue: day, duePrecision: 'Month' });
      expect((await lists.readRow('Actions', itemId))?.values).toMatchObject({
        baselineDue: day,
        duePrecision: 'Month',
      });
    }
  });

  test('can be emptied', async () => {
    const itemId = await create({ title: 'Emptied', forecastDue: '2022-07-01' });
    await write({ kind: 'update', list: 'Actions', itemId, etag: null, values: { forecastDue: null } });
    expect(await forecastOf(itemId)).toBeNull();
  });

  test('are never shifted, whatever the day', async () => {
    const day = fc
      .integer({ min: 0, max: 30_000 })
      .map((days) => Temporal.PlainDate.from('1995-01-01').add({ days }).toString());
    const days = fc.sample(day, { numRuns: 60, seed: 20220110 });
    const outcomes = await lists.writeRows(
      days.map((forecastDue) => ({ kind: 'create', list: 'Actions', values: { title: 'Any', forecastDue } })),
    );
    const { changes } = await lists.readChanges('Actions', null);
    const read = outcomes.map((outcome) => {
      const itemId = outcome.status === 'written' ? outcome.itemId : null;
      return changes.find((row) => row.itemId === itemId)?.values?.forecastDue;
    });
    expect(read).toEqual(days);
  });
});

describe('a site that keeps another time zone than we were told', () => {
  test('is noticed in every day, and the days are right all the same', async () => {
    const site = await provisionSandboxSite(sandbox, '/sites/new-york-plan');
    const lists = await site.openLists('Europe/London');
    const [written] = await lists.writeRows([
      { kind: 'create', list: 'Actions', values: { title: 'Elsewhere', forecastDue: '2022-07-01' } },
    ]);
    const row = await lists.readRow('Actions', written?.status === 'written' ? written.itemId : 0);
    expect(row?.values.forecastDue).toBe('2022-07-01');
    expect(row?.problems).toMatchObject([
      {
        property: 'forecastDue',
        column: 'ForecastDue',
        shifted: true,
        mustBe: expect.stringContaining('Europe/London'),
      },
    ]);
  });
});
