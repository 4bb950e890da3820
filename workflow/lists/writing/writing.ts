import type { SiteLists, WriteOperation, WriteOutcome } from '../../../graph/site-lists/types.ts';
import { AppError } from '../../../plan/errors.ts';
import type { PlanId } from '../../../plan/plan.ts';
import type { RowWrite } from './merge-writes.ts';

/** A write that is being made. */
export interface Writing {
  readonly planId: PlanId;
  readonly siteLists: SiteLists;
  readonly write: RowWrite;
  readonly operation: WriteOperation;
  /** Properties whose columns the list lacks just now: left out of the operation. */
  readonly held: readonly string[];
}

/** Writes rows. A value that does not fit its column is found before anything is written; then each row is tried alone. */
export async function writeAll(
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
