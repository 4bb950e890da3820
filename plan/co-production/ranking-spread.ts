import type { RankingLine, RankingSpread } from '../content.ts';

/** How many people put something in a place. */
export interface Placed {
  readonly rank: number;
  readonly voices: number;
}

/** What the places tell that people gave to one recommendation, beside how many people chose it. */
export type Places = Pick<
  RankingLine,
  'medianRank' | 'bestRank' | 'worstRank' | 'quartiles' | 'spread' | 'spreadWords'
>;

/**
 * Where people put a recommendation, and how far they agree: half of them within one place of each other is close, within
 * three mixed, else far apart.
 * @param placed at least one
 * @param of how many people ranked
 */
export function placesOf(placed: readonly Placed[], of: number): Places {
  const inOrder = placed.toSorted((one, other) => one.rank - other.rank);
  const chosenBy = inOrder.reduce((sum, { voices }) => sum + voices, 0);
  const [bestRank, worstRank] = [inOrder[0]?.rank ?? 0, inOrder.at(-1)?.rank ?? 0];
  const medianRank = rankAt(inOrder, chosenBy / 2);
  const quartiles = [rankAt(inOrder, chosenBy / 4), rankAt(inOrder, (chosenBy * 3) / 4)] as const;
  const spread = spreadOf(quartiles[1] - quartiles[0]);
  const chosen = `Chosen by ${chosenBy} of ${of}`;
  const where =
    bestRank === worstRank
      ? `always ${placeWords(bestRank)}`
      : `in the middle ${placeWords(medianRank)}, from ${placeWords(bestRank)} to ${placeWords(worstRank)}`;
  const views = chosenBy === 1 ? '' : ` ${SPREAD_WORDS[spread]}`;
  return {
    medianRank,
    bestRank,
    worstRank,
    quartiles,
    spread,
    spreadWords: `${chosen}; ${where}.${views}`,
  };
}

const SPREAD_WORDS: Readonly<Record<RankingSpread, string>> = {
  close: 'Views are close.',
  mixed: 'Views are mixed.',
  'far apart': 'Views are far apart.',
};

function spreadOf(between: number): RankingSpread {
  if (between <= 1) return 'close';
  return between <= 3 ? 'mixed' : 'far apart';
}

/** The place that so many people do not go beyond; between two people the middle of theirs. */
function rankAt(inOrder: readonly Placed[], people: number): number {
  let counted = 0;
  for (const [at, { rank, voices }] of inOrder.entries()) {
    counted += voices;
    if (counted > people) return rank;
    if (counted === people) return (rank + (inOrder[at + 1]?.rank ?? rank)) / 2;
  }
  return inOrder.at(-1)?.rank ?? 0;
}

const PLACES = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
] as const;

/** `second`; `between second and third`. */
export function placeWords(rank: number): string {
  const below = Math.floor(rank);
  const word = PLACES[below - 1] ?? `place ${below}`;
  return rank === below ? word : `between ${word} and ${placeWords(below + 1)}`;
}
