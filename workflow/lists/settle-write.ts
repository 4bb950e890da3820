import { isDeepStrictEqual } from 'node:util';
import type { SiteRow, WriteOutcome } from '../../graph/site-lists/types.ts';
import type { PlanId } from '../../plan/plan.ts';
import { changeRow, recordWritten } from '../../store/mirror.ts';
import {
  markDead,
  markWritten,
  postpone,
  readWaitingChanges,
  recordConflicts,
  rewriteWaiting,
} from '../../store/outbox.ts';
import { lockPlan, raisePlanVersion } from '../../store/plan-versions.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { RowWrite } from './merge-writes.ts';
import type { RowIds } from './row-ids.ts';
import { rowFromSite } from './row-translation.ts';

/** Waits before a write with an uncertain outcome is looked at again; the list is read in between. */
const UNCERTAIN_DELAY_MS = 90_000;

/** A row that keeps being edited under us is left alone for a while after this many merges. */
const MERGES_AT_ONCE = 5;

/**
 * Records what became of a write.
 * @returns whether the row may be gone on with at once; `false` when it was put off.
 */
export async function settleWrite(
  deps: WorkflowDeps,
  planId: PlanId,
  write: RowWrite,
  outcome: WriteOutcome,
  ids: RowIds,
): Promise<boolean> {
  const where = { planId, list: write.list, outboxId: write.outboxIds[0] };
  switch (outcome.status) {
    case 'written':
      await recordSuccesses(deps, planId, [{ write, itemId: outcome.itemId, etag: outcome.etag }]);
      return true;
    case 'duplicate':
      if (outcome.existing === null || write.kind === 'update') return putOff(deps, write, 'duplicate');
      // An earlier try made the row; what was said of it later may not have been in that try.
      await recordSuccesses(deps, planId, [
        { write: { ...write, outboxIds: [write.outboxIds[0]] }, ...outcome.existing },
      ]);
      return true;
    case 'conflict':
      if (outcome.current === null || write.attempts % (MERGES_AT_ONCE + 1) === MERGES_AT_ONCE)
        return putOff(deps, write, 'conflict');
      await mergeForeignEdit(deps, planId, write, outcome.current, ids);
      return true;
    case 'throttled':
      await postpone(deps.database, write.outboxIds, { delayMs: outcome.retryAfterMs, error: 'throttled' });
      return false;
    case 'unknown':
      deps.log.warn({ ...where, code: outcome.code }, 'write with an uncertain outcome');
      return putOff(deps, write, outcome.code);
    case 'gone':
      deps.log.warn(where, 'row was deleted in SharePoint; its write is given up');
      await markDead(deps.database, write.outboxIds, 'gone');
      return true;
    case 'rejected':
      deps.log.error(
        { ...where, code: outcome.code, httpStatus: outcome.httpStatus },
        'SharePoint refused a write',
      );
      await markDead(deps.database, write.outboxIds, outcome.code);
      return true;
    default:
      return outcome satisfies never;
  }
}

/** A row as SharePoint now has it. */
export interface WrittenRow {
  readonly write: RowWrite;
  readonly itemId: number;
  readonly etag: string | null;
}

/**
 * Records rows that SharePoint has taken, all in one transaction. The plan is another only where one of its rows has
 * got its id: history is known by keys alone.
 */
export async function recordSuccesses(
  deps: WorkflowDeps,
  planId: PlanId,
  written: readonly WrittenRow[],
): Promise<void> {
  if (written.length === 0) return;
  const isPlanChanged = written.some(({ write }) => write.kind === 'create' && write.list !== 'Updates');
  await deps.database.transaction(async (tx) => {
    if (isPlanChanged) await raisePlanVersion(tx, planId);
    else await lockPlan(tx, planId);
    for (const [list, rows] of Map.groupBy(written, ({ write }) => write.list)) {
      await recordWritten(
        tx,
        planId,
        list,
        rows.map(({ write, itemId, etag }) => ({ key: write.key, itemId, etag })),
      );
    }
    await markWritten(
      tx,
      written.flatMap(({ write }) => write.outboxIds),
    );
  });
}

/** Never given up, however long SharePoint is away: somebody saw this accepted. */
async function putOff(deps: WorkflowDeps, write: RowWrite, error: string): Promise<false> {
  await postpone(deps.database, write.outboxIds, { delayMs: UNCERTAIN_DELAY_MS, error });
  return false;
}

/**
 * Somebody edited the row meanwhile. Property by property: where it still is as it was when the answer was given,
 * ours is written; where it was edited too, the edit stays, and ours remains in the history.
 */
async function mergeForeignEdit(
  deps: WorkflowDeps,
  planId: PlanId,
  write: RowWrite,
  current: SiteRow,
  ids: RowIds,
): Promise<void> {
  const theirs = rowFromSite(write.list, current.values, ids);
  const properties = Object.keys(write.changes);
  const edited = properties.filter(
    (property) =>
      !isDeepStrictEqual(theirs[property], write.base[property]) &&
      !isDeepStrictEqual(theirs[property], write.changes[property]),
  );
  const pick = (values: Readonly<Record<string, unknown>>, wanted: readonly string[]) =>
    Object.fromEntries(wanted.map((property) => [property, values[property] ?? null]));
  const ours = properties.filter((property) => !edited.includes(property));
  const [first, ...merged] = write.outboxIds;

  await deps.database.transaction(async (tx) => {
    await raisePlanVersion(tx, planId);
    const { itemId, etag } = current;
    await recordWritten(tx, planId, write.list, [{ key: write.key, itemId, etag }]);
    // The whole row as they left it, and on top what is still to be written: this write's share, and what came later.
    const later = (await readWaitingChanges(tx, planId, write.list))
      .filter((entry) => entry.key === write.key && !write.outboxIds.includes(entry.id))
      .map((entry) => entry.changes);
    const row = Object.assign({}, theirs, pick(write.changes, ours), ...later);
    await changeRow(tx, planId, write.list, write.key, row);
    await markWritten(tx, merged);
    if (ours.length === 0) await markWritten(tx, [first]);
    else await rewriteWaiting(tx, first, { changes: pick(write.changes, ours), base: pick(theirs, ours) });
    if (edited.length > 0) await recordConflicts(tx, [first], edited);
  });
  if (edited.length > 0)
    deps.log.warn({ planId, list: write.list, edited }, 'edits in SharePoint kept over an answer');
}
