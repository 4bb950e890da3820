import { describe, expect, test } from '@jest/globals';
import { changesOf, mergeEdit, type RowVersion } from '../../plan/conflict.ts';
import { linesAdded, linesOf, withLines } from '../../plan/meeting-record/record-lines.ts';
import { DEFAULT_SETTINGS } from '../../plan/plan.ts';

test('a record is its lines, whatever ends them, without blank ones', () => {
  expect(linesOf(' one\r\n\r\ntwo \n')).toEqual(['one', 'two']);
  expect([linesOf(null), linesOf(undefined), linesOf('')]).toEqual([[], [], []]);
});

test('lines go after what stands there, which stays as it is', () => {
  expect(withLines(null, ['one'])).toBe('one');
  expect(withLines('By hand:\n\n- something\n', ['one', 'two'])).toBe('By hand:\n\n- something\none\ntwo');
  expect(withLines(null, [])).toBeNull();
});

test('what was added is told from what stood there, also twice the same', () => {
  expect(linesAdded('a\nb\nb', 'b\r\na')).toEqual(['b']);
});

describe('lines added here while somebody edits the record in SharePoint', () => {
  /** `decisions` of versions, newest first: the first is how it stands. */
  const merge = (writes: readonly [base: string | null, value: string][], ...versions: (string | null)[]) => {
    const made = versions.map((decisions, index): RowVersion => {
      const at = `2022-01-24T10:0${9 - index}:00Z`;
      return { values: { decisions }, at, byName: 'Chair', byPerson: true };
    });
    const merged = mergeEdit({
      changes: changesOf(
        writes.map(([base, decisions]) => ({
          changes: { decisions },
          base: { decisions: base },
          saidAt: '2022-01-24T10:05:30Z',
          saidBy: 'owner',
        })),
      ),
      theirs: made[0]?.values ?? {},
      versions: made,
      settings: DEFAULT_SETTINGS,
      today: '2022-01-24',
    });
    expect(merged.clashes).toEqual([]);
    return merged.ours.decisions;
  };

  test.each([
    ['theirs stays, ours comes after it', [[null, 'L1']], ['Theirs', null], 'Theirs\nL1'],
    ['whoever was later', [[null, 'L1']], ['Theirs\nand more', 'Theirs', null], 'Theirs\nand more\nL1'],
    [
      'several that wait',
      [
        [null, 'L1'],
        ['L1', 'L1\nL2'],
      ],
      ['Theirs', null],
      'Theirs\nL1\nL2',
    ],
    [
      'a line they corrected stays corrected',
      [['L1', 'L1\nL2']],
      ['L1, corrected', 'L1'],
      'L1, corrected\nL2',
    ],
    ['a line they took out stays out', [['L1', 'L1\nL2']], [null, 'L1'], 'L2'],
    [
      'an earlier try that got through is not repeated',
      [[null, 'L1']],
      ['Theirs\nL1', 'L1', null],
      undefined,
    ],
    [
      'nor is it where they took it out since',
      [
        [null, 'L1'],
        ['L1', 'L1\nL2'],
      ],
      ['Theirs', 'L1', null],
      'Theirs\nL2',
    ],
  ] as const)('%s', (_what, writes, versions, expected) => {
    expect(
      merge(
        writes.map(([base, value]) => [base, value]),
        ...versions,
      ),
    ).toBe(expected);
  });

  test('is ours to write where the column is missing just now', () => {
    expect(merge([[null, 'L1']])).toBe('L1');
  });
});
