import type { ConflictContent } from '../../plan/content.ts';
import type { ClaimedNotice } from '../../store/ledger.ts';
import type { WorkflowDeps } from '../deps.ts';

/** What a notice of kind `conflict` says as things stand now; `null` when there is nothing to say any more. */
export async function renderConflict(
  _deps: WorkflowDeps,
  _notice: ClaimedNotice,
): Promise<ConflictContent | null> {
  return null;
}
