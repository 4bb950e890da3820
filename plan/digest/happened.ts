import { completedIn, slippedIn } from '../changes.ts';
import type { DigestContent } from '../content.ts';
import { statusOnly } from '../narrative.ts';
import type { Period } from '../period.ts';
import type { Item, Plan } from '../plan.ts';

/**
 * What was completed and what slipped in a period.
 * @param words whether the channel may have what people said of it
 */
export function happenedIn(
  plan: Plan,
  items: readonly Item[],
  period: Period,
  words: boolean,
): Pick<DigestContent, 'completed' | 'slipped'> {
  const completed = completedIn(plan, items, period);
  const slipped = slippedIn(plan, items, period);
  if (words) return { completed, slipped };
  return {
    completed: completed.map(statusOnly),
    slipped: slipped.map((slip) => ({ ...slip, line: statusOnly(slip.line), reason: null })),
  };
}
