import type { FieldProblem } from '../../graph/lists/values.ts';
import type { PlanId } from '../../plan/plan.ts';
import { readTakenChannels } from '../../store/channels.ts';
import type { Queryable } from '../../store/database.ts';
import { readProblemRows } from '../../store/mirror.ts';
import type { FoundTrouble } from '../../store/troubles.ts';

/** Codes of the troubles that the mirror alone tells, whether SharePoint can be reached or not. */
export const OF_MIRROR: readonly string[] = ['TIME_ZONE', 'CHANNEL_TAKEN'];

/** What is wrong with what was read of a plan, beyond single rows. */
export async function troublesOfMirror(db: Queryable, planId: PlanId): Promise<FoundTrouble[]> {
  const shifted = (await readProblemRows(db, planId)).filter(({ problems }) =>
    (problems as readonly FieldProblem[]).some((problem) => problem.shifted),
  );
  const taken = (await readTakenChannels(db, planId)).map(
    ({ groupKey, groupTitle }): FoundTrouble => ({
      list: 'Groups',
      code: 'CHANNEL_TAKEN',
      subject: groupKey,
      detail: { group: groupTitle },
    }),
  );
  if (shifted.length === 0) return taken;
  return [{ list: '', code: 'TIME_ZONE', subject: '', detail: { count: shifted.length } }, ...taken];
}
