import { AppError } from '../../../plan/errors.ts';
import type { ListName } from '../../../plan/glossary.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { markOpenCardsDirty } from '../../../store/check-in-cards.ts';
import type { Database } from '../../../store/database.ts';
import { buryForDeleted } from '../../../store/dead-writes.ts';
import { countSeen, forgetItems, markUnseen, markUnseenDeleted } from '../../../store/mirror.ts';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import { NOT_READ, readSyncStates, saveSyncState } from '../../../store/sync-state.ts';

/**
 * Takes a list for what it now is: rows that SharePoint no longer shows are given up, and everything is read anew. What
 * waited to be written to such rows becomes a refused write, for people to see.
 * @returns how many rows are given up, or would be
 * @throws AppError `NOT_FOUND` when nothing is in doubt about the list
 */
export async function acceptList(
  database: Database,
  { planId, list, apply }: { readonly planId: PlanId; readonly list: ListName; readonly apply: boolean },
): Promise<number> {
  const state = (await readSyncStates(database, planId)).find((one) => one.list === list);
  if (state?.doubt == null) {
    throw new AppError({
      code: 'NOT_FOUND',
      message: `Nothing is in doubt about the list "${list}" of plan ${planId}: there is nothing to accept.`,
      details: { planId, list },
    });
  }
  const isReplaced = state.doubt === 'LIST_REPLACED';
  const { seen, unseen } = await countSeen(database, planId, list);
  if (!apply) return isReplaced ? seen + unseen : unseen;
  await database.transaction(async (tx) => {
    await raisePlanVersion(tx, planId);
    await markOpenCardsDirty(tx, planId);
    if (isReplaced) await markUnseen(tx, planId, list);
    await markUnseenDeleted(tx, planId, list);
    // The numbers of the old list's rows are those of other rows in the new one.
    if (isReplaced) await forgetItems(tx, planId, list);
    await buryForDeleted(tx, planId, list);
    await saveSyncState(tx, planId, { ...NOT_READ, list });
  });
  return isReplaced ? seen + unseen : unseen;
}
