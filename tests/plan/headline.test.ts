import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countOf, digestHeadline, listOf, planHeadline } from '../../plan/headline.ts';

const counts = (overrides = {}) => ({ green: 0, amber: 0, red: 0, complete: 0, undated: 0, ...overrides });
const plan = (colours: object, facts = {}) =>
  planHeadline({ counts: counts(colours), overdue: 0, later: 0, waiting: 0, ...facts });

describe('a plan in a sentence', () => {
  test.each([
    [plan({}), 'This plan has no recommendations yet.'],
    [plan({ complete: 1 }), 'The recommendation is complete.'],
    [plan({ complete: 31 }), 'All 31 recommendations are complete.'],
    [plan({ green: 1 }), 'On course. One recommendation is open, not late.'],
    [
      plan({ green: 22, complete: 9 }),
      'On course. Nine recommendations are complete and 22 are open, none of them late.',
    ],
    [
      plan({ green: 2, complete: 1 }),
      'On course. One recommendation is complete and two are open, none of them late.',
    ],
    [
      plan({ green: 2, undated: 1 }),
      'On course. Three recommendations are open, none of them late. One recommendation has no date.',
    ],
    [plan({ green: 9, amber: 1 }), 'Mostly on course. One recommendation is Amber.'],
    [
      plan({ green: 9, amber: 2, red: 1 }),
      'Mostly on course. One recommendation is Red and two recommendations are Amber.',
    ],
    [plan({ green: 5, amber: 6 }), 'At risk. Six recommendations are Amber.'],
    [plan({ green: 1, red: 1 }, { overdue: 1 }), 'Off course. One recommendation is overdue.'],
    [
      plan({ green: 10, red: 4 }, { overdue: 2, later: 2, waiting: 1 }),
      'Mostly on course. Two recommendations are overdue, two recommendations will be later than promised and one recommendation waits on others.',
    ],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});

const quiet: Parameters<typeof digestHeadline>[0] = {
  completed: 0,
  slipped: 0,
  newlyRed: 0,
  red: 0,
  overdue: [],
  blocked: 0,
  blocking: 0,
  answered: 0,
  asked: 0,
};

test('a group’s fortnight in a sentence', () => {
  expect(digestHeadline(quiet)).toBe('Nothing was completed and nothing slipped.');
  expect(digestHeadline({ ...quiet, asked: 3, answered: 1 })).toBe(
    'Nothing was completed and nothing slipped. 1 of 3 asked items were answered.',
  );
  expect(digestHeadline({ ...quiet, newlyRed: 1, blocking: 2 })).toBe(
    'One item turned Red. Two items of other groups wait for you.',
  );
});

test('what is overdue or Red stands in a group’s fortnight, quiet or not', () => {
  const said = (facts: Partial<typeof quiet>) =>
    digestHeadline({ ...quiet, red: facts.overdue?.length ?? 0, ...facts });
  const [three, five] = [
    { label: '3', days: 23 },
    { label: '5', days: 1 },
  ];
  expect([
    said({ overdue: [three] }),
    said({ overdue: [five], completed: 1 }),
    said({ overdue: [three, five], slipped: 1, blocking: 1 }),
    said({ overdue: [three, five], red: 3 }),
    said({ red: 1 }),
    said({ red: 2, newlyRed: 1 }),
    said({ red: 2, newlyRed: 2 }),
  ]).toEqual([
    'Nothing was completed; 3 has been overdue for 23 days.',
    'One item was completed. 5 has been overdue for 1 day.',
    'One item slipped. Two items are overdue, 3 the longest, for 23 days. One item of other groups waits for you.',
    'Nothing was completed; two items are overdue, 3 the longest, for 23 days.',
    'Nothing was completed; one item is Red.',
    'One item turned Red. Two items are Red.',
    'Two items turned Red.',
  ]);
});

test('lists and counts', () => {
  expect([listOf([]), listOf(['a']), listOf(['a', 'b']), listOf(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect([countOf(0, 'item'), countOf(1, 'item'), countOf(9, 'item'), countOf(10, 'item')]).toEqual([
    'No items',
    'One item',
    'Nine items',
    '10 items',
  ]);
});

test('every sentence is whole, whatever the figures', () => {
  const number = fc.integer({ min: 0, max: 12 });
  const facts = fc.record({
    counts: fc.record({ green: number, amber: number, red: number, complete: number, undated: number }),
    overdue: number,
    later: number,
    waiting: number,
  });
  fc.assert(
    fc.property(facts, (given) => {
      const said = planHeadline(given);
      expect(said).toMatch(/^[A-Z].*\.$/);
      expect(said).not.toMatch(
        / {2}|\.\.| \.|undefined|null|NaN|\b[Oo]ne \w+s\b(?! )| and\.|[Oo]ne items|[Oo]ne recommendations/,
      );
    }),
  );
});
