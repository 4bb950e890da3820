import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { saidOf } from '../../../plan/board-reports/lines.ts';
import { blocksOf, isInternalText } from '../../../plan/board-reports/parse-words.ts';

const all = (words: string) => blocksOf(words, { without: 'nothing' });
const forAll = (words: string) => blocksOf(words, { without: 'internal' });

describe('what somebody wrote', () => {
  test('is a paragraph a line, and a list where lines begin with a dash', () => {
    expect(all('One.\n\nTwo:\n- a\n• b\r\n- c\nThree.')).toEqual([
      { kind: 'paragraph', text: 'One.' },
      { kind: 'paragraph', text: 'Two:' },
      { kind: 'list', entries: ['a', 'b', 'c'] },
      { kind: 'paragraph', text: 'Three.' },
    ]);
  });

  test('nothing is nothing, and a dash alone is no list', () => {
    expect(all(' \n\n')).toEqual([]);
    expect(all('-')).toEqual([{ kind: 'paragraph', text: '-' }]);
  });

  test('an empty line ends a list', () => {
    expect(all('- a\n\n- b')).toEqual([
      { kind: 'list', entries: ['a'] },
      { kind: 'list', entries: ['b'] },
    ]);
  });
});

describe('for the public', () => {
  test.each([
    ['a paragraph', 'Internal: no'],
    ['in small letters and set in', '  internal: no'],
    ['an entry', '- Internal: no'],
    ['what an item’s owner wrote so', '- 4 Records: Internal: no'],
    ['what stands in brackets', 'Fine (internal: no)'],
    ['what follows a question', 'Why? Internal: no'],
    ['a list under such a paragraph', 'Internal: these\n- no\n\n- no'],
  ])('%s is left out', (_name, words) => {
    expect(forAll(`Yes.\n${words}\nYes too.`)).toEqual([
      { kind: 'paragraph', text: 'Yes.' },
      { kind: 'paragraph', text: 'Yes too.' },
    ]);
  });

  test('a word that only looks like it stays', () => {
    expect(
      forAll('The internal audit: done.\nInternally, all is well.\nNon-internal: all.\nIt is internal: yes.'),
    ).toHaveLength(4);
  });

  test.each(['\n', '\r\n', ' \n\n ', '\u2028', '\v', '\n- ', '\n('])(
    'a line of a note is known as internal before and after its lines are joined by %j',
    (lineBreak) => {
      const note = `We need buses${lineBreak}Internal: the S family asked`;
      expect(isInternalText(note)).toBe(true);
      expect(isInternalText(`12 Buses: ${saidOf(note)}`)).toBe(true);
      expect(saidOf(note)).toMatch(/^We need buses [–(-] ?Internal: the S family asked\.$/);
    },
  );

  test('nothing internal is ever left, wherever it stands', () => {
    const line = fc.oneof(
      fc.string(),
      fc.string().map((text) => `Internal: SECRET ${text}`),
      fc.string().map((text) => `- internal: SECRET ${text}`),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const said = JSON.stringify(forAll(lines.join('\n')));
        expect(said).not.toContain('SECRET');
      }),
      { numRuns: 200 },
    );
  });
});
