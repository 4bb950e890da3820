import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Update } from '../rows.ts';

/** The first update that said that it is done since it was last anything else; `null` where it stands in the list only. */
export function saidDone(plan: Plan, { ref, stage }: Item): Update | null {
  const updates = indexOf(plan).updatesOf(ref);
  const before = updates.findLastIndex((update) => update.stage !== stage);
  return updates[before + 1] ?? null;
}
