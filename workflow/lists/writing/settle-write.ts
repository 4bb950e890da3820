import type { WriteOutcome } from '../../../graph/site-lists/types.ts';
import { postpone } from '../../../store/outbox.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { buryDeleted } from './bury-writes.ts';
import { mergeRow } from './merge-row.ts';
import { outboxIds, type RowWrite } from './merge-writes.ts';
import { recordFound, recordSuccesses } from './record-successes.ts';
import { settleRefusal } from './settle-refusal.ts';
import type { Writing } from './writing.ts';

/** Waits before a write with an uncertain outcome is looked at again: most are over in seconds, and each time it waits longer. */
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 90_000;

/** A row that keeps being edited under us is left alone for a while after this many merges. */
const MERGES_AT_ONCE = 5;

/**
 * Records what became of a write.
 * @returns whether the row may be gone on with at once; `false` when it was put off.
 */
export async function settleWrite(
  deps: WorkflowDeps,
  writing: Writing,
  outcome: WriteOutcome,
): Promise<boolean> {
  const { planId, siteLists, write } = writing;
  const where = { planId, list: write.list, outboxId: write.entries[0].id };
  switch (outcome.status) {
    case 'written':
      await recordSuccesses(deps, [{ ...writing, itemId: outcome.itemId, etag: outcome.etag }]);
      return true;
    case 'duplicate':
      if (outcome.existing === null) return putOff(deps, write, 'duplicate');
      if (write.kind === 'update')
        return settleRefusal(deps, writing, { code: 'duplicate', httpStatus: 409 });
      await recordFound(deps, writing, outcome.existing);
      return true;
    case 'conflict': {
      const isTired = write.attempts % (MERGES_AT_ONCE + 1) === MERGES_AT_ONCE;
      if (outcome.current === null || isTired) return putOff(deps, write, 'conflict');
      const isMerged = await mergeRow(deps, planId, siteLists, write, outcome.current);
      return isMerged || putOff(deps, write, 'conflict');
    }
    case 'throttled':
      await postpone(deps.database, outboxIds([write]), {
        delayMs: outcome.retryAfterMs,
        error: 'throttled',
      });
      return false;
    case 'unknown':
      deps.log.warn({ ...where, code: outcome.code }, 'write with an uncertain outcome');
      return putOff(deps, write, outcome.code);
    case 'gone':
      deps.log.warn(where, 'row was deleted in SharePoint before it was written to');
      await buryDeleted(deps, planId, write);
      return true;
    case 'rejected':
      deps.log.error(
        { ...where, code: outcome.code, httpStatus: outcome.httpStatus },
        'SharePoint refused a write',
      );
      return (await settleRefusal(deps, writing, outcome)) || putOff(deps, write, outcome.code);
    default:
      return outcome satisfies never;
  }
}

/** Never given up, however long SharePoint is away: somebody saw this accepted. */
export async function putOff(deps: WorkflowDeps, write: RowWrite, error: string): Promise<false> {
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** write.attempts, LONGEST_DELAY_MS);
  await postpone(deps.database, outboxIds([write]), { delayMs, error });
  return false;
}
