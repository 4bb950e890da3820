import { expect, test } from '@jest/globals';
import { toMarkdown, toPlainText } from '../../bench/parts/table.ts';

const table = {
  columns: ['bot', 'rate'],
  rows: [
    ['a', '7'],
    ['b | c', '1200'],
  ],
  notes: ['As it was.'],
  broken: ['One is missing.'],
};

test('prints columns of one width, figures to the right, and what is broken before the notes', () => {
  expect(toPlainText({ title: 'Rates' }, table).split('\n')).toEqual([
    'Rates',
    '',
    'bot    rate',
    '-----  ----',
    'a         7',
    'b | c  1200',
    '',
    '- BROKEN: One is missing.',
    '- As it was.',
  ]);
});

test('prints Markdown that a bar in a cell does not break', () => {
  expect(toMarkdown({ title: 'Rates' }, table).split('\n')).toEqual([
    '### Rates',
    '',
    '| bot | rate |',
    '|---|---:|',
    '| a | 7 |',
    '| b \\| c | 1200 |',
    '',
    '- BROKEN: One is missing.',
    '- As it was.',
  ]);
});
