import type { FieldProblem } from '../../../graph/lists/values.ts';
import type { PlanId } from '../../../plan/plan.ts';
import type { Queryable } from '../../../store/database.ts';
import { countDead } from '../../../store/dead-writes.ts';
import { readProblemRows } from '../../../store/mirror.ts';
import type { FoundTrouble } from '../../../store/troubles.ts';

/** Codes of the troubles that this file finds, whether SharePoint can be reached or not. */
export const OF_MIRROR: readonly string[] = ['TIME_ZONE', 'WRITES_REFUSED'];

/** What is wrong with what was read of a plan, beyond single rows, and with what was to be written. */
export async function troublesOfMirror(db: Queryable, planId: PlanId): Promise<FoundTrouble[]> {
  const shifted = (await readProblemRows(db, planId)).filter(({ problems }) =>
    (problems as readonly FieldProblem[]).some((problem) => problem.shifted),
  );
  const refused = (await countDead(db, planId)).map(
    ({ list, count }): FoundTrouble => ({ list, code: 'WRITES_REFUSED', subject: '', detail: { count } }),
  );
  if (shifted.length === 0) return refused;
  return [{ list: '', code: 'TIME_ZONE', subject: '', detail: { count: shifted.length } }, ...refused];
}
