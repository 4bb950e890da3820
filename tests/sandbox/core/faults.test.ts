import { expect, test } from '@jest/globals';
import type { Fault } from '../../../sandbox/core/fault-kinds.ts';
import { createFaults } from '../../../sandbox/core/faults.ts';

const START = Temporal.Instant.from('2022-01-10T09:00:00Z');

function open(fault: Partial<Fault>, now = () => START) {
  const faults = createFaults(now);
  faults.set([{ kind: 'graph-throttle', rate: 1, seed: 1, ...fault }]);
  return faults;
}

function strikes(seed: number, rate: number): boolean[] {
  const faults = open({ rate, seed });
  return Array.from({ length: 500 }, () => faults.strike('graph-throttle') !== undefined);
}

function waits(fault: Partial<Fault>): (number | undefined)[] {
  const faults = open(fault);
  return Array.from({ length: 200 }, () => faults.strike('graph-throttle')?.retryAfterSeconds);
}

test('the same seed strikes the same requests, another seed others', () => {
  expect(strikes(7, 0.3)).toEqual(strikes(7, 0.3));
  expect(strikes(7, 0.3)).not.toEqual(strikes(8, 0.3));
});

test('a rate is the part of the requests struck', () => {
  const count = strikes(3, 0.3).filter(Boolean).length;
  expect(count).toBeGreaterThan(110);
  expect(count).toBeLessThan(190);
  expect(strikes(3, 0).some(Boolean)).toBe(false);
  expect(strikes(3, 1).every(Boolean)).toBe(true);
});

test('a fault strikes its own kind only, and no more often than it may', () => {
  const faults = open({ kind: 'graph-outage', times: 2 });
  expect(faults.strike('graph-slow')).toBeUndefined();
  const struck = [1, 2, 3].map(() => faults.strike('graph-outage') !== undefined);
  expect(struck).toEqual([true, true, false]);
});

test('a fault ends by itself once the clock has come to its end', () => {
  let now = START;
  const faults = open({ until: START.add({ minutes: 10 }) }, () => now);
  expect(faults.strike('graph-throttle')).toBeDefined();
  now = START.add({ minutes: 10 });
  expect(faults.strike('graph-throttle')).toBeUndefined();
});

test('waits lie between the shortest and the longest, whole and decimal, the same for the same seed', () => {
  const drawn = waits({ retryAfterSeconds: 1, maxRetryAfterSeconds: 20, seed: 4 });
  expect(drawn).toEqual(waits({ retryAfterSeconds: 1, maxRetryAfterSeconds: 20, seed: 4 }));
  expect(drawn.every((seconds = 0) => seconds >= 1 && seconds <= 20)).toBe(true);
  const whole = drawn.filter(Number.isInteger).length;
  expect(whole).toBeGreaterThan(60);
  expect(whole).toBeLessThan(140);
  expect(new Set(drawn).size).toBeGreaterThan(50);
});

test('whom a fault strikes does not depend on how long it asks to wait', () => {
  const struck = (fault: Partial<Fault>) => {
    const faults = open({ rate: 0.5, ...fault });
    return Array.from({ length: 100 }, () => faults.strike('graph-throttle') !== undefined);
  };
  expect(struck({ maxRetryAfterSeconds: 20 })).toEqual(struck({}));
});

test('without a longest wait it is always the one that was given', () => {
  expect(new Set(waits({ retryAfterSeconds: 2.5 }))).toEqual(new Set([2.5]));
  expect(new Set(waits({}))).toEqual(new Set([undefined]));
});
