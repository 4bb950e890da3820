import type { YouSaidEntry } from '../content.ts';
import type { Period } from '../period.ts';
import type { Plan } from '../plan.ts';

/** What people said in a period, and what came of it, the newest first. */
export function youSaid(_plan: Plan, _period: Period): readonly YouSaidEntry[] {
  return [];
}
