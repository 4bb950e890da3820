import { expect, test } from '@jest/globals';
import { markDeleted, readRows, replaceRows } from '../../../store/mirror.ts';
import { readWaiting } from '../../../store/outbox.ts';
import { appendUpdates, readLastUpdates } from '../../../store/updates.ts';
import { makeUpdate } from '../../helpers/make-plan.ts';
import type { Suite } from './suite.ts';

const update = (key: string, overrides: Parameters<typeof makeUpdate>[0] = {}) =>
  makeUpdate({ key, itemId: null, ...overrides });

export const updatesSuite: Suite = (open) => {
  test('appends updates and queues each once, whatever is appended again', async () => {
    const { database } = open();
    await appendUpdates(database, 'p', []);
    await appendUpdates(database, 'p', [update('a'), update('b', { note: 'B' })]);
    await appendUpdates(database, 'p', [update('b', { note: 'Again' }), update('c')]);
    await appendUpdates(database, 'q', [update('a')]);
    const rows = await readRows(database, 'p', 'Updates');
    expect(rows.map(({ key, row }) => [key, row.note])).toEqual([
      ['a', null],
      ['b', 'B'],
      ['c', null],
    ]);
    expect(await readWaiting(database, 'p', 10)).toMatchObject(
      ['a', 'b', 'c'].map((key) => ({ list: 'Updates', key, kind: 'create', base: {}, saidAt: null })),
    );
    expect((await readWaiting(database, 'p', 10))[0]?.changes).toEqual(rows[0]?.row);
  });

  test('finds the last update of each item: by moment, then by what came to SharePoint last', async () => {
    const { database } = open();
    await appendUpdates(database, 'p', [
      update('early', { itemKey: '3', at: '2022-01-10T10:00:00Z' }),
      update('late', { itemKey: '3', at: '2022-01-10T10:00:00.5Z' }),
      update('dateless', { itemKey: '3', at: null }),
      update('of an action', { itemKey: '3', itemList: 'Actions', at: '2022-02-10T10:00:00Z' }),
      update('first', { itemKey: '4' }),
      update('second', { itemKey: '4' }),
      update('of another', { itemKey: '5' }),
    ]);
    const lasts = await readLastUpdates(database, 'p', 'Recommendations', ['3', '4', '6']);
    expect([...lasts.keys()].toSorted()).toEqual(['3', '4']);
    expect(lasts.get('3')).toEqual(update('late', { itemKey: '3', at: '2022-01-10T10:00:00.5Z' }));
    const written = (key: string, itemId: number) => {
      const { key: _key, itemId: _itemId, ...row } = update(key, { itemKey: '4' });
      return { key, itemId, etag: null, row, problems: [] };
    };
    await replaceRows(database, 'p', 'Updates', [written('first', 8), written('second', 7)]);
    expect((await readLastUpdates(database, 'p', 'Recommendations', ['4'])).get('4')?.key).toBe('first');
    await markDeleted(database, 'p', 'Updates', [8]);
    expect((await readLastUpdates(database, 'p', 'Recommendations', ['4'])).get('4')?.key).toBe('second');
    expect(await readLastUpdates(database, 'q', 'Recommendations', ['4'])).toEqual(new Map());
  });
};
