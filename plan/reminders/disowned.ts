import { isSameItem } from '../items.ts';
import type { Disowned, NoticeLedger } from '../notices/notice-ledger.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Reminded } from './reminded.ts';

const SAME_MOMENT_MS = 1_000;

/**
 * Leaves out what an owner would be reminded of although they have said that it is not theirs. That stands, whoever was
 * told of it, until somebody gives the item or its owner says something else of it.
 */
export function withoutDisowned(
  plan: Plan,
  reminded: readonly Reminded[],
  { disowned }: NoticeLedger,
): readonly Reminded[] {
  const standing = disowned.filter((one) => one.planId === plan.id && stands(plan, one));
  if (standing.length === 0) return reminded;
  return reminded.filter(
    ({ item, to }) =>
      to !== item.owner || !standing.some(({ ref, by }) => by === to && isSameItem(ref, item.ref)),
  );
}

function stands(plan: Plan, { ref, by, at }: Disowned): boolean {
  const last = indexOf(plan)
    .updatesOf(ref)
    .findLast((update) => update.by === by)?.at;
  // What was said with it has the same moment, of which one or the other may be kept in whole seconds only.
  return !last || Date.parse(last) <= Date.parse(at) + SAME_MOMENT_MS;
}
