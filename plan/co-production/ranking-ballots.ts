import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, Priority, RowKey } from '../rows.ts';

/** Places that count: whoever enters a group's own word in the list may rank more than a form asks for. */
export const LONGEST_RANKING = 10;

/** One ranking: what matters most to somebody, or to so many people. */
export interface Ballot {
  readonly group: RowKey;
  readonly voices: number;
  readonly on: IsoDate | null;
  /** Place by recommendation, from 1. */
  readonly ranks: ReadonlyMap<RowKey, number>;
}

/** A plan is never changed in place: what each group of it says is worked out once. */
const ballots = new WeakMap<Plan, ReadonlyMap<RowKey, readonly Ballot[]>>();

/**
 * Rankings of a plan by group; groups that have not ranked are not there. Rows that somebody enters in the list without a
 * ballot are their group's own word, of which the last day counts; a row without a rank was taken back.
 */
export function ballotsOf(plan: Plan): ReadonlyMap<RowKey, readonly Ballot[]> {
  const known = ballots.get(plan);
  if (known) return known;
  const made = Map.groupBy(allBallots(plan), ({ group }) => group);
  ballots.set(plan, made);
  return made;
}

function allBallots(plan: Plan): readonly Ballot[] {
  const counted = plan.priorities.filter((row) => isCounted(plan, row));
  const byBallot = Map.groupBy(counted, ({ group, ballot }) => `${group}/${ballot ?? ''}`);
  return [...byBallot.values()].flatMap((all) => {
    const rows = all[0]?.ballot == null ? ofLastDay(all) : all;
    const [first] = rows;
    if (first === undefined || first.group === null) return [];
    return [{ group: first.group, voices: voicesOf(first), on: first.on, ranks: ranksIn(rows) }];
  });
}

function ofLastDay(rows: readonly Priority[]): readonly Priority[] {
  const last = rows
    .map(({ on }) => on ?? '')
    .toSorted()
    .at(-1);
  return rows.filter(({ on }) => (on ?? '') === last);
}

function isCounted(plan: Plan, { group, recommendation, rank }: Priority): boolean {
  if (group === null || recommendation === null || rank === null) return false;
  return rank >= 1 && indexOf(plan).recommendations.has(recommendation);
}

function voicesOf({ voices = null }: Priority): number {
  return voices === null || voices < 1 ? 1 : Math.floor(voices);
}

/** Where one recommendation stands twice, the better place counts. */
function ranksIn(rows: readonly Priority[]): ReadonlyMap<RowKey, number> {
  const ranks = new Map<RowKey, number>();
  for (const { recommendation, rank } of rows) {
    if (recommendation === null || rank === null) continue;
    ranks.set(recommendation, Math.min(rank, ranks.get(recommendation) ?? rank));
  }
  return ranks;
}
