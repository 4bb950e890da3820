import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readingsOf } from '../../../plan/measures/measures-of.ts';
import { judgeReading, mayRecordReading } from '../../../plan/measures/new-reading.ts';
import { buildMeasures } from '../../../plan/measures.ts';
import type { Plan } from '../../../plan/plan.ts';
import {
  at,
  makeGroup,
  makeMeasure,
  makeOwner,
  makePlan,
  makeReading,
  makeRecommendation,
} from '../../helpers/make-plan.ts';

const TODAY = '2022-03-21';
const plan = makePlan({
  groups: [makeGroup(), makeGroup({ key: 'parents', itemId: 2, title: 'Parents', kind: 'Reference' })],
  recommendations: [makeRecommendation({ number: 3 })],
  measures: [makeMeasure({ theme: 'theme-1' })],
  readings: [makeReading({ value: 121 })],
});
const judge = (over: object, of: Plan = plan) =>
  judgeReading(of, { measure: 'measure-1', value: '126', on: '2022-03-14', ...over }, TODAY);

describe('a reading', () => {
  test.each([
    ['126', 126],
    [' 1,260 ', null],
    ['126.5', 126.5],
    ['126 %', 126],
    ['−3', null],
    ['0', 0],
  ])('%j is read as people write it; what is far off is asked about once', (value, read) => {
    const judged = judge({ value });
    if (read === null) {
      expect(judged.problems).toMatchObject([{ field: 'value', held: true }]);
      expect(judge({ value, sure: true }).problems).toBeUndefined();
    } else expect(judged).toMatchObject({ value: read, on: '2022-03-14' });
  });

  test.each([
    [{ measure: 'nothing' }, 'measure', /Choose what was counted/],
    [{ value: 'about a hundred' }, 'value', /as a number/],
    [{ value: '' }, 'value', /as a number/],
    [{ value: '1e9' }, 'value', /as a number/],
    [{ on: 'soon' }, 'on', /Choose the day/],
    [{ on: 'Mar 2022' }, 'on', /Choose the day/],
    [{ on: '2022-03-22' }, 'on', /still to come/],
    [{ on: '1999-12-31' }, 'on', /from 2000/],
  ])('%j can’t be taken, and it is said why', (over, field, message) => {
    expect(judge(over).problems).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  test('without a day is one of today, and days are read as people write them', () => {
    expect(judge({ on: '' })).toMatchObject({ on: TODAY });
    expect(judge({ on: '14/03/2022' })).toMatchObject({ on: '2022-03-14' });
  });

  test('never throws on what is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (measure, value, on) => {
        expect(judge({ measure, value, on }).problems?.length ?? 1).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  test('is recorded by plan managers and by who answers for an item of its theme', () => {
    const who = (over: Parameters<typeof makeOwner>[0]) => {
      const owner = makeOwner({ key: 'asked', roles: ['Member'], groups: [], ...over });
      return mayRecordReading({ ...plan, owners: [...plan.owners, owner] }, owner, { theme: 'theme-1' });
    };
    expect(who({ roles: ['Plan manager'] })).toBe(true);
    expect(who({ groups: ['send'] })).toBe(true);
    expect(who({ key: 'owner' })).toBe(true);
    expect(who({ groups: ['parents'] })).toBe(false);
    expect(who({ roles: ['Director'] })).toBe(false);
    expect(
      mayRecordReading(plan, makeOwner({ key: 'stranger', roles: ['Plan manager'] }), { theme: null }),
    ).toBe(false);
  });
});

describe('the readings of a measure', () => {
  test('are one a day, the one entered last, oldest first', () => {
    const readings = [
      makeReading({ key: 'new', itemId: null, value: 130 }),
      makeReading({ key: 'b', itemId: 9, value: 121 }),
      makeReading({ key: 'a', itemId: 4, value: 99, on: '2022-02-01' }),
      makeReading({ key: 'other', measure: 'measure-2', value: 7 }),
      makeReading({ key: 'blank', value: null }),
    ];
    expect(readingsOf({ ...plan, readings }, 'measure-1').map(({ on, value }) => [on, value])).toEqual([
      ['2022-02-01', 99],
      ['2022-03-01', 130],
    ]);
  });

  test('stand on the page with the way to the target, and who recorded them', () => {
    const readings = [
      makeReading({ key: 'a', value: 96, on: '2022-01-10', by: 'owner' }),
      makeReading({ key: 'b', value: 121, on: '2022-03-14' }),
    ];
    const [owner] = plan.owners;
    const view = buildMeasures(
      { ...plan, readings },
      owner ?? makeOwner(),
      at('2022-03-21T09:00:00Z'),
      'key',
    );
    expect(view).toMatchObject({ today: TODAY, mayNotWords: null, submissionKey: 'key' });
    expect(view.measures).toMatchObject([
      {
        title: 'Specialist placements',
        valueWords: '121 placements on 14 Mar 2022',
        targetWords: '450 by Sep 2023',
        readings: [
          { byName: 'SEND group owner', onWords: '10 Jan 2022', valueWords: '96 placements' },
          { byName: null },
        ],
        targetLine: [
          { on: '2022-01-10', value: 96 },
          { on: '2023-09-30', value: 450 },
        ],
        trendLine: [
          { on: '2022-01-10', value: 96 },
          { on: '2023-09-30', value: 345 },
        ],
        trend: { standing: 'behind' },
        mayRecord: true,
      },
    ]);
  });
});
