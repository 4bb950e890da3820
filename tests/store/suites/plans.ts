import { expect, test } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../../plan/plan.ts';
import { loadPlan } from '../../../store/load-plan.ts';
import { markDeleted, replaceRows } from '../../../store/mirror.ts';
import { findPlanSite, listPlanSites, savePlanSite } from '../../../store/plan-sites.ts';
import { raisePlanVersion, readPlanVersion } from '../../../store/plan-versions.ts';
import {
  NOT_READ,
  readHeldLists,
  readSyncStates,
  saveRead,
  saveSyncState,
} from '../../../store/sync-state.ts';
import type { Suite } from './suite.ts';

const SITE = {
  planId: 'alp',
  name: 'ALP',
  sitePath: 'example.sharepoint.com:/sites/alp',
  siteId: 'site-1',
  siteUrl: 'https://example.sharepoint.com/sites/alp',
};

export const plansSuite: Suite = (open) => {
  test('a plan that comes again takes its new name and address, and keeps settings and version', async () => {
    const { database } = open();
    await savePlanSite(database, SITE);
    await database.query(
      `UPDATE plan_site SET settings = '{"timeZone": "UTC"}', closures = '["2022-02-14"]'`,
    );
    await raisePlanVersion(database, 'alp');
    await savePlanSite(database, { ...SITE, name: 'ALP plan', siteId: 'site-2' });
    expect(await listPlanSites(database)).toEqual([
      {
        ...SITE,
        name: 'ALP plan',
        siteId: 'site-2',
        settings: { timeZone: 'UTC' },
        closures: ['2022-02-14'],
      },
    ]);
    expect(await readPlanVersion(database, 'alp')).toBe(2);
    expect(await findPlanSite(database, 'other')).toBeNull();
  });

  test('the version grows by one with each change, also with several at once', async () => {
    const { database, other } = open();
    await savePlanSite(database, SITE);
    const versions = await Promise.all(
      [database, other, database, other].map((db) => raisePlanVersion(db, 'alp')),
    );
    expect(versions.toSorted()).toEqual([2, 3, 4, 5]);
    expect(await readPlanVersion(other, 'alp')).toBe(5);
    expect(await readPlanVersion(database, 'other')).toBeNull();
  });

  test('loads a plan: in the order people expect, with defaults under its settings, without what is gone', async () => {
    const { database } = open();
    await savePlanSite(database, SITE);
    await database.query(`UPDATE plan_site SET settings = '{"timeZone": "UTC"}'`);
    const put = (list: Parameters<typeof replaceRows>[2], rows: readonly Record<string, unknown>[]) =>
      replaceRows(
        database,
        'alp',
        list,
        rows.map((row, index) => ({
          key: String(index + 1),
          itemId: index + 1,
          etag: null,
          row,
          problems: [],
        })),
      );
    await put('Recommendations', [{ number: 12 }, { number: 2 }, { number: null }, { number: 5 }]);
    await put('Meetings', [{ startsAt: '2022-02-07T10:00:00Z' }, { startsAt: '2022-01-24T10:00:00Z' }]);
    await put('Updates', [{ at: '2022-02-07T10:00:00Z' }, { at: '2022-01-24T10:00:00Z' }]);
    await put('Themes', [{ sortOrder: 2 }, { sortOrder: 1 }]);
    await put('Priorities', [{ rank: 1 }]);
    await put('Plan settings', [
      { title: 'Tolerance in days', value: '7' },
      { title: 'Plan name', value: 'ALP improvement' },
    ]);
    await markDeleted(database, 'alp', 'Recommendations', [4]);

    const plan = await loadPlan(database, 'alp');
    expect(plan).toMatchObject({
      id: 'alp',
      name: 'ALP improvement',
      siteUrl: SITE.siteUrl,
      settings: { ...DEFAULT_SETTINGS, timeZone: 'UTC', toleranceDays: 7, planName: 'ALP improvement' },
      recommendations: [
        { number: 2, key: '2', itemId: 2 },
        { number: 12, key: '1', itemId: 1 },
        { number: null, key: '3' },
      ],
      meetings: [{ key: '2' }, { key: '1' }],
      updates: [{ key: '2' }, { key: '1' }],
      themes: [{ key: '2' }, { key: '1' }],
      groups: [],
    });
    expect(plan?.recommendations).toHaveLength(3);
    expect(await loadPlan(database, 'other')).toBeNull();
  });

  test('remembers how far each list was read, and what stands in the way', async () => {
    const { database } = open();
    const columns = { stage: 'id-1', owner: null };
    await saveSyncState(database, 'alp', { list: 'Groups', deltaLink: 'https://a', listId: 'l', columns });
    await saveSyncState(database, 'alp', { list: 'Owners', problem: 'NO_ACCESS', isFull: true });
    await saveSyncState(database, 'alp', {
      list: 'Groups',
      againAt: '2022-01-10T10:00:00Z',
      doubt: 'LIST_EMPTIED',
    });
    await saveRead(
      database,
      'alp',
      [
        { list: 'Groups', deltaLink: 'https://b' },
        { list: 'Themes', deltaLink: 'https://c' },
      ],
      '2022-01-10T09:00:00Z',
    );
    expect((await readSyncStates(database, 'alp')).toSorted((a, b) => a.list.localeCompare(b.list))).toEqual([
      {
        ...NOT_READ,
        list: 'Groups',
        deltaLink: 'https://b',
        listId: 'l',
        columns,
        againAt: '2022-01-10T10:00:00Z',
        doubt: 'LIST_EMPTIED',
        readAt: '2022-01-10T09:00:00Z',
      },
      { ...NOT_READ, list: 'Owners', problem: 'NO_ACCESS', isFull: true },
      { ...NOT_READ, list: 'Themes', deltaLink: 'https://c', readAt: '2022-01-10T09:00:00Z' },
    ]);
    await saveSyncState(database, 'alp', { list: 'Groups', againAt: null, doubt: null });
    expect(await readHeldLists(database, 'alp')).toEqual(new Set());
    await saveSyncState(database, 'alp', { list: 'Owners', doubt: 'LIST_REPLACED' });
    expect(await readHeldLists(database, 'alp')).toEqual(new Set(['Owners']));
    expect(await readHeldLists(database, 'other')).toEqual(new Set());
    expect(await readSyncStates(database, 'other')).toEqual([]);
  });
};
