import { PERSONAL_RULES } from '../../plan/notices/index.ts';
import { directoryIdOf } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';
import type { LedgerScope } from '../../store/deliveries.ts';

/** Kinds of which one message covers all plans of a person. */
const SHARED_KINDS = PERSONAL_RULES.map(({ kind }) => kind);

/**
 * The notices of a plan: its own, and of those that cover several plans, the ones to people in its Owners list.
 * @param channelsOnly only what went to the groups' channels
 */
export function ledgerScopeOf(plan: Plan, { channelsOnly = false } = {}): LedgerScope {
  const people = plan.owners.flatMap((owner) => directoryIdOf(owner) ?? []);
  return { planId: plan.id, sharedKinds: SHARED_KINDS, people, channelsOnly };
}
