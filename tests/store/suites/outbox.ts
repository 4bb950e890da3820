import { expect, test } from '@jest/globals';
import type { Queryable } from '../../../store/database.ts';
import {
  countUnwritten,
  markDead,
  markWritten,
  nextWriteInMs,
  postpone,
  pruneWritten,
  queueWrite,
  readWaiting,
  readWaitingChanges,
  recordConflicts,
  rewriteWaiting,
} from '../../../store/outbox.ts';
import { letTimePass } from '../databases.ts';
import type { Suite } from './suite.ts';

const queue = (db: Queryable, key: string, note: string, planId = 'p') =>
  queueWrite(db, planId, {
    list: 'Actions',
    key,
    kind: 'update',
    changes: { latestNote: note },
    base: { latestNote: null },
  });
const waitingNotes = async (db: Queryable, limit = 100) =>
  (await readWaiting(db, 'p', limit)).map(({ key, changes }) => `${key} ${changes.latestNote}`);

export const outboxSuite: Suite = (open) => {
  test('answers what waits in the order it was made, as much as is asked for, of one plan', async () => {
    const { database } = open();
    await queue(database, 'a', 'one');
    await queue(database, 'b', 'two');
    await queue(database, 'a', 'three');
    await queue(database, 'a', 'of another plan', 'q');
    expect(await waitingNotes(database)).toEqual(['a one', 'b two', 'a three']);
    expect(await waitingNotes(database, 2)).toEqual(['a one', 'b two']);
    expect((await readWaiting(database, 'p', 1))[0]).toEqual({
      id: 1,
      list: 'Actions',
      key: 'a',
      kind: 'update',
      changes: { latestNote: 'one' },
      base: { latestNote: null },
      attempts: 0,
    });
  });

  test('a write that was put off holds back the later ones of its row, and no others', async () => {
    const { database } = open();
    await queue(database, 'a', 'one');
    await queue(database, 'b', 'two');
    await queue(database, 'a', 'three');
    await postpone(database, [1], { delayMs: 60_000, error: 'throttled' });
    expect(await waitingNotes(database)).toEqual(['b two']);
    await letTimePass(database, { seconds: 61 });
    expect(await waitingNotes(database)).toEqual(['a one', 'b two', 'a three']);
    expect((await readWaiting(database, 'p', 1))[0]).toMatchObject({ attempts: 1 });
  });

  test('what was written or given up waits no more, and what was given up is still counted', async () => {
    const { database } = open();
    await queue(database, 'a', 'one');
    await queue(database, 'a', 'two');
    await queue(database, 'b', 'three');
    await markWritten(database, [1]);
    await markDead(database, [3], 'gone');
    expect(await waitingNotes(database)).toEqual(['a two']);
    expect(await countUnwritten(database, 'p')).toEqual({ waiting: 1, dead: 1 });
    expect(await countUnwritten(database, 'p', { list: 'Actions', key: 'a' })).toEqual({
      waiting: 1,
      dead: 0,
    });
    expect(await countUnwritten(database, 'q')).toEqual({ waiting: 0, dead: 0 });
    const [dead] = await database.query(
      'SELECT state, last_error AS error, changes FROM outbox WHERE id = 3',
    );
    expect(dead).toEqual({ state: 'dead', error: 'gone', changes: { latestNote: 'three' } });
  });

  test('what still waits for a list lies over what is read of it, also while it is put off', async () => {
    const { database } = open();
    await queue(database, 'a', 'one');
    await queue(database, 'a', 'two');
    await postpone(database, [1], { delayMs: 60_000, error: 'throttled' });
    await markWritten(database, [2]);
    await queue(database, 'b', 'three');
    expect(await readWaitingChanges(database, 'p', 'Actions')).toEqual([
      { id: 1, key: 'a', changes: { latestNote: 'one' } },
      { id: 3, key: 'b', changes: { latestNote: 'three' } },
    ]);
    expect(await readWaitingChanges(database, 'p', 'Updates')).toEqual([]);
  });

  test('says when the next write may be tried: now, later, never', async () => {
    const { database } = open();
    expect(await nextWriteInMs(database)).toBeNull();
    await queue(database, 'a', 'one');
    await postpone(database, [1], { delayMs: 60_000, error: 'throttled' });
    const ms = await nextWriteInMs(database);
    expect(ms).toBeGreaterThan(30_000);
    expect(ms).toBeLessThanOrEqual(60_000);
    await queue(database, 'b', 'two');
    expect(await nextWriteInMs(database)).toBe(0);
    await markDead(database, [1, 2], 'gone');
    expect(await nextWriteInMs(database)).toBeNull();
  });

  test('a write is narrowed to what is ours to say, and keeps whose edit was kept', async () => {
    const { database } = open();
    await queue(database, 'a', 'one');
    await rewriteWaiting(database, 1, { changes: { stage: 'Complete' }, base: { stage: 'In progress' } });
    await recordConflicts(database, [1], ['latestNote']);
    await recordConflicts(database, [1], ['blocker']);
    expect((await readWaiting(database, 'p', 10))[0]).toMatchObject({
      changes: { stage: 'Complete' },
      base: { stage: 'In progress' },
      attempts: 1,
    });
    const [entry] = await database.query('SELECT conflicts FROM outbox WHERE id = 1');
    expect(entry).toEqual({ conflicts: ['latestNote', 'blocker'] });
  });

  test('forgets what was written a week ago, and nothing that waits or was given up', async () => {
    const { database } = open();
    for (const note of ['old', 'given up', 'new', 'waiting']) await queue(database, note, note);
    await markWritten(database, [1, 3]);
    await markDead(database, [2], 'gone');
    await database.query(
      `UPDATE outbox SET made_at = made_at - interval '8 days', written_at = written_at - interval '8 days'
       WHERE id <> 3`,
    );
    await pruneWritten(database);
    expect(await database.query('SELECT key FROM outbox ORDER BY id')).toEqual([
      { key: 'given up' },
      { key: 'new' },
      { key: 'waiting' },
    ]);
  });

  test('is rolled back with the change it belongs to', async () => {
    const { database } = open();
    const failing = database.transaction(async (tx) => {
      await queue(tx, 'a', 'one');
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect(await waitingNotes(database)).toEqual([]);
  });
};
