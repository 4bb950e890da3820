import { describe, expect, test } from '@jest/globals';
import { decide, saidKey } from '../../plan/import/decide.ts';
import type { ImportedRow, ImportedRows, ImportList, SaidValues } from '../../plan/import/imported.ts';
import type { Standing, StandingRow } from '../../plan/import/standing.ts';
import { judge } from '../../plan/import/three-way.ts';

const row = (itemId: number, values: Record<string, unknown>): StandingRow => ({
  ref: String(itemId),
  itemId,
  etag: `"${itemId},1"`,
  values,
});
const said = (label: string, says: SaidValues, rest: Partial<ImportedRow> = {}): ImportedRow => ({
  label,
  place: null,
  itemId: null,
  says,
  fills: {},
  ...rest,
});
const rows = (list: ImportList, ...all: ImportedRow[]): ImportedRows => ({
  list,
  rows: all,
  rule: 'people',
  makesRows: true,
  sameFact: null,
});
const STANDING: Standing = {
  Themes: [row(1, { title: 'Safe schools' }), row(2, { title: 'Commission good placements and services' })],
  Groups: [row(1, { title: 'Data' })],
  Owners: [
    row(1, { title: 'Sam', email: 'sam@example.org' }),
    row(2, { title: 'Jo', email: 'jo@example.org' }),
    row(3, { title: 'Jo', email: 'jo.marsh@example.org' }),
  ],
  Recommendations: [
    row(1, {
      title: 'Agree',
      number: 1,
      fullText: 'Agree.',
      theme: '1',
      owner: '1',
      stage: 'In progress',
      baselineDue: '2022-03-31',
      forecastDue: '2022-03-31',
      duePrecision: 'Month',
      scheduleRag: 'Green',
    }),
  ],
};
const recommendation = (says: SaidValues, number = 1) =>
  rows('Recommendations', said(`Recommendation ${number}`, { number, ...says }));
const changesOf = (imported: ImportedRows, before?: SaidValues) => {
  const memory = new Map(before === undefined ? [] : [[saidKey(imported.list, 1), before]]);
  const { lists, changes, doubts } = decide([imported], STANDING, memory);
  return {
    changes: lists.find(({ list }) => list === imported.list)?.met[0]?.changes,
    words: changes,
    doubts,
  };
};

describe('of what stands, what the file says, and what it said last time', () => {
  const known = { isEmpty: false, isSame: false, isFileRight: false };
  test.each([
    ['what is so already is left', { ...known, isSame: true, before: null }, 'leave'],
    [
      'what the file always said is left',
      { ...known, before: { saidTheSame: true, stoodSo: false } },
      'leave',
    ],
    [
      'what people emptied since is left empty',
      { ...known, isEmpty: true, before: { saidTheSame: true, stoodSo: false } },
      'leave',
    ],
    [
      'what only the file changed is changed',
      { ...known, before: { saidTheSame: false, stoodSo: true } },
      'change',
    ],
    [
      'what both changed stays and is told',
      { ...known, before: { saidTheSame: false, stoodSo: false } },
      'keep and tell',
    ],
    ['what is empty is filled', { ...known, isEmpty: true, before: null }, 'change'],
    ['what stands stays and is told', { ...known, before: null }, 'keep and tell'],
    ['what the file may decide is changed', { ...known, isFileRight: true, before: null }, 'change'],
  ] as const)('%s', (_what, three, verdict) => {
    expect(judge(three)).toBe(verdict);
  });
});

