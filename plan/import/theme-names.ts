/** Words that say nothing of what a theme is about. */
const FILLERS = new Set([
  'and',
  'or',
  'the',
  'a',
  'an',
  'of',
  'in',
  'to',
  'for',
  'with',
  'between',
  'those',
  'on',
]);

/** How many of the shorter name's words the longer one must share. */
const ALIKE = 0.7;

/** As written but for capitals, punctuation and spaces. */
export function sameLetters(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

/**
 * The name among several that means the same: the same letters, or else the one that clearly shares most
 * of its words (`… Placements and Services`, `… Places and Services`). `null` when none or two do.
 */
export function alikeAmong(name: string, known: readonly string[]): string | null {
  const exact = known.find((one) => sameLetters(one, name));
  if (exact !== undefined) return exact;
  const scored = known
    .map((one) => ({ one, score: likeness(name, one) }))
    .filter(({ score }) => score >= ALIKE)
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score > (second?.score ?? 0) ? best.one : null;
}

/** The words of a name that mean something, by their stems. */
export function stemsOf(name: string): ReadonlySet<string> {
  const words = bare(name)
    .split(' ')
    .filter((word) => word !== '' && !FILLERS.has(word));
  return new Set(words.map(stem));
}

function likeness(one: string, other: string): number {
  const mine = stemsOf(one);
  const theirs = stemsOf(other);
  const smaller = Math.min(mine.size, theirs.size);
  return smaller === 0 ? 0 : [...mine].filter((word) => theirs.has(word)).length / smaller;
}

/** Long enough to tell `commission` from `communicate`, short enough for `place` in `placements`. */
function stem(word: string): string {
  return word.slice(0, 5);
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
