import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../plan/calendar/dates.ts';
import { lineThrough } from '../../../plan/measures/line-through.ts';
import { measureTrend } from '../../../plan/measures.ts';

const TODAY = '2022-03-21';
const placements = { unit: 'placements', baseline: 78, value: 78, target: 450, targetDate: '2023-09-30' };
const read = (...figures: readonly (readonly [on: string, value: number])[]) => ({
  readings: figures.map(([on, value]) => ({ on, value })),
  value: figures.at(-1)?.[1] ?? null,
});
type Given = Partial<Parameters<typeof measureTrend>[0]>;
const trendOf = (given: Given) => measureTrend({ ...placements, readings: [], ...given }, TODAY);

describe('where the readings of a measure lead', () => {
  test.each<[string, Given, string]>([
    [
      'nothing is claimed without a reading',
      {},
      'Too early to say: there is no reading yet. It takes 20.3 placements a month from now on to come to 450 by Sep 2023.',
    ],
    [
      'nor with one',
      read(['2022-03-01', 96]),
      'Too early to say: there is one reading. It takes 19.3 placements a month from now on to come to 450 by Sep 2023.',
    ],
    [
      'nor with readings of the same weeks',
      read(['2022-03-01', 96], ['2022-03-14', 100]),
      'Too early to say: its readings lie within four weeks. It takes 19.1 placements a month from now on to come to 450 by Sep 2023.',
    ],
    [
      'on course',
      read(['2022-01-10', 80], ['2022-03-14', 130]),
      'On course: by its 2 readings since 10 Jan 2022 it rises by 24.2 placements a month, which leads to 578 by Sep 2023.',
    ],
    [
      'behind',
      read(['2022-01-10', 80], ['2022-03-14', 96]),
      'Behind: by its 2 readings since 10 Jan 2022 it rises by 7.7 placements a month, which leads to 239 by Sep 2023. It takes 19.3 placements a month from now on to come to 450 by Sep 2023.',
    ],
    [
      'where it stays as it is',
      read(['2022-01-10', 80], ['2022-03-14', 80]),
      'Behind: by its 2 readings since 10 Jan 2022 it stays as it is, which leads to 80 by Sep 2023. It takes 20.2 placements a month from now on to come to 450 by Sep 2023.',
    ],
    ['reached', read(['2022-03-14', 450]), 'The target is reached.'],
    [
      'missed',
      { ...read(['2022-01-14', 300]), targetDate: '2022-03-20' },
      'The date has passed and it stands at 300, not 450.',
    ],
    ['without a target', { ...read(['2022-03-01', 96]), target: null }, 'No target: there is one reading.'],
    [
      'without a date',
      { ...read(['2022-01-10', 80], ['2022-03-14', 96]), targetDate: null },
      'No date for its target: by its 2 readings since 10 Jan 2022 it rises by 7.7 placements a month.',
    ],
  ])('%s', (_what, given, words) => expect(trendOf(given).words).toBe(words));

  test('a target below the start is on course by falling', () => {
    const exclusions = { baseline: 60, target: 20, unit: null };
    expect(trendOf({ ...exclusions, ...read(['2022-01-10', 60], ['2022-03-14', 50]) }).standing).toBe(
      'on course',
    );
    expect(trendOf({ ...exclusions, ...read(['2022-01-10', 60], ['2022-03-14', 61]) }).standing).toBe(
      'behind',
    );
  });

  test('one reading that stands out counts as one among six, and what was long ago no more', () => {
    const steady = Array.from(
      { length: 6 },
      (_, month) => [addDays('2021-10-01', month * 30), 100 + month] as const,
    );
    const before = [['2020-01-01', 5_000]] as const;
    expect(trendOf(read(...before, ...steady)).perMonth).toBe(trendOf(read(...steady)).perMonth);
  });
});

const series = fc.uniqueArray(
  fc.record({ day: fc.integer({ min: 0, max: 700 }), value: fc.integer({ min: -5_000, max: 5_000 }) }),
  { selector: ({ day }) => day, maxLength: 12 },
);
const onDays = (points: readonly { day: number; value: number }[]) =>
  points
    .toSorted((one, other) => one.day - other.day)
    .map(({ day, value }) => ({ on: addDays('2020-03-01', day), value }));

describe('a line through readings', () => {
  test('is a straight one’s own where they lie on one', () => {
    const line = fc.record({
      start: fc.integer({ min: -500, max: 500 }),
      step: fc.integer({ min: -9, max: 9 }),
    });
    fc.assert(
      fc.property(line, fc.integer({ min: 2, max: 9 }), ({ start, step }, count) => {
        const points = Array.from({ length: count }, (_, at) => ({
          day: at * 40,
          value: start + step * at * 40,
        }));
        const found = lineThrough(onDays(points));
        expect(found?.perDay).toBeCloseTo(step, 6);
        expect(found?.at(addDays('2020-03-01', 1_000))).toBeCloseTo(start + step * 1_000, 3);
      }),
      { numRuns: 40 },
    );
  });

  test('is the one that lies nearest to them: none a little higher, lower or steeper does better', () => {
    const tilts = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(series, fc.integer({ min: -50, max: 50 }), tilts, (points, shift, tilt) => {
        const line = lineThrough(onDays(points));
        if (line === null) return;
        const distance = (height: number, steepness: number) =>
          line.counted.reduce((sum, { on, value }) => {
            const day = daysBetween(line.counted[0]?.on ?? on, on);
            return sum + (value - line.at(on) - height - steepness * day) ** 2;
          }, 0);
        const nearest = distance(0, 0);
        expect(nearest).toBeLessThanOrEqual(distance(shift, tilt / 10) * (1 + 1e-9) + 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  test('whatever is read, the words claim no more than there is', () => {
    fc.assert(
      fc.property(series, (points) => {
        const readings = onDays(points);
        const trend = trendOf({ readings, value: readings.at(-1)?.value ?? null });
        if (lineThrough(readings) === null) expect(trend.perMonth).toBeNull();
        if (trend.standing === 'on course') expect(trend.projected).toBeGreaterThanOrEqual(450);
        if (trend.standing === 'behind') expect(trend.projected).toBeLessThan(450);
        expect(trend.words).not.toMatch(/null|undefined|NaN|Infinity/);
      }),
      { numRuns: 100 },
    );
  });
});
