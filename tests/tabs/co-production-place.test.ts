import { expect, test } from '@jest/globals';
import { formatPlace, isSameForm, parsePlace } from '../../tabs/co-production/place.ts';

test.each([
  ['groups', { part: 'groups', open: [] }],
  ['groups/rank/parents', { part: 'groups', open: ['rank', 'parents'] }],
  ['log/reply/comment%2Fc1', { part: 'log', open: ['reply', 'comment/c1'] }],
  ['you-said//2022-02-28', { part: 'you-said', open: ['', '2022-02-28'] }],
] as const)('%s is read and written alike', (section, place) => {
  expect(parsePlace(section)).toEqual(place);
  expect(formatPlace(place)).toBe(section);
});

test.each([null, '', 'lists', 'nothing/of/the/kind'])('%p leads to the first part', (section) => {
  expect(parsePlace(section)).toEqual({ part: 'groups', open: [] });
});

test('what is written badly is taken as it stands', () => {
  expect(parsePlace('log/complete/%E0').open).toEqual(['complete', '%E0']);
});

test('a form is the same only with all of its parts', () => {
  expect(isSameForm(['rank', 'parents'], ['rank', 'parents'])).toBe(true);
  expect(isSameForm(['rank', 'parents'], ['rank'])).toBe(false);
  expect(isSameForm(['rank', 'parents'], ['record', 'parents'])).toBe(false);
});