describe('a row that stands', () => {
  test('takes over wording, and keeps what people work on', () => {
    expect(changesOf(recommendation({ fullText: 'Agree a protocol.', stage: 'Complete' }))).toEqual({
      changes: { fullText: 'Agree a protocol.', title: 'Agree a protocol' },
      words: ['Recommendation 1, Full text: Agree. → Agree a protocol.'],
      doubts: [
        'Recommendation 1, Stage stays In progress, though the file says Complete: what people entered in the list is kept.',
      ],
    });
  });

  test('keeps a title that somebody gave it when its text changes', () => {
    const own = { Recommendations: [row(1, { number: 1, title: 'Protocol', fullText: 'Agree.' })] };
    const { lists } = decide([recommendation({ fullText: 'Agree a protocol.' })], own);
    expect(lists[0]?.met[0]?.changes).toEqual({ fullText: 'Agree a protocol.' });
  });

  test('whose forecast changes has the colour of its dates; what was first promised never changes', () => {
    expect(
      changesOf(recommendation({ forecastDue: '2022-06-30' }), { forecastDue: '2022-03-31' }).changes,
    ).toEqual({
      forecastDue: '2022-06-30',
      scheduleRag: 'Red',
    });
    const promising = { ...recommendation({ baselineDue: '2022-06-30' }), rule: 'file' as const };
    for (const before of [undefined, { baselineDue: '2022-03-31' }]) {
      const { changes, doubts } = changesOf(promising, before);
      expect(changes).toEqual({});
      expect(doubts).toEqual([expect.stringContaining('Baseline due stays Mar 2022')]);
    }
  });

  test('is never emptied, and names compare as they are shown', () => {
    expect(changesOf(recommendation({ owner: 'sam', theme: 'SAFE SCHOOLS' }))).toEqual({
      changes: {},
      words: [],
      doubts: [],
    });
  });

  test('changes in everything where the file is right', () => {
    const { changes } = changesOf({
      ...recommendation({ stage: 'Complete', owner: 'jo.marsh@example.org' }),
      rule: 'file',
    });
    expect(changes).toEqual({ stage: 'Complete', owner: { list: 'Owners', ref: '3' } });
  });

  test('many values that stay are told together', () => {
    const standing = {
      Recommendations: Array.from({ length: 15 }, (_, at) =>
        row(at + 1, { number: at + 1, title: 'x', stage: 'Complete' }),
      ),
    };
    const file = rows(
      'Recommendations',
      ...standing.Recommendations.map((_, at) =>
        said(`Recommendation ${at + 1}`, { number: at + 1, stage: 'In progress' }),
      ),
    );
    expect(decide([file], standing).doubts).toEqual([
      'Recommendations, Stage of 15 rows stays as people entered it in the list, though the file says otherwise: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 more.',
    ]);
  });
});

describe('a name of another row', () => {
  test('that nobody has, or two have, is left out and told', () => {
    const { changes, doubts } = changesOf({
      ...recommendation({ owner: 'Nobody', leadGroup: 'Finance' }),
      rule: 'file',
    });
    expect(changes).toEqual({});
    expect(doubts).toEqual([
      'Recommendation 1, Owner: Owners has none called “Nobody”. It is left out: add it to Owners, or correct the name, and import again.',
      expect.stringContaining('Lead group: Groups has none called “Finance”'),
    ]);
    expect(changesOf({ ...recommendation({ owner: 'Jo' }), rule: 'file' }).doubts).toEqual([
      'Recommendation 1, Owner: Owners has several called “Jo”, so it is not clear which is meant. It is left out.',
    ]);
  });

  test('of a theme may be written in other words; a new one is made', () => {
    const file = rows(
      'Recommendations',
      said('Recommendation 1', { number: 1, theme: 'Commission Good Places and Services' }),
      said('Recommendation 2', { number: 2, fullText: 'More', theme: 'Wild horses' }),
    );
    const { lists } = decide([file], STANDING);
    expect(lists[0]).toMatchObject({ list: 'Themes', made: [{ values: { title: 'Wild horses' } }] });
    expect(lists[1]?.met[0]?.changes).toEqual({ theme: { list: 'Themes', ref: '2' } });
    expect(lists[1]?.made[0]?.values).toMatchObject({ theme: { list: 'Themes', made: 0 } });
  });

  test.each(['1', 'R1', 'Rec 1', 'Recommendation 1', 'Agree'])('%s is recommendation 1', (name) => {
    const { lists } = decide(
      [rows('Actions', said('Action', { title: 'Do it', recommendation: name }))],
      STANDING,
    );
    expect(lists[0]?.made[0]?.values.recommendation).toEqual({ list: 'Recommendations', ref: '1' });
  });

  test('with a comma in it is one name, and several in one cell are several', () => {
    const standing = { Groups: [row(1, { title: 'Health, care' }), row(2, { title: 'Data' })] };
    const groupsOf = (groups: string[]) =>
      decide([rows('Owners', said('Person', { title: 'Sam', groups }))], standing).lists[0]?.made[0]?.values
        .groups;
    expect(groupsOf(['Health, care'])).toEqual([{ list: 'Groups', ref: '1' }]);
    expect(groupsOf(['Data; Health, care'])).toHaveLength(2);
  });
});

