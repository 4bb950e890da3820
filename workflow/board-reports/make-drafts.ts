import { draftsDue } from '../../plan/board-reports/drafts-due.ts';
import type { Plan } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import { loadPlan } from '../../store/load-plan.ts';
import { readDeletedKeys } from '../../store/mirror.ts';
import { raisePlanVersion } from '../../store/plan-versions.ts';
import type { WorkflowDeps } from '../deps.ts';
import { addRow } from '../write-row.ts';

/**
 * Makes the drafts of board reports that are due, as rows of the list: once for a board and a meeting, in whichever process.
 * One that somebody deleted in SharePoint is not made again. Answers how many are new.
 */
export async function makeDrafts(deps: WorkflowDeps, plan: Plan): Promise<number> {
  const { database, clock } = deps;
  const now = clock.now();
  const due = draftsDue(plan, now);
  if (due.length === 0) return 0;
  const deleted = await readDeletedKeys(database, plan.id, 'Board reports');
  if (due.every(({ key }) => deleted.includes(key))) return 0;
  const made = await database.transaction(async (tx) => {
    await raisePlanVersion(tx, plan.id);
    const standing = (await loadPlan(tx, plan.id)) ?? plan;
    const keys: RowKey[] = [];
    for (const { boardKey, meetingOn: _day, ...draft } of draftsDue(standing, now)) {
      const row = { ...NEW_DRAFT, ...draft, board: boardKey };
      if (await addRow(tx, plan.id, { list: 'Board reports', row, said: null })) keys.push(row.key);
    }
    return keys;
  });
  for (const reportKey of made) deps.log.info({ planId: plan.id, reportKey }, 'draft of a board report made');
  return made.length;
}

const NEW_DRAFT = {
  itemId: null,
  state: 'Draft',
  approvedBy: null,
  postedOn: null,
  document: null,
} as const;
