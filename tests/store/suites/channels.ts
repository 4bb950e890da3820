import { expect, test } from '@jest/globals';
import { readTakenChannels, settleChannels } from '../../../store/channels.ts';
import type { Queryable } from '../../../store/database.ts';
import { loadPlan } from '../../../store/load-plan.ts';
import { replaceRows } from '../../../store/mirror.ts';
import { leaveOutOthers, savePlanSite } from '../../../store/plan-sites.ts';
import { readPlanVersion } from '../../../store/plan-versions.ts';
import { makeGroup } from '../../helpers/make-plan.ts';
import type { Suite } from './suite.ts';

async function enter(db: Queryable, planId: string, channels: Readonly<Record<string, string | null>>) {
  await savePlanSite(db, {
    planId,
    name: planId,
    sitePath: `host:/sites/${planId}`,
    siteId: planId,
    siteUrl: '',
  });
  const rows = Object.entries(channels).map(([key, channelId], index) => {
    const { key: _key, itemId: _itemId, ...row } = makeGroup({ title: `Group ${key}`, channelId });
    return { key, itemId: index + 1, etag: null, row, problems: [] };
  });
  await replaceRows(db, planId, 'Groups', rows);
}

export const channelsSuite: Suite = (open) => {
  const channelsOf = async (planId: string) =>
    Object.fromEntries(
      (await loadPlan(open().database, planId))?.groups.map(({ key, channelId }) => [key, channelId]) ?? [],
    );

  test('a channel belongs to the plan that entered it first, whatever the plans are called', async () => {
    const { database } = open();
    await enter(database, 'z', { data: 'channel-1', finance: 'channel-2' });
    await settleChannels(database);
    await enter(database, 'a', { data: 'channel-1', routes: 'channel-3' });
    await settleChannels(database);
    expect(await channelsOf('z')).toEqual({ data: 'channel-1', finance: 'channel-2' });
    expect(await channelsOf('a')).toEqual({ data: null, routes: 'channel-3' });
    expect(await readTakenChannels(database, 'z')).toEqual([]);
    expect(await readTakenChannels(database, 'a')).toEqual([
      { groupKey: 'data', groupTitle: 'Group data', channelId: 'channel-1' },
    ]);
  });

  test('a channel that its plan gives up goes to the other, which is read again', async () => {
    const { database } = open();
    await enter(database, 'z', { data: 'channel-1' });
    await enter(database, 'a', {});
    await settleChannels(database);
    await enter(database, 'a', { data: 'channel-1' });
    await settleChannels(database);
    const version = await readPlanVersion(database, 'a');
    await enter(database, 'z', { data: null });
    await settleChannels(database);
    expect(await channelsOf('a')).toEqual({ data: 'channel-1' });
    expect(await readPlanVersion(database, 'a')).not.toBe(version);
  });

  test('a plan that is left out holds no channel, and none is taken back from the other when it is named again', async () => {
    const { database } = open();
    await enter(database, 'z', { data: 'channel-1' });
    await settleChannels(database);
    await enter(database, 'a', { data: 'channel-1' });
    await leaveOutOthers(database, ['a']);
    await settleChannels(database);
    expect(await channelsOf('a')).toEqual({ data: 'channel-1' });
    expect(await readTakenChannels(database, 'a')).toEqual([]);
    await enter(database, 'z', { data: 'channel-1' });
    await settleChannels(database);
    expect([await channelsOf('z'), await channelsOf('a')]).toEqual([{ data: null }, { data: 'channel-1' }]);
  });

  test('settled again, nothing changes', async () => {
    const { database } = open();
    await enter(database, 'a', { data: 'channel-1' });
    await enter(database, 'b', { data: 'channel-1' });
    await settleChannels(database);
    const versions = [await readPlanVersion(database, 'a'), await readPlanVersion(database, 'b')];
    await settleChannels(database);
    expect([await readPlanVersion(database, 'a'), await readPlanVersion(database, 'b')]).toEqual(versions);
  });

  test('two processes at once come to the same', async () => {
    const { database, other } = open();
    await enter(database, 'a', { data: 'channel-1' });
    await enter(database, 'b', { data: 'channel-1' });
    await Promise.all([settleChannels(database), settleChannels(other)]);
    expect([await channelsOf('a'), await channelsOf('b')]).toEqual([{ data: 'channel-1' }, { data: null }]);
  });
};
