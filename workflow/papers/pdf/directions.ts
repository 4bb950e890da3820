/** Letters of scripts that are written from the right to the left. */
const RIGHT_TO_LEFT =
  '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const RUN_PATTERN = new RegExp(`([${RIGHT_TO_LEFT}](?:[^\\p{L}\\p{N}]*[${RIGHT_TO_LEFT}\\p{M}])*)`, 'u');
const LETTER_PATTERN = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');

/** A piece of a line in one direction. */
export interface Run {
  /** Its words in the order in which they stand from the left. */
  readonly drawn: string;
  /** As it is read out; `null` where that is what is drawn. */
  readonly actual: string | null;
}

/** The pieces of a line from the left to the right; each word's own letters are put in order where it is drawn. */
export function runsOfLine(line: string): readonly Run[] {
  if (!LETTER_PATTERN.test(line)) return [{ drawn: line, actual: null }];
  return line
    .split(RUN_PATTERN)
    .filter((piece) => piece !== '')
    .map((piece) =>
      LETTER_PATTERN.test(piece)
        ? { drawn: piece.split(' ').reverse().join(' '), actual: piece }
        : { drawn: piece, actual: null },
    );
}