describe('a new row', () => {
  test('gets what follows from what is said', () => {
    const { lists } = decide(
      [recommendation({ fullText: 'Write it down. Then publish.', forecastDue: '2022-05-03' }, 7)],
      STANDING,
    );
    expect(lists[0]?.made[0]?.values).toEqual({
      number: 7,
      title: 'Write it down. Then publish',
      fullText: 'Write it down. Then publish.',
      stage: 'Not started',
      baselineDue: '2022-05-03',
      forecastDue: '2022-05-03',
      duePrecision: 'Day',
      scheduleRag: 'Green',
    });
  });

  test('without wording is told and not made; what is only led is not made either', () => {
    expect(decide([recommendation({ stage: 'Complete' }, 9)], STANDING)).toMatchObject({
      lists: [],
      doubts: [
        'Recommendation 9: Recommendation 9 is not in Recommendations yet and has no wording, so it is not made.',
      ],
    });
    expect(decide([{ ...recommendation({ owner: 'Sam' }, 9), makesRows: false }], STANDING)).toMatchObject({
      lists: [],
      doubts: ['Recommendation 9 is not in Recommendations: what is said of it is left out.'],
    });
  });

  test('is one row, however many files speak of it', () => {
    const files = [
      recommendation({ fullText: 'New' }, 9),
      { ...recommendation({ owner: 'Sam' }, 9), makesRows: false },
    ];
    expect(decide(files, STANDING).lists).toMatchObject([
      { made: [{ values: { number: 9, owner: { list: 'Owners', ref: '1' } } }], met: [] },
    ]);
  });
});

describe('rows are met', () => {
  const actions = {
    Actions: [row(1, { title: 'Meet' }), row(2, { title: 'Meet' }), row(3, { title: 'Write' })],
  };
  const metBy = (...all: ImportedRow[]) =>
    decide([rows('Actions', ...all)], actions).lists[0]?.met.map((met) => met.row.itemId);

  test('as many as there are of one title, each once', () => {
    expect(
      metBy(said('a', { title: 'meet ' }), said('b', { title: 'Meet' }), said('c', { title: 'Meet' })),
    ).toEqual([1, 2]);
  });

  test('by their id first, which also renames them', () => {
    const file = rows('Actions', said('a', { title: 'Meet again' }, { itemId: 2 }));
    const [list] = decide([file], actions).lists;
    expect(list?.met).toMatchObject([{ row: { itemId: 2 }, changes: { title: 'Meet again' } }]);
    expect(metBy(said('a', { title: 'Write' }, { itemId: 77 }))).toEqual([3]);
  });

  test('people by their email, whatever their name is now', () => {
    const file = rows('Owners', said('Person', { title: 'Samuel', email: 'SAM@example.org' }));
    expect(decide([file], STANDING).lists[0]?.met).toMatchObject([
      { row: { itemId: 1 }, changes: { title: 'Samuel' } },
    ]);
  });
});
