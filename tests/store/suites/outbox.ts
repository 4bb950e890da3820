import { expect, test } from '@jest/globals';
import type { Queryable } from '../../../store/database.ts';
import {
  addDead,
  countDead,
  giveUp,
  lockDead,
  readDead,
  readSaidSince,
  revive,
} from '../../../store/dead-writes.ts';
import {
  countUnwritten,
  markWritten,
  nextWriteInMs,
  postpone,
  pruneWritten,
  queueWrite,
  readHeldRows,
  readWaiting,
  readWaitingChanges,
  readWaitingOfRow,
  rewriteEntries,
} from '../../../store/outbox.ts';
import { readUnwrittenAnswers } from '../../../store/unwritten-answers.ts';
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
const refuse = (db: Queryable, key: string, changes: Readonly<Record<string, unknown>>) =>
  addDead(db, 'p', {
    list: 'Actions',
    key,
    kind: 'update',
    changes,
    base: { stage: null },
    saidAt: '2022-01-10T09:00:00Z',
    saidBy: 'owner',
    error: 'invalidRequest',
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
      saidAt: null,
      saidBy: null,
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

  test('who decided a write and when is kept, to the millisecond', async () => {
    const { database } = open();
    const said = { saidAt: '2022-01-10T09:00:00.250Z', saidBy: 'owner' };
    await queueWrite(database, 'p', { list: 'Actions', key: 'a', kind: 'update', changes: {}, ...said });
    expect(await readWaiting(database, 'p', 1)).toMatchObject([said]);
  });

  test('what was written waits no more; what was refused is counted, named, and its own plan’s', async () => {
    const { database } = open();
    await queue(database, 'a', 'one');
    await queue(database, 'a', 'two');
    await markWritten(database, [1]);
    await refuse(database, 'b', { stage: 'Gone from the column' });
    expect(await waitingNotes(database)).toEqual(['a two']);
    expect(await countUnwritten(database, 'p')).toEqual({ waiting: 1, dead: 1 });
    expect(await countUnwritten(database, 'p', { list: 'Actions', key: 'a' })).toEqual({
      waiting: 1,
      dead: 0,
    });
    expect(await countUnwritten(database, 'q')).toEqual({ waiting: 0, dead: 0 });
    expect(await readDead(database, 'p', 10)).toEqual([
      {
        id: 3,
        list: 'Actions',
        key: 'b',
        kind: 'update',
        changes: { stage: 'Gone from the column' },
        base: { stage: null },
        saidAt: '2022-01-10T09:00:00.000Z',
        saidBy: 'owner',
        madeAt: '2022-01-10T09:00:00.000Z',
        error: 'invalidRequest',
        meetingKey: null,
      },
    ]);
    expect(await readDead(database, 'q', 10)).toEqual([]);
    expect(await countDead(database, 'p')).toEqual([{ list: 'Actions', count: 1 }]);
    expect(await countDead(database, 'q')).toEqual([]);
    expect(await lockDead(database, 'q', 3)).toBeNull();
    expect(await lockDead(database, 'p', 2)).toBeNull();
    expect(await lockDead(database, 'p', 3)).toMatchObject({ key: 'b' });
  });

  test('what was refused can wait again as a decision of now, or be given up', async () => {
    const { database } = open();
    await refuse(database, 'a', { stage: 'Complete' });
    await refuse(database, 'b', { stage: 'Complete' });
    const saidAt = '2022-01-12T10:00:00.000Z';
    await revive(database, 1, { changes: { stage: 'Complete' }, base: { stage: 'Not started' }, saidAt });
    await giveUp(database, [2]);
    expect(await readWaiting(database, 'p', 10)).toMatchObject([
      { key: 'a', base: { stage: 'Not started' }, saidAt, saidBy: 'owner', attempts: 0 },
    ]);
    expect(await countUnwritten(database, 'p')).toEqual({ waiting: 1, dead: 0 });
  });

  test('an answer of which something is refused is counted apart, for its check-in and its plan', async () => {
    const { database } = open();
    const change = { list: 'Actions', key: 'a', kind: 'update', changes: { stage: 'Complete' } } as const;
    await queueWrite(database, 'p', change);
    await database.query("UPDATE outbox SET answer_key = 'answer', meeting_key = 'send@2022-01-10'");
    const counts = (meetingKey: string | null, planId = 'p') =>
      readUnwrittenAnswers(database, planId, meetingKey);
    const said = { saidAt: null, saidBy: null, base: {}, error: 'invalidRequest' };
    expect(await counts('send@2022-01-10')).toMatchObject({ waitingCount: 1, refusedCount: 0 });
    await addDead(database, 'p', { ...change, ...said, saidIn: 1 });
    await addDead(database, 'p', { ...change, ...said, saidIn: 1 });
    await addDead(database, 'p', { ...change, ...said });
    await markWritten(database, [1]);
    expect(await readDead(database, 'p', 10)).toMatchObject([
      { meetingKey: 'send@2022-01-10' },
      { meetingKey: 'send@2022-01-10' },
      { meetingKey: null },
    ]);
    const refused = { waitingCount: 0, refusedCount: 1 };
    expect(await counts('send@2022-01-10')).toMatchObject(refused);
    expect(await counts(null)).toMatchObject(refused);
    expect(await counts('send@2022-01-24')).toMatchObject({ refusedCount: 0 });
    expect(await counts('send@2022-01-10', 'q')).toMatchObject({ refusedCount: 0 });
    await giveUp(database, [2, 3]);
    expect(await counts('send@2022-01-10')).toMatchObject(refused);
  });

  test('what was said of a row after a refused write, also while that was being refused', async () => {
    const { database } = open();
    const later = { list: 'Actions', key: 'a', kind: 'update', saidBy: 'owner' } as const;
    await queueWrite(database, 'p', { ...later, changes: { stage: 'x' }, saidAt: '2022-01-09T09:00:00Z' });
    await queueWrite(database, 'p', { ...later, changes: { blocker: 'x' }, saidAt: '2022-01-10T09:05:00Z' });
    await refuse(database, 'a', { stage: 'Complete', blocker: 'y', confidence: 'Red' });
    await queueWrite(database, 'p', { ...later, changes: { confidence: 'x' } });
    await queueWrite(database, 'p', { ...later, key: 'b', changes: { stage: 'x' } });
    const dead = await lockDead(database, 'p', 3);
    if (dead === null) throw new Error('nothing was refused');
    expect((await readSaidSince(database, 'p', dead)).toSorted()).toEqual(['blocker', 'confidence']);
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
    await markWritten(database, [1, 2]);
    expect(await nextWriteInMs(database)).toBeNull();
  });

  test('a write is narrowed to what is ours to say; what is left of nothing is done', async () => {
    const { database } = open();
    await queue(database, 'a', 'one');
    await queue(database, 'a', 'two');
    await postpone(database, [1, 2], { delayMs: 60_000, error: 'conflict' });
    await rewriteEntries(database, [
      { id: 1, changes: { stage: 'Complete' }, base: { stage: 'In progress' } },
      { id: 2, changes: {}, base: {} },
    ]);
    expect(await readWaiting(database, 'p', 10)).toMatchObject([
      { changes: { stage: 'Complete' }, base: { stage: 'In progress' }, attempts: 2 },
    ]);
    expect(await countUnwritten(database, 'p')).toEqual({ waiting: 1, dead: 0 });
  });

  test('what is held back for want of a column holds up nothing, and is laid over what is read', async () => {
    const { database } = open();
    await queue(database, 'a', 'one');
    await queue(database, 'a', 'two');
    await rewriteEntries(database, [{ id: 1, changes: { blocker: 'x' }, base: {}, state: 'held' }]);
    expect(await waitingNotes(database)).toEqual(['a two']);
    expect(await readHeldRows(database, 'p')).toEqual([
      { list: 'Actions', key: 'a', properties: ['blocker'] },
    ]);
    expect((await readWaitingChanges(database, 'p', 'Actions')).map(({ id }) => id)).toEqual([1, 2]);
    expect((await readWaitingOfRow(database, 'p', 'Actions', 'a')).map(({ id }) => id)).toEqual([1, 2]);
    expect(await countUnwritten(database, 'p')).toEqual({ waiting: 2, dead: 0 });
  });

  test('forgets what was written or given up a week ago, and nothing that waits or was refused', async () => {
    const { database } = open();
    for (const note of ['old', 'given up', 'new', 'waiting']) await queue(database, note, note);
    await markWritten(database, [1, 3]);
    await giveUp(database, [2]);
    await refuse(database, 'refused', { stage: 'x' });
    await database.query(
      `UPDATE outbox SET made_at = made_at - interval '8 days', written_at = written_at - interval '8 days'
       WHERE id <> 3`,
    );
    await pruneWritten(database);
    expect(await database.query('SELECT key FROM outbox ORDER BY id')).toEqual([
      { key: 'new' },
      { key: 'waiting' },
      { key: 'refused' },
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
