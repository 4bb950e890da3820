import type { ImportResultContent } from '../../plan/content.ts';
import type { ClaimedNotice } from '../../store/ledger.ts';
import type { WorkflowDeps } from '../deps.ts';

/** What a notice of kind `import-result` says as things stand now; `null` when there is nothing to say any more. */
export async function renderImportResult(
  _deps: WorkflowDeps,
  _notice: ClaimedNotice,
): Promise<ImportResultContent | null> {
  return null;
}
