import { expect, test } from '@jest/globals';
import { choiceText, lineOf, markdownText, paragraphsOf } from '../../bot/cards/plain-text.ts';

test('leaves out half a character, wherever a text was cut before', () => {
  expect(lineOf('To be told 👩\ud83d…', 80)).toBe('To be told 👩…');
  expect(paragraphsOf('one\n\udc00two', 80)).toBe('one\ntwo');
  expect(markdownText('\ud83d*', 80)).toBe('\\*');
});

test('cuts between characters', () => {
  expect(lineOf('ab👩cd', 4)).toBe('ab…');
});

test('a choice to be ticked has neither live Markdown nor backslashes', () => {
  expect(choiceText('- [Ann_Lee](javascript:x) *B* <at>', 80)).toBe('Ann Lee (javascript:x) B at');
  expect(choiceText('1. Ann', 80)).toBe('1 Ann');
  expect(choiceText('Anne-Marie O’Neil', 80)).toBe('Anne-Marie O’Neil');
});
