import { describe, expect, test } from '@jest/globals';
import { buildOverview } from '../../../plan/dashboard/build-overview.ts';
import { type ShownView, viewFileName, viewSheets } from '../../../plan/export/view-sheets.ts';
import { type ItemFilter, NO_FILTER } from '../../../plan/filter/filter.ts';
import { EXPORT_VIEWS } from '../../../plan/filter/views.ts';
import {
  afterAnswer,
  at,
  makeAction,
  makeOwner,
  makePlan,
  makeRecommendation,
  recommendation,
} from '../../helpers/make-plan.ts';

const overview = buildOverview(
  afterAnswer(
    makePlan({
      recommendations: [
        makeRecommendation({ number: 10, stage: 'In progress' }),
        makeRecommendation({
          number: 9,
          title: '=1+1',
          stage: 'In progress',
          baselineDue: '2022-03-31',
          forecastDue: '2022-03-31',
          duePrecision: 'Month',
        }),
      ],
      actions: [makeAction({})],
    }),
    {
      now: at('2022-03-10T10:00:00Z'),
      ref: recommendation(9),
      confidence: 'Amber',
      forecastDue: '2022-04-10',
      reason: 'Two schools still to comment',
    },
  ),
  { viewer: makeOwner({ key: 'viewer', title: 'Director' }), on: null, since: '2022-03-07' },
  at('2022-03-21T09:00:00Z'),
);

const shown = (parts: Partial<ShownView>): ShownView => ({
  view: 'items',
  filter: NO_FILTER,
  sort: null,
  ...parts,
});
/** What a sheet says, a line each, cells by the words above them. */
const said = (parts: Partial<ShownView>, sheet = 0) => {
  const { header, rows } = viewSheets(overview, shown(parts))[sheet] ?? { header: [], rows: [] };
  return rows.map((cells) => Object.fromEntries(header.map((head, place) => [head, cells[place]])));
};

describe('a page as a file', () => {
  test('has the items in their order, colours as words, dates as dates, a month as a month', () => {
    expect(said({}).map((row) => row['No.'])).toEqual([
      { kind: 'number', number: 9 },
      { kind: 'number', number: 10 },
      expect.objectContaining({ kind: 'text' }),
    ]);
    expect(said({})[0]).toMatchObject({
      Title: { kind: 'text', text: '=1+1' },
      'First due': { kind: 'day', date: '2022-03-31', isMonth: true },
      'Now expected': { kind: 'day', date: '2022-04-10', isMonth: false },
      'Days later': { kind: 'number', number: 10 },
      Stated: { kind: 'text', text: 'Amber' },
      Overdue: { kind: 'flag', flag: false },
    });
  });

  test('has what the filter leaves, in the order chosen', () => {
    const numbers = (parts: Partial<ShownView>) =>
      said(parts).map((row) => (row['No.']?.kind === 'number' ? row['No.'].number : 'other'));
    expect(numbers({ filter: { ...NO_FILTER, show: 'slipped' } })).toEqual([9]);
    expect(numbers({ filter: { ...NO_FILTER, text: '=1 nowhere' } })).toEqual([]);
    expect(numbers({ filter: { ...NO_FILTER, text: 'SCHOOLS =1' } })).toEqual([9]);
    expect(
      numbers({
        filter: { ...NO_FILTER, list: 'Recommendations' },
        sort: { key: 'number', isDescending: true },
      }),
    ).toEqual([10, 9]);
  });

  test('leaves actions off the timeline until they are asked for', () => {
    expect(said({ view: 'timeline' })).toHaveLength(2);
    expect(said({ view: 'timeline', filter: { ...NO_FILTER, list: 'Actions' } })).toHaveLength(1);
    const [row] = said({ view: 'timeline', sort: { key: 'group', isDescending: false } });
    expect(Object.keys(row ?? {})[0]).toBe('Group');
  });

  test('tells changes with reasons, and groups with their check-ins', () => {
    expect(said({ view: 'changes' }, 1)).toMatchObject([
      { Reason: { kind: 'text', text: 'Two schools still to comment' } },
    ]);
    expect(said({ view: 'changes' })).toContainEqual(
      expect.objectContaining({
        Title: { kind: 'text', text: '=1+1' },
        'Expected before': { kind: 'text', text: 'Mar 2022' },
      }),
    );
    expect(said({ view: 'groups' }).length).toBe(overview.groups.length);
  });

  test('has the group that was chosen, or those that lead something of what matches', () => {
    const groups = (filter: Partial<ItemFilter>) =>
      said({ view: 'groups', filter: { ...NO_FILTER, ...filter } }).map((row) => row.Group);
    const name = overview.groups[0]?.name ?? '';
    expect(name).not.toBe('');
    expect(groups({ group: name })).toEqual([{ kind: 'text', text: name }]);
    expect(groups({ group: 'nobody' })).toEqual([]);
    expect(groups({ show: 'slipped' })).toEqual([{ kind: 'text', text: name }]);
    expect(groups({ theme: 'nowhere' })).toEqual([]);
  });

  test.each(EXPORT_VIEWS)('every row of %s is as long as its head', (view) => {
    for (const { header, rows } of viewSheets(overview, shown({ view })))
      for (const row of rows) expect(row).toHaveLength(header.length);
  });

  test('is named by plan, page, what it is filtered by and day, in what every disk takes', () => {
    const filter = { ...NO_FILTER, show: 'overdue', group: 'A/B: "C"', text: 'x?' } as const;
    expect(viewFileName(overview, shown({ filter }))).toBe(
      `${overview.planId}, All items, Overdue, A B C, x, 2022-03-21`,
    );
    const long = viewFileName(overview, shown({ filter: { ...NO_FILTER, text: 'long '.repeat(100) } }));
    expect(long.length).toBeLessThan(140);
    expect(long).toMatch(/, 2022-03-21$/);
  });
});
