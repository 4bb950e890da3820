import type { TroubleContent } from '../../plan/content.ts';
import type { ClaimedNotice } from '../../store/ledger.ts';
import type { WorkflowDeps } from '../deps.ts';

/** What a notice of kind `trouble` says as things stand now; `null` when there is nothing to say any more. */
export async function renderTrouble(
  _deps: WorkflowDeps,
  _notice: ClaimedNotice,
): Promise<TroubleContent | null> {
  return null;
}
