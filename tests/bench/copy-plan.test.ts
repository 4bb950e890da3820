import { expect, test } from '@jest/globals';
import { MOST_COPIES, planCopies } from '../../bench/parts/copy-plan.ts';
import { createRandom } from '../../sandbox/core/random.ts';

const SUBMITS = 200;
const turns = planCopies(SUBMITS, createRandom(1));
const copiesOf = (submit: number) => turns.flat().filter((copy) => copy.submit === submit);

test('delivers each submit at least once, at first with its own id, and at most four times', () => {
  for (let submit = 0; submit < SUBMITS; submit += 1) {
    const copies = copiesOf(submit);
    expect(copies.length).toBeGreaterThanOrEqual(1);
    expect(copies.length).toBeLessThanOrEqual(MOST_COPIES);
    expect(copies[0]?.id).toBe('same id');
  }
});

test('delivers some copies at once, some later, with the same id and with new ones, in no order', () => {
  const isAtOnce = (submit: number) =>
    turns.some((turn) => turn.filter((copy) => copy.submit === submit).length > 1);
  const submits = Array.from({ length: SUBMITS }, (_, submit) => submit);
  const copied = submits.filter((submit) => copiesOf(submit).length > 1);
  expect(copied.filter(isAtOnce).length).toBeGreaterThan(20);
  expect(copied.filter((submit) => !isAtOnce(submit)).length).toBeGreaterThan(20);
  expect(turns.flat().filter(({ id }) => id === 'new id').length).toBeGreaterThan(50);
  const begun = [...new Set(turns.flat().map(({ submit }) => submit))];
  expect(begun).not.toEqual(submits);
});

test('is the same for the same seed', () => {
  expect(planCopies(SUBMITS, createRandom(1))).toEqual(turns);
  expect(planCopies(SUBMITS, createRandom(2))).not.toEqual(turns);
});
