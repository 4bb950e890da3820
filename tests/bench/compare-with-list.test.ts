import { expect, test } from '@jest/globals';
import { compareWithList } from '../../bench/parts/compare-with-list.ts';

test('counts what was accepted and lost, what is there twice, and what nobody was told of', () => {
  expect(
    compareWithList({
      accepted: new Set(['kept', 'lost', 'twice']),
      submitted: ['kept', 'lost', 'twice', 'untold', 'never'],
      answerIds: ['o1/kept/A1', 'o1/twice/A1', 'o1/twice/A1', 'o2/untold/A2', 'o3/of-somebody-else/A3'],
    }),
  ).toEqual({ missing: 1, duplicates: 1, unseen: 1 });
});

test('finds nothing wrong where each accepted answer has one row', () => {
  expect(compareWithList({ accepted: new Set(['a']), submitted: ['a'], answerIds: ['o1/a/A1'] })).toEqual({
    missing: 0,
    duplicates: 0,
    unseen: 0,
  });
});
