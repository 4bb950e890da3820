import type { Plan } from '../plan.ts';
import type { Owner } from '../rows.ts';

/** A person in one of their plans. */
export interface InPlan {
  readonly plan: Plan;
  readonly owner: Owner;
}

/** A person in all their plans; somebody who is in none is told so before. */
export type Everywhere = readonly [InPlan, ...InPlan[]];
