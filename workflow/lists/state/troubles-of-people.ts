import type { Plan } from '../../../plan/plan.ts';
import { indexOf } from '../../../plan/plan-index.ts';
import type { TroubleCode } from '../../../plan/troubles.ts';
import type { Queryable } from '../../../store/database.ts';
import type { FoundTrouble } from '../../../store/troubles.ts';
import { readUnreachableOwners } from '../../../store/unreachable-people.ts';

/** Code of the troubles that this file finds. */
export const OF_PEOPLE = 'PERSON_UNREACHABLE' satisfies TroubleCode;

/** Owners of a plan whom Teams does not let be written to. */
export async function troublesOfPeople(db: Queryable, plan: Plan, tenantId: string): Promise<FoundTrouble[]> {
  const unreachable = await readUnreachableOwners(db, { planId: plan.id, tenantId });
  return unreachable.map(({ ownerKey }) => ({
    list: 'Owners',
    code: OF_PEOPLE,
    subject: ownerKey,
    detail: { person: indexOf(plan).owners.get(ownerKey)?.title ?? '' },
  }));
}
