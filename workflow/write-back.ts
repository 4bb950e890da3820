import type { SiteLists, WriteOperation, WriteOutcome } from '../graph/site-lists/types.ts';
import { AppError } from '../plan/errors.ts';
import type { PlanId } from '../plan/plan.ts';
import { markWritten, readWaiting } from '../store/outbox.ts';
import type { WorkflowDeps } from './deps.ts';
import { listsLookedUp } from './lookups.ts';
import { mergeWrites, type RowWrite } from './merge-writes.ts';
import { withPlanLease } from './plan-lease.ts';
import { type RowIds, readRowIds } from './row-ids.ts';
import { rowToSite } from './row-translation.ts';
import { settleWrite } from './settle-write.ts';

/** Writes taken from the outbox at a time; ten batches of Graph's. */
const WRITES_PER_ROUND = 200;

/**
 * Writes to SharePoint what waits, in the order it was made for each row, the rows together in batches. Ends when
 * nothing more can be written now: what is throttled or points to a row without an id waits for the next time.
 * @returns how many rows were written.
 */
export async function writeBack(deps: WorkflowDeps, planId: PlanId): Promise<number> {
  const written = await withPlanLease(deps, planId, async () => {
    const siteLists = await deps.siteListsOf(planId);
    let count = 0;
    for (;;) {
      const progress = await writeRound(deps, planId, siteLists);
      if (progress === 0) return count;
      count += progress;
    }
  });
  return written ?? 0;
}

/** One round; answers how many writes were settled, whichever way. */
async function writeRound(deps: WorkflowDeps, planId: PlanId, siteLists: SiteLists): Promise<number> {
  const writes = mergeWrites(await readWaiting(deps.database, planId, WRITES_PER_ROUND));
  if (writes.length === 0) return 0;
  const lists = writes.flatMap(({ list }) => [list, ...listsLookedUp(list)]);
  const ids = await readRowIds(deps.database, planId, lists);

  let settled = 0;
  const ready: { write: RowWrite; operation: WriteOperation }[] = [];
  for (const write of writes) {
    if (write.kind === 'create' && ids.itemIdOf(write.list, write.key) !== null) {
      // Recognised when the list was read: it was written, only its id was not recorded.
      await markWritten(deps.database, write.outboxIds);
      settled += 1;
      continue;
    }
    const operation = operationOf(write, ids);
    if (operation !== null) ready.push({ write, operation });
  }

  const outcomes = await writeAll(
    siteLists,
    ready.map(({ operation }) => operation),
  );
  for (const [index, { write }] of ready.entries()) {
    const outcome = outcomes[index];
    if (outcome !== undefined && (await settleWrite(deps, planId, write, outcome, ids))) settled += 1;
  }
  return settled;
}

function operationOf(write: RowWrite, ids: RowIds): WriteOperation | null {
  const values = rowToSite(write.list, write.changes, ids);
  if (values === null) return null;
  if (write.kind === 'create') return { kind: 'create', list: write.list, values };
  const itemId = ids.itemIdOf(write.list, write.key);
  return itemId === null
    ? null
    : { kind: 'update', list: write.list, itemId, etag: ids.etagOf(write.list, write.key), values };
}

/** A value that does not fit its column is found before anything is written; then each row is tried alone. */
async function writeAll(
  siteLists: SiteLists,
  operations: readonly WriteOperation[],
): Promise<readonly WriteOutcome[]> {
  try {
    return await siteLists.writeRows(operations);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'BAD_INPUT') throw error;
    if (operations.length === 1)
      return [{ status: 'rejected', httpStatus: 0, code: error.code, message: error.message }];
    const outcomes: WriteOutcome[] = [];
    for (const operation of operations) outcomes.push(...(await writeAll(siteLists, [operation])));
    return outcomes;
  }
}
