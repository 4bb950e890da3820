import { formatDay } from '../calendar/dates.ts';
import type { RankingLine, RankingResult } from '../content.ts';
import { findItem } from '../items.ts';
import type { Plan } from '../plan.ts';
import type { RowKey } from '../rows.ts';
import { type Ballot, ballotsOf, LONGEST_RANKING } from './ranking-ballots.ts';
import { type Placed, placesOf } from './ranking-spread.ts';
import { choiceOf } from './sign-off-lines.ts';

const POINTS_WORDS = `A first choice gives ${LONGEST_RANKING} points, a second ${LONGEST_RANKING - 1}, and so on down to one; a ranking that stands for several people counts for each of them.`;

/** What a group's rankings come to. */
export function rankingOf(plan: Plan, group: RowKey): RankingResult {
  const ballots = ballotsOf(plan).get(group) ?? [];
  return resultOf(plan, ballots, { pointsOf: ({ voices }, rank) => voices * pointsFor(rank) }, POINTS_WORDS);
}

/** The order that all groups make together: each counts alike, however many of its people ranked. */
export function overallRanking(plan: Plan): RankingResult {
  const byGroup = ballotsOf(plan);
  const ballots = [...byGroup.values()].flat();
  const voicesOf = new Map([...byGroup].map(([group, theirs]) => [group, sumOf(theirs)]));
  const share = ({ group, voices }: Ballot) => voices / (voicesOf.get(group) ?? voices) / byGroup.size;
  return resultOf(
    plan,
    ballots,
    { pointsOf: (ballot, rank) => share(ballot) * pointsFor(rank) },
    `${POINTS_WORDS} Of each group its people’s average counts, and each group alike.`,
  );
}

interface Weighing {
  readonly pointsOf: (ballot: Ballot, rank: number) => number;
}

function resultOf(
  plan: Plan,
  ballots: readonly Ballot[],
  { pointsOf }: Weighing,
  methodWords: string,
): RankingResult {
  const voices = sumOf(ballots);
  const lastOn = ballots
    .map(({ on }) => on ?? '')
    .toSorted()
    .at(-1);
  const lines = linesOf(plan, ballots, { pointsOf }, voices);
  return {
    voices,
    ballots: ballots.length,
    lastOnWords: lastOn ? formatDay(lastOn) : null,
    words: wordsOf(lines, voices),
    methodWords,
    lines,
  };
}

function linesOf(
  plan: Plan,
  ballots: readonly Ballot[],
  { pointsOf }: Weighing,
  of: number,
): readonly RankingLine[] {
  const chosen = new Set(ballots.flatMap(({ ranks }) => [...ranks.keys()]));
  const lines = [...chosen].flatMap((key): Omit<RankingLine, 'place'>[] => {
    const item = findItem(plan, { list: 'Recommendations', key });
    if (item === null) return [];
    const placed: Placed[] = [];
    let points = 0;
    for (const ballot of ballots) {
      const rank = ballot.ranks.get(key);
      if (rank === undefined) continue;
      placed.push({ rank, voices: ballot.voices });
      points += pointsOf(ballot, rank);
    }
    const chosenBy = placed.reduce((sum, { voices }) => sum + voices, 0);
    const first = placed.filter(({ rank }) => rank === 1);
    return [
      {
        ...choiceOf(item),
        points: Math.round(points * 10) / 10,
        chosenBy,
        notChosenBy: of - chosenBy,
        firstChoices: first.reduce((sum, { voices }) => sum + voices, 0),
        ...placesOf(placed, of),
      },
    ];
  });
  const inOrder = lines.toSorted(
    (one, other) =>
      other.points - one.points ||
      other.chosenBy - one.chosenBy ||
      Number(one.label) - Number(other.label) ||
      one.label.localeCompare(other.label),
  );
  return inOrder.map((line) => ({
    ...line,
    place: 1 + inOrder.filter(({ points }) => points > line.points).length,
  }));
}

/** Beyond the tenth place there is nothing to give. */
function pointsFor(rank: number): number {
  return Math.max(0, LONGEST_RANKING + 1 - rank);
}

function sumOf(ballots: readonly Ballot[]): number {
  return ballots.reduce((sum, { voices }) => sum + voices, 0);
}

/** How many of the first are named in the words. */
const NAMED = 3;

function wordsOf(lines: readonly RankingLine[], voices: number): string {
  const [first, ...others] = lines.slice(0, NAMED);
  if (first === undefined) return 'Nobody has ranked yet.';
  const people = voices === 1 ? '1 person has' : `${voices} people have`;
  const then = others.length === 0 ? '' : `, then ${others.map(({ label }) => label).join(' and ')}`;
  const apart = lines.slice(0, NAMED).filter(({ spread }) => spread === 'far apart');
  const views =
    apart.length === 0 ? '' : ` Views of ${apart.map(({ label }) => label).join(' and ')} are far apart.`;
  return `${people} ranked. What matters most: ${first.label} “${first.title}”${then}.${views}`;
}
