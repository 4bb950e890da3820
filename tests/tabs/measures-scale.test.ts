import { describe, expect, test } from '@jest/globals';
import type { MeasureView } from '../../plan/content.ts';
import { valueScale } from '../../tabs/measures/value-scale.ts';

type Measured = Parameters<typeof valueScale>[0];

const measured = (values: readonly number[], rest: Partial<Measured> = {}): Measured => ({
  baseline: null,
  target: null,
  readings: values.map((value) => ({ value }) as MeasureView['readings'][number]),
  trendLine: [],
  ...rest,
});
const end = (value: number) => [
  { on: '2022-03-01', value: 100 },
  { on: '2022-12-31', value },
];

describe('the scale of a measure', () => {
  test('has room for its start, its readings and its target, from zero on', () => {
    const { heightOf, ticks } = valueScale(measured([84, 121], { baseline: 78, target: 450 }), 200);
    expect(heightOf(0)).toBe(200);
    expect(heightOf(450)).toBeGreaterThanOrEqual(0);
    expect(ticks.map(({ words }) => words)).toEqual(['0', '100', '200', '300', '400', '500']);
  });

  test('leaves zero out where everything is far from it, and in where something is below', () => {
    expect(valueScale(measured([96, 97], { target: 98 }), 200).heightOf(96)).toBe(200);
    expect(valueScale(measured([-5, 10]), 200).heightOf(-5)).toBe(200);
  });

  test('is not pressed flat by a trend that leaves everything behind', () => {
    const usual = valueScale(measured([100], { target: 120, trendLine: end(150) }), 200);
    expect(usual.heightOf(150)).toBeGreaterThanOrEqual(0);
    const far = valueScale(measured([100], { target: 120, trendLine: end(9000) }), 200);
    expect(far.heightOf(120)).toBeLessThan(120);
    expect(far.heightOf(9000)).toBeLessThan(0);
  });

  test('is one for a single value', () => {
    expect(valueScale(measured([0]), 200).heightOf(0)).toBeGreaterThanOrEqual(0);
  });
});
