import { expect, test } from '@jest/globals';
import { saidKey } from '../../../plan/import/decide.ts';
import {
  addDraft,
  chooseForDraft,
  confirmDraft,
  dropOldDrafts,
  findDraftIn,
  findDraftOf,
  forgetDraft,
  noteTry,
  readConfirmed,
  settleDraft,
} from '../../../store/import-drafts.ts';
import { readSaid, saveSaid } from '../../../store/import-rows.ts';
import type { Suite } from './suite.ts';

const SENDER = 'sender';
const DOCUMENT = { document: { tables: [], prose: [], isSpreadsheet: true }, doubts: ['“a”'] };
const DRAFT = {
  importKey: 'k',
  planId: null,
  entraObjectId: SENDER,
  fileName: 'plan.xlsx',
  document: DOCUMENT,
};
const RESULT = { lists: [], failure: null };

export const importDraftsSuite: Suite = (open) => {
  test('a file is its sender’s, goes to the plan that is chosen, and is confirmed once', async () => {
    const { database, other } = open();
    await addDraft(database, DRAFT, '2022-01-10T09:00:00Z');
    expect(await findDraftOf(database, { importKey: 'k', entraObjectId: 'somebody' })).toBeNull();
    expect(await confirmDraft(database, { planId: 'p', importKey: 'k' })).toBe(false);
    await chooseForDraft(database, { planId: 'p', importKey: 'k', columns: { Budget: null } });
    const confirmed = await Promise.all(
      [database, other, other].map((db) => confirmDraft(db, { planId: 'p', importKey: 'k' })),
    );
    expect(confirmed.toSorted()).toEqual([false, false, true]);
    await chooseForDraft(database, { planId: 'q', importKey: 'k', columns: {} });
    expect(await readConfirmed(database, 'q')).toEqual([]);
    expect(await readConfirmed(database, 'p')).toEqual([
      { ...DRAFT, planId: 'p', columns: { Budget: null }, state: 'confirmed', attempts: 0, result: null },
    ]);
    expect(await forgetDraft(database, { importKey: 'k', entraObjectId: SENDER })).toBe(false);
  });

  test('what was read of a file is forgotten when it is done; its outcome stays', async () => {
    const { database } = open();
    await addDraft(database, { ...DRAFT, planId: 'p' }, '2022-01-10T09:00:00Z');
    await confirmDraft(database, { planId: 'p', importKey: 'k' });
    await noteTry(database, { planId: 'p', importKey: 'k', result: { lists: [], failure: 'busy' } });
    expect(await readConfirmed(database, 'p')).toMatchObject([{ attempts: 1, result: { failure: 'busy' } }]);
    await settleDraft(database, { planId: 'p', importKey: 'k', result: RESULT });
    expect(await readConfirmed(database, 'p')).toEqual([]);
    expect(await findDraftIn(database, { planId: 'q', importKey: 'k' })).toBeNull();
    expect(await findDraftIn(database, { planId: 'p', importKey: 'k' })).toMatchObject({
      state: 'done',
      document: null,
      result: RESULT,
    });
  });

  test('what is old is forgotten, but not what waits to be imported', async () => {
    const { database } = open();
    for (const importKey of ['shown', 'confirmed', 'done', 'new'])
      await addDraft(
        database,
        { ...DRAFT, importKey, planId: 'p' },
        importKey === 'new' ? '2022-01-10T10:00:00Z' : '2022-01-09T09:00:00Z',
      );
    for (const importKey of ['confirmed', 'done']) await confirmDraft(database, { planId: 'p', importKey });
    await settleDraft(database, { planId: 'p', importKey: 'done', result: RESULT });
    const keys = async () =>
      (await database.query<{ key: string }>('SELECT import_key AS key FROM import_draft ORDER BY 1')).map(
        ({ key }) => key,
      );
    await dropOldDrafts(database, { shown: '2022-01-10T09:00:00Z', done: '2022-01-01T00:00:00Z' });
    expect(await keys()).toEqual(['confirmed', 'done', 'new']);
    await dropOldDrafts(database, { shown: '2022-01-10T09:00:00Z', done: '2022-01-10T09:00:00Z' });
    expect(await keys()).toEqual(['confirmed', 'new']);
  });

  test('what files said of rows is kept value by value, plan by plan', async () => {
    const { database } = open();
    const said = { list: 'Actions', itemId: 7 } as const;
    await saveSaid(database, 'p', [{ ...said, values: { title: 'a', latestNote: 'first' } }]);
    await saveSaid(database, 'p', [{ ...said, values: { latestNote: 'second' } }]);
    await saveSaid(database, 'q', [{ ...said, values: { title: 'b' } }]);
    expect(await readSaid(database, 'p')).toEqual(
      new Map([[saidKey('Actions', 7), { title: 'a', latestNote: 'second' }]]),
    );
  });
};
