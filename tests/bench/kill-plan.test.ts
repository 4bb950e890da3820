import { expect, test } from '@jest/globals';
import { MOMENTS, planKills } from '../../bench/parts/kill-plan.ts';

test('kills come at every moment equally often, never first while starting', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const plan = planKills(32, seed);
    expect(MOMENTS.map((moment) => plan.filter((kill) => kill.moment === moment).length)).toEqual([
      8, 8, 8, 8,
    ]);
    expect(plan[0]?.moment).not.toBe('start-up');
  }
});

test('the same seed makes the same plan, another one another', () => {
  expect(planKills(8, 1)).toEqual(planKills(8, 1));
  expect(planKills(8, 1)).not.toEqual(planKills(8, 2));
});
