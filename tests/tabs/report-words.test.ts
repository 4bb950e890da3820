import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf } from '../../plan/board-reports/parse-words.ts';
import { parseAddress } from '../../tabs/address/address.ts';
import { sidesOf } from '../../tabs/papers/sides.ts';
import { placeOf, versionIn, wayIn } from '../../tabs/reports/address.ts';
import { linesOf } from '../../tabs/reports/model/lines.ts';
import { otherThan } from '../../tabs/reports/saving/other-than.ts';
import { sampleReport } from './sample-reports.ts';

/** What people type into a section. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '- one',
    '• two',
    '* three',
    '-four',
    'Internal: five',
    '- Internal: six',
    'Seven.',
  ),
  fc.string(),
);
const words = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));

describe('what people wrote in a section', () => {
  test('reads on its page as it does on paper', () => {
    fc.assert(
      fc.property(words, (written) => {
        const onPaper = blocksOf(written, { without: 'nothing' });
        const onPage = linesOf(written).map(({ kind, lines }) =>
          kind === 'list' ? { kind, entries: lines.map(({ text }) => text) } : { kind, text: lines[0]?.text },
        );
        expect(onPage).toEqual(onPaper);
      }),
    );
  });
});

test('of what was left unsaved only what does not stand there by now is offered again', () => {
  const begin = { section: 'asked', text: 'Mine.', asData: 'Data.', isInternal: null, version: 1 } as const;
  const now = { ...begin, version: 2 };
  expect(otherThan([now], [begin])).toEqual([]);
  for (const other of [{ text: 'Theirs.' }, { isInternal: true }])
    expect(otherThan([{ ...now, ...other }], [begin])).toEqual([begin]);
  expect(otherThan([], [begin])).toEqual([]);
});

test('the length of a paper is told in sides of A4', () => {
  const { note, paper } = sampleReport();
  expect(sidesOf({ ...note, blocks: [] })).toBe(1);
  expect(sidesOf(note)).toBe(1);
  expect(sidesOf({ ...paper, blocks: [...paper.blocks, ...paper.blocks] })).toBeGreaterThan(sidesOf(paper));
});

test('an address that says nothing there is leads to what suits the report', () => {
  expect(wayIn(parseAddress('paper=nonsense'))).toBeNull();
  expect(wayIn(parseAddress('paper=easy-read'))).toBe('easy-read');
  for (const version of ['0', '-1', '1.5', 'two', '12345678']) {
    expect(versionIn(parseAddress(`version=${version}`))).toBeNull();
  }
  expect(versionIn(parseAddress('version=12'))).toBe(12);
  expect(placeOf('r', 3)).toEqual({ report: 'r', version: '3', paper: null, section: null });
});
