import type { Queryable } from '../../../store/database.ts';
import { countSeen, markUnseenDeleted } from '../../../store/mirror.ts';
import { type Doubt, saveSyncState } from '../../../store/sync-state.ts';
import type { TakeContext } from './take-context.ts';

/** Fewer rows than this may all but vanish without anybody being asked. */
const DOUBTED_FROM_ROWS = 10;

/** How soon everything is read again where the last reading of everything left something open. */
const AGAIN_AFTER_HOURS = 1;

/**
 * Ends the reading of a list. After a reading of everything, rows that were not in it are gone, unless something could
 * not be read or it can't be believed. Where something is left open, everything is read again: at once after a reading of
 * changes, else in an hour, so that a lasting fault doesn't cost a whole list every minute.
 */
export async function endReading(
  tx: Queryable,
  { planId, list, siteLists, state, now }: TakeContext,
  isFull: boolean,
): Promise<void> {
  const { isFaulty } = state;
  if (!isFull) {
    // What SharePoint has said of a list in doubt may settle it.
    if ((isFaulty && state.againAt === null) || state.doubt !== null)
      await saveSyncState(tx, planId, { list, againAt: now.toString() });
    return;
  }
  const doubt = isFaulty ? state.doubt : doubtOf(await countSeen(tx, planId, list));
  if (!isFaulty && doubt === null) await markUnseenDeleted(tx, planId, list);
  const again = isFaulty || doubt !== null ? now.add({ hours: AGAIN_AFTER_HOURS }).toString() : null;
  await saveSyncState(tx, planId, { list, doubt, againAt: again });
  const columns = siteLists.columnIds(list);
  if (!isFaulty && Object.keys(columns).length > 0) await saveSyncState(tx, planId, { list, columns });
}

/**
 * A person who deletes rows is seen doing so: each deletion comes as a change. Rows that are merely not there in a reading
 * from the start may also be a list that was restored from an old copy, or one that hides rows from Milepost. A few are
 * believed; a whole list, or most of a long one, is not.
 */
export function doubtOf({ seen, unseen }: { readonly seen: number; readonly unseen: number }): Doubt | null {
  if (unseen > 0 && seen === 0) return 'LIST_EMPTIED';
  return seen + unseen >= DOUBTED_FROM_ROWS && unseen > seen ? 'ROWS_VANISHED' : null;
}
