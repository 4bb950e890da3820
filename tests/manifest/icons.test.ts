import { describe, expect, test } from '@jest/globals';
import { checkIcon } from '../../manifest/check-icon.ts';
import { COLOR_ICON, OUTLINE_ICON } from '../../manifest/icon-kinds.ts';
import { readSources } from '../../manifest/make-package.ts';
import { readPng } from '../../manifest/read-png.ts';
import { makePng } from './png.ts';

const WHITE = [255, 255, 255, 255];
const HALF_WHITE = [255, 255, 255, 128];
const CLEAR = [0, 0, 0, 0];
const TEAL = [19, 75, 88, 255];

function square(size: number) {
  return { width: size, height: size };
}

describe('our icons', () => {
  test.each([COLOR_ICON, OUTLINE_ICON])('$file is as Teams wants it', async (icon) => {
    const bytes = (await readSources()).icons[icon.file] ?? new Uint8Array();
    expect(checkIcon({ icon, bytes })).toEqual([]);
  });

  test('are decoded rightly: the ground of the colour icon is its accent colour, corner to corner', async () => {
    const { pixels } = readPng((await readSources()).icons[COLOR_ICON.file] ?? new Uint8Array());
    expect([...pixels.subarray(0, 4)]).toEqual(TEAL);
    expect([...pixels.subarray(-4)]).toEqual(TEAL);
    // The tick in the middle of the arm, between white above and below.
    expect([...pixels.subarray((100 * 192 + 86) * 4, (100 * 192 + 86) * 4 + 4)]).toEqual(TEAL);
    expect([...pixels.subarray((62 * 192 + 60) * 4, (62 * 192 + 60) * 4 + 4)]).toEqual(WHITE);
  });
});

describe('a colour icon', () => {
  test('without alpha is good', () => {
    const bytes = makePng(square(192), () => TEAL.slice(0, 3));
    expect(checkIcon({ icon: COLOR_ICON, bytes })).toEqual([]);
  });

  test('of another size is told', () => {
    const bytes = makePng({ width: 192, height: 96 }, () => TEAL);
    expect(checkIcon({ icon: COLOR_ICON, bytes })).toEqual([
      'color.png must be 192 x 192 pixels, and is 192 x 96',
    ]);
  });

  test('with a see-through corner is told', () => {
    const bytes = makePng(square(192), (x, y) => (x + y === 0 ? CLEAR : TEAL));
    expect(checkIcon({ icon: COLOR_ICON, bytes })).toEqual([expect.stringContaining('see-through pixels')]);
  });
});

describe('an outline icon', () => {
  test('with soft white edges is good', () => {
    const bytes = makePng(square(32), (x) => (x < 8 ? WHITE : x < 9 ? HALF_WHITE : CLEAR));
    expect(checkIcon({ icon: OUTLINE_ICON, bytes })).toEqual([]);
  });

  test.each([
    ['of another size', makePng(square(33), (x) => (x < 8 ? WHITE : CLEAR)), 'must be 32 x 32 pixels'],
    ['with colour', makePng(square(32), (x) => (x < 8 ? TEAL : CLEAR)), 'must be white only: 256 pixels'],
    ['with a background', makePng(square(32), () => WHITE), 'must have a see-through background'],
    ['with nothing on it', makePng(square(32), () => CLEAR), 'is empty'],
    ['of 16 bits', makePng({ ...square(32), bitDepth: 16 }, () => WHITE), 'must be saved in 8-bit'],
    ['that is no PNG', Buffer.from('<svg/>'), 'is not a PNG file'],
    ['that is cut off', makePng(square(32), () => WHITE).subarray(0, 20), 'has no PNG header'],
  ])('%s is told', (_what, bytes, message) => {
    const faults = checkIcon({ icon: OUTLINE_ICON, bytes });
    expect(faults).toEqual([expect.stringContaining(`outline.png ${message}`)]);
  });
});
