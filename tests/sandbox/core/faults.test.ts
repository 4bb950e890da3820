import { expect, test } from '@jest/globals';
import { createFaults, FAULT_KINDS, parseFaults } from '../../../sandbox/core/faults.ts';

function strikes(seed: number, rate: number): boolean[] {
  const faults = createFaults();
  faults.set([{ kind: 'graph-throttle', rate, seed }]);
  return Array.from({ length: 500 }, () => faults.strike('graph-throttle') !== undefined);
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
  const faults = createFaults();
  faults.set([{ kind: 'graph-outage', rate: 1, seed: 1, times: 2 }]);
  expect(faults.strike('graph-slow')).toBeUndefined();
  const struck = [1, 2, 3].map(() => faults.strike('graph-outage') !== undefined);
  expect(struck).toEqual([true, true, false]);
});

test('faults are read from a list or an object with one, with defaults', () => {
  const [fault] = parseFaults([{ kind: 'graph-slow', ms: 5 }]);
  expect(fault).toMatchObject({ kind: 'graph-slow', rate: 1, seed: 1, ms: 5 });
  expect(parseFaults({ faults: [] })).toEqual([]);
});

test.each([
  ['no list', { kind: 'graph-slow' }, /list of faults/],
  ['an unknown kind', [{ kind: 'fire' }], new RegExp(Object.keys(FAULT_KINDS).join(', '))],
  ['a rate above 1', [{ kind: 'graph-slow', rate: 2 }], /from 0 to 1/],
  ['a number as text', [{ kind: 'graph-slow', ms: 'long' }], /"ms" is "long"/],
])('%s is refused with what to send', (_what, body, message) => {
  expect(() => parseFaults(body)).toThrow(message);
});
