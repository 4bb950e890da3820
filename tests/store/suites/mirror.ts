import { expect, test } from '@jest/globals';
import { LIST_NAMES } from '../../../plan/glossary.ts';
import {
  changeRow,
  countSeen,
  insertRow,
  lockRow,
  type MirrorRow,
  markDeleted,
  markUnseen,
  markUnseenDeleted,
  readAllRows,
  readIds,
  readKnownRows,
  readProblemRows,
  readRows,
  readSomeIds,
  recordWritten,
  replaceRows,
} from '../../../store/mirror.ts';
import { makeUpdate } from '../../helpers/make-plan.ts';
import type { Suite } from './suite.ts';

const row = (overrides: Partial<MirrorRow>): MirrorRow => ({
  key: '1',
  itemId: 1,
  etag: '"a,1"',
  row: { title: 'Schools', sortOrder: 1 },
  problems: [],
  ...overrides,
});
const keysOf = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key).toSorted();

export const mirrorSuite: Suite = (open) => {
  test('takes rows over whole, and again as they change', async () => {
    const { database } = open();
    const problems = [{ column: 'SortOrder', value: 'first' }];
    await replaceRows(database, 'p', 'Themes', [row({}), row({ key: '2', itemId: 2, problems })]);
    await replaceRows(database, 'p', 'Themes', [row({ etag: '"a,2"', row: { title: 'Schools, anew' } })]);
    expect((await readRows(database, 'p', 'Themes')).toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([
      row({ etag: '"a,2"', row: { title: 'Schools, anew' } }),
      row({ key: '2', itemId: 2, problems }),
    ]);
  });

  test('keeps every list, and each plan, to itself', async () => {
    const { database } = open();
    for (const [index, list] of LIST_NAMES.entries()) {
      await replaceRows(database, 'p', list, [row({ row: { title: list } })]);
      await replaceRows(database, 'q', list, [row({ itemId: 100 + index, row: { title: `q ${list}` } })]);
    }
    const all = await readAllRows(database, 'p');
    expect(all.map((one) => [one.list, one.row]).toSorted()).toEqual(
      LIST_NAMES.map((list) => [list, { title: list }]).toSorted(),
    );
    await markUnseen(database, 'p', 'Themes');
    await markUnseenDeleted(database, 'p', 'Themes');
    expect(await readRows(database, 'p', 'Themes')).toEqual([]);
    expect(await readRows(database, 'q', 'Themes')).toHaveLength(1);
  });

  test('marks what is gone, still names it for lookups, and takes it back when it is restored', async () => {
    const { database } = open();
    await replaceRows(database, 'p', 'Owners', [row({}), row({ key: '2', itemId: 2 })]);
    await markDeleted(database, 'p', 'Owners', [1]);
    expect(keysOf(await readRows(database, 'p', 'Owners'))).toEqual(['2']);
    expect(await lockRow(database, 'p', 'Owners', '1')).toBeNull();
    expect(keysOf(await readIds(database, 'p', 'Owners'))).toEqual(['1', '2']);
    await replaceRows(database, 'p', 'Owners', [row({ row: { title: 'Back' } })]);
    expect(keysOf(await readRows(database, 'p', 'Owners'))).toEqual(['1', '2']);
  });

  test('a full reading marks what was not in it, except rows that SharePoint has never had', async () => {
    const { database } = open();
    await replaceRows(database, 'p', 'Updates', [row({}), row({ key: '2', itemId: 2 })]);
    await insertRow(database, 'p', 'Updates', makeUpdate({ key: 'ours', itemId: null }));
    await markUnseen(database, 'p', 'Updates');
    expect(await countSeen(database, 'p', 'Updates')).toEqual({ seen: 0, unseen: 2 });
    // Not held meanwhile: it is taken over again even in the version that is known.
    expect((await readKnownRows(database, 'p', 'Updates', [2])).get(2)?.isHeld).toBe(false);
    await replaceRows(database, 'p', 'Updates', [row({ key: '2', itemId: 2 })]);
    expect((await readKnownRows(database, 'p', 'Updates', [2])).get(2)?.isHeld).toBe(true);
    expect(await countSeen(database, 'p', 'Updates')).toEqual({ seen: 1, unseen: 1 });
    await markUnseenDeleted(database, 'p', 'Updates');
    expect(keysOf(await readRows(database, 'p', 'Updates'))).toEqual(['2', 'ours']);
    expect(await countSeen(database, 'p', 'Updates')).toEqual({ seen: 1, unseen: 0 });
  });

  test('finds the ids of some rows by item or by key, deleted ones too', async () => {
    const { database } = open();
    await replaceRows(database, 'p', 'Owners', [
      row({}),
      row({ key: '2', itemId: 2 }),
      row({ key: '3', itemId: 3 }),
    ]);
    await replaceRows(database, 'q', 'Owners', [row({})]);
    await markDeleted(database, 'p', 'Owners', [1]);
    const found = await readSomeIds(database, 'p', 'Owners', { itemIds: [1, 9], keys: ['3', 'x'] });
    expect(found.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([
      { key: '1', itemId: 1, etag: '"a,1"' },
      { key: '3', itemId: 3, etag: '"a,1"' },
    ]);
    expect(await readSomeIds(database, 'p', 'Owners', {})).toEqual([]);
  });

  test('finds rows of any list of which something could not be read', async () => {
    const { database } = open();
    const problems = [{ column: 'SortOrder' }];
    await replaceRows(database, 'p', 'Themes', [row({}), row({ key: '2', itemId: 2, problems })]);
    await replaceRows(database, 'p', 'Sign-offs', [
      row({ problems }),
      row({ key: '2', itemId: 2, problems }),
    ]);
    await markDeleted(database, 'p', 'Sign-offs', [2]);
    expect(await readProblemRows(database, 'p')).toEqual([
      { list: 'Themes', key: '2', row: row({}).row, problems },
      { list: 'Sign-offs', key: '1', row: row({}).row, problems },
    ]);
  });

  test('adds a row of our own once', async () => {
    const { database } = open();
    const update = makeUpdate({ key: 'ours', itemId: null, note: 'First' });
    expect(await insertRow(database, 'p', 'Updates', update)).toBe(true);
    expect(await insertRow(database, 'p', 'Updates', { ...update, note: 'Second' })).toBe(false);
    const { key, itemId, ...values } = update;
    expect(await readRows(database, 'p', 'Updates')).toEqual([
      { key, itemId, etag: null, row: values, problems: [] },
    ]);
  });

  test('changes the values that are named and leaves the others', async () => {
    const { database } = open();
    await replaceRows(database, 'p', 'Actions', [
      row({ row: { stage: 'In progress', blocker: 'IT', owner: '4' } }),
    ]);
    await changeRow(database, 'p', 'Actions', '1', { stage: 'Complete', blocker: null });
    expect((await lockRow(database, 'p', 'Actions', '1'))?.row).toEqual({
      stage: 'Complete',
      blocker: null,
      owner: '4',
    });
  });

  test('notes where SharePoint keeps a row, and refuses two rows on one item', async () => {
    const { database } = open();
    await insertRow(database, 'p', 'Updates', makeUpdate({ key: 'a', itemId: null }));
    await insertRow(database, 'p', 'Updates', makeUpdate({ key: 'b', itemId: null }));
    await recordWritten(database, 'p', 'Updates', [{ key: 'a', itemId: 7, etag: '"x,1"' }]);
    expect((await readIds(database, 'p', 'Updates')).find(({ key }) => key === 'a')).toEqual({
      key: 'a',
      itemId: 7,
      etag: '"x,1"',
    });
    await expect(
      recordWritten(database, 'p', 'Updates', [{ key: 'b', itemId: 7, etag: null }]),
    ).rejects.toMatchObject({
      code: '23505',
    });
  });

  test('a row that stood there under its item id gives way to the one of ours that it is', async () => {
    const { database } = open();
    await replaceRows(database, 'p', 'Meetings', [
      row({ key: '7', itemId: 7 }),
      row({ key: '8', itemId: 8 }),
    ]);
    await replaceRows(database, 'p', 'Meetings', [row({ key: 'ours', itemId: null })]);
    await recordWritten(database, 'p', 'Meetings', [{ key: 'ours', itemId: 7, etag: '"x,1"' }]);
    await recordWritten(database, 'p', 'Meetings', [{ key: '8', itemId: 8, etag: '"x,2"' }]);
    expect(keysOf(await readRows(database, 'p', 'Meetings'))).toEqual(['8', 'ours']);
  });

  test('a locked row waits for the other transaction and then shows what it left', async () => {
    const { database, other } = open();
    await replaceRows(database, 'p', 'Actions', [row({ row: { stage: 'In progress' } })]);
    const order: string[] = [];
    const locked = Promise.withResolvers<void>();
    const first = database.transaction(async (tx) => {
      await lockRow(tx, 'p', 'Actions', '1');
      locked.resolve();
      await changeRow(tx, 'p', 'Actions', '1', { stage: 'Complete' });
      await tx.query('SELECT pg_sleep(0.05)');
      order.push('first');
    });
    await locked.promise;
    const seen = await other.transaction(async (tx) => {
      const found = await lockRow(tx, 'p', 'Actions', '1');
      order.push('second');
      return found;
    });
    await first;
    expect(order).toEqual(['first', 'second']);
    expect(seen?.row).toEqual({ stage: 'Complete' });
  });
};
