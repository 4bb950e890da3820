import fc from 'fast-check';

const SURROGATES_FROM = 0xd800;
const SURROGATES_COUNT = 0x800;

/**
 * Any character there is, for `fc.string({ unit: ANY_CHARACTER })`. What fast-check calls `binary` is the same, but begins
 * with a table of all the million of them.
 */
export const ANY_CHARACTER: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - SURROGATES_COUNT })
  .map(
    (number) => String.fromCodePoint(number < SURROGATES_FROM ? number : number + SURROGATES_COUNT),
    (character) => {
      const code = typeof character === 'string' ? character.codePointAt(0) : undefined;
      if (code === undefined || String.fromCodePoint(code) !== character) throw new Error('no character');
      return code < SURROGATES_FROM ? code : code - SURROGATES_COUNT;
    },
  );
