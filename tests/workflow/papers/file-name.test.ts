import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drivePath } from '../../../graph/documents/drive-path.ts';
import { safeFileName } from '../../../workflow/papers/file-name.ts';
import { ANY_CHARACTER } from '../../helpers/any-character.ts';

describe('a name for a document', () => {
  test.each([
    ['Partnership board: report 14/02/2022', 'Partnership board report 14 02 2022'],
    ['  ..hidden.. ', 'hidden'],
    ['Bwrdd Ŵyn – łódź', 'Bwrdd Ŵyn – łódź'],
    ['a\u202Efdp.exe', 'a fdp.exe'],
    ['50% & #1 {x} ~', '50 1 x'],
    ['CON', 'Document CON'],
    ['_vti_bin', 'Document vti_bin'],
    ['???', 'Document'],
    ['../../secret', 'secret'],
  ])('%s', (text, name) => expect(safeFileName(text)).toBe(name));

  test('a long one is cut at a word, never within a character', () => {
    const name = safeFileName(`${'word '.repeat(40)}end`);
    expect(name.length).toBeLessThanOrEqual(100);
    expect(name.endsWith('word')).toBe(true);
    expect(safeFileName('👩‍👧'.repeat(200))).toBe('👩‍👧'.repeat(20));
  });

  test('is one that SharePoint takes, whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: ANY_CHARACTER, maxLength: 150 }), (text) => {
        const name = safeFileName(text);
        expect(name).not.toBe('');
        expect(drivePath('d', `Board reports/${name}.docx`)).toMatch(/^\/drives\/d\/root:\//);
        expect(safeFileName(name)).toBe(name);
      }),
      { numRuns: 100 },
    );
  });
});
