import { describe, expect, test } from '@jest/globals';
import { columnsOf } from '../../tabs/grid/columns.ts';
import { placeItems } from '../../tabs/grid/placement.ts';
import { makeItem } from './sample-item.ts';

const NO_COUNTS = { complete: 0, green: 0, amber: 0, red: 0, undated: 0 };
const FACTS = { number: 1, title: 'Agree a protocol', theme: 'Schools', group: 'Schools' };

describe('columns', () => {
  test('the present month has its place even when nothing is due in it', () => {
    const months = [
      { month: '2022-01', words: 'Jan 2022' },
      { month: '2022-09', words: 'Sep 2022' },
    ];
    const plan = { months, today: '2022-03-21', counts: NO_COUNTS };
    const headsOf = (isPast: boolean) =>
      columnsOf({ ...plan, isPast }).map(({ words, nowWord }) => (nowWord ? `${words} · ${nowWord}` : words));
    expect(headsOf(false)).toEqual(['Complete', 'Jan 2022', 'Mar 2022 · now', 'Sep 2022']);
    expect(headsOf(true)).toContain('Mar 2022 · then');
  });
});

describe('placement', () => {
  const placesOf = (item: ReturnType<typeof makeItem>) =>
    [...placeItems([item])].map(([column, placed]) => [
      column,
      ...placed.map(({ isGhost, arrow }) => (isGhost ? 'ghost' : (arrow ?? 'item'))),
    ]);

  test.each([
    ['on time', makeItem({ ...FACTS, due: '2022-03' }), [['2022-03', 'item']]],
    [
      'later',
      makeItem({ ...FACTS, due: '2022-03', forecast: '2022-05' }),
      [
        ['2022-05', '→'],
        ['2022-03', 'ghost'],
      ],
    ],
    [
      'earlier',
      makeItem({ ...FACTS, due: '2022-03', forecast: '2022-01' }),
      [
        ['2022-01', '←'],
        ['2022-03', 'ghost'],
      ],
    ],
    [
      'complete',
      makeItem({ ...FACTS, due: '2022-03', stage: 'Complete' }),
      [
        ['complete', 'item'],
        ['2022-03', 'ghost'],
      ],
    ],
    ['complete, never dated', makeItem({ ...FACTS, due: null, stage: 'Embedded' }), [['complete', 'item']]],
    ['without a date', makeItem({ ...FACTS, due: null }), [['undated', 'item']]],
  ])('an item %s', (_name, item, places) => expect(placesOf(item)).toEqual(places));
});
