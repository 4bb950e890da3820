import { LISTS } from '../../graph/lists/index.ts';
import type { SiteLists, WriteOperation, WriteOutcome } from '../../graph/site-lists/types.ts';
import { AppError } from '../../plan/errors.ts';
import type { PlanId } from '../../plan/plan.ts';
import { markTried, markWritten, type OutboxEntry, postpone, readWaiting } from '../../store/outbox.ts';
import type { WorkflowDeps } from '../deps.ts';
import { listsLookedUp } from './lookups.ts';
import { mergeWrites, type RowWrite } from './merge-writes.ts';
import { withPlanLease } from './plan-lease.ts';
import { type RowIds, readRowIds } from './row-ids.ts';
import { rowToSite } from './row-translation.ts';
import { recordSuccesses, settleWrite, type WrittenRow } from './settle-write.ts';
import { readLists } from './sync-in.ts';

/** Writes taken from the outbox at a time; ten batches of Graph's. */
const WRITES_PER_ROUND = 200;

/** What cannot be written yet lets the others go first for so long. */
const BLOCKED_DELAY_MS = 5_000;

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
      const { settled, putOff } = await writeRound(deps, planId, siteLists);
      count += settled;
      if (settled + putOff === 0) return count;
    }
  });
  return written ?? 0;
}

/** One round; answers how many writes were settled, whichever way, and how many make room for others. */
async function writeRound(
  deps: WorkflowDeps,
  planId: PlanId,
  siteLists: SiteLists,
): Promise<{ readonly settled: number; readonly putOff: number }> {
  const entries = await readWaiting(deps.database, planId, WRITES_PER_ROUND);
  if (entries.length === 0) return { settled: 0, putOff: 0 };
  const doubtful = await lookForUncertain(deps, planId, siteLists, entries);
  const writes = mergeWrites(entries);
  const lists = writes.flatMap(({ list }) => [list, ...listsLookedUp(list)]);
  const ids = await readRowIds(deps.database, planId, lists);

  let settled = 0;
  const ready: { write: RowWrite; operation: WriteOperation }[] = [];
  const blocked: RowWrite[] = [];
  for (const write of writes) {
    if (write.kind === 'create' && ids.itemIdOf(write.list, write.key) !== null) {
      // Recognised when the list was read: it was written, only its id was not recorded. What was said of the row
      // later may not have been in that write, and is written next.
      await markWritten(deps.database, [write.outboxIds[0]]);
      settled += 1;
      continue;
    }
    const operation = doubtful.has(write.list) ? null : operationOf(write, ids);
    if (operation === null) blocked.push(write);
    else ready.push({ write, operation });
  }

  await markTried(
    deps.database,
    ready.filter(({ write }) => cannotBeRepeated(write)).flatMap(({ write }) => write.outboxIds),
  );
  const outcomes = await writeAll(
    siteLists,
    ready.map(({ operation }) => operation),
  );
  const written: WrittenRow[] = [];
  for (const [index, { write }] of ready.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status === 'written') written.push({ write, itemId: outcome.itemId, etag: outcome.etag });
    else if (outcome !== undefined && (await settleWrite(deps, planId, write, outcome, ids))) settled += 1;
  }
  await recordSuccesses(deps, planId, written);
  settled += written.length;
  if (settled > 0 || blocked.length === 0) return { settled, putOff: 0 };
  // Else what points to a row that will never come would in time stand before everything else.
  const error = 'points to a row that is not in SharePoint yet';
  const outboxIds = blocked.flatMap((write) => write.outboxIds);
  await postpone(deps.database, outboxIds, { delayMs: BLOCKED_DELAY_MS, error });
  return { settled, putOff: blocked.length };
}

/** A create that SharePoint would take twice: the site was provisioned before the list had a column for our key. */
function cannotBeRepeated({ kind, list }: Pick<OutboxEntry, 'kind' | 'list'>): boolean {
  const { keyIn } = LISTS[list];
  return kind === 'create' && keyIn === null;
}

/**
 * Reads the lists again into which a row was perhaps written already, so that it is recognised.
 * @returns those that could not be read; into them nothing may be written now.
 */
async function lookForUncertain(
  deps: WorkflowDeps,
  planId: PlanId,
  siteLists: SiteLists,
  entries: readonly OutboxEntry[],
): Promise<ReadonlySet<string>> {
  const tried = entries.filter((entry) => entry.attempts > 0 && cannotBeRepeated(entry));
  if (tried.length === 0) return new Set();
  const lists = [...new Set(tried.map(({ list }) => list))];
  const { failed } = await readLists(deps, planId, siteLists, lists);
  return new Set(failed);
}

function operationOf(write: RowWrite, ids: RowIds): WriteOperation | null {
  const { list, key } = write;
  const values = rowToSite(list, write.changes, ids);
  if (values === null) return null;
  if (write.kind === 'create') {
    const { keyIn } = LISTS[list];
    const named = keyIn === null ? {} : { [keyIn]: key };
    return { kind: 'create', list, values: { ...values, ...named } };
  }
  const itemId = ids.itemIdOf(list, key);
  return itemId === null ? null : { kind: 'update', list, itemId, etag: ids.etagOf(list, key), values };
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
