import { expect, test } from '@jest/globals';
import { type FoundTrouble, markTold, readTroubles, saveTroubles } from '../../../store/troubles.ts';
import type { Suite } from './suite.ts';

const GONE: FoundTrouble = { list: 'Actions', code: 'LIST_MISSING', subject: '', detail: {} };
const COLUMN: FoundTrouble = {
  list: 'Actions',
  code: 'COLUMN_MISSING',
  subject: 'Stage',
  detail: { column: 'Stage' },
};
const NINE = '2022-01-10T09:00:00Z';

export const troublesSuite: Suite = (open) => {
  test('a trouble stands from when it was first found, is lasting from the second round on, and goes when it is mended', async () => {
    const { database } = open();
    await saveTroubles(database, 'p', [GONE], NINE);
    expect(await readTroubles(database, 'p')).toEqual([
      { ...GONE, since: NINE, lasting: false, toldIn: null },
    ]);
    await saveTroubles(database, 'p', [GONE, COLUMN], '2022-01-10T09:01:00Z');
    expect(await readTroubles(database, 'p')).toEqual([
      { ...GONE, since: NINE, lasting: true, toldIn: null },
      { ...COLUMN, since: '2022-01-10T09:01:00Z', lasting: false, toldIn: null },
    ]);
    await saveTroubles(database, 'p', [COLUMN], '2022-01-10T09:02:00Z');
    expect(await readTroubles(database, 'p')).toMatchObject([{ code: 'COLUMN_MISSING', lasting: true }]);
    await saveTroubles(database, 'p', [], '2022-01-10T09:03:00Z');
    expect(await readTroubles(database, 'p')).toEqual([]);
  });

  test('what is known of it is kept up to date, and who was told is remembered, plan by plan', async () => {
    const { database } = open();
    const emptied = (count: number): FoundTrouble => ({ ...GONE, code: 'LIST_EMPTIED', detail: { count } });
    await saveTroubles(database, 'p', [emptied(3)], NINE);
    await saveTroubles(database, 'q', [emptied(3)], NINE);
    await markTold(database, 'p', [emptied(3)], '2022-01-10 Actions');
    await saveTroubles(database, 'p', [emptied(2)], NINE);
    await saveTroubles(database, 'p', [emptied(1)], NINE);
    expect(await readTroubles(database, 'p')).toEqual([
      { ...emptied(1), since: NINE, lasting: true, toldIn: '2022-01-10 Actions' },
    ]);
    expect(await readTroubles(database, 'q')).toMatchObject([{ detail: { count: 3 }, toldIn: null }]);
  });
};
