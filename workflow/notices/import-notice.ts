import type { ImportResultContent } from '../../plan/content.ts';
import { mayReadPlan, ownerOf } from '../../plan/people.ts';
import type { PlanId } from '../../plan/plan.ts';
import { findDraftIn, type ImportDraft } from '../../store/import-drafts.ts';
import type { ClaimedNotice, PlannedNotice } from '../../store/ledger.ts';
import type { WorkflowDeps } from '../deps.ts';
import { noticeSubject } from './notice-keys.ts';
import type { LedgerRecipient } from './plan-notices.ts';

/** How long somebody who could not be reached may still be told. */
export const TOLD_WITHIN_DAYS = 14;

/** That whoever sent a file is told what importing it came to: once. */
export function importNotice(
  planId: PlanId,
  { importKey, entraObjectId }: Pick<ImportDraft, 'importKey' | 'entraObjectId'>,
  now: Temporal.Instant,
): PlannedNotice {
  const recipient: LedgerRecipient = { kind: 'person', entraObjectId };
  return {
    kind: 'import-result',
    subject: noticeSubject(planId, entraObjectId),
    period: importKey,
    planId,
    recipient,
    dueAt: now.toString(),
    expiresAt: now.add({ hours: 24 * TOLD_WITHIN_DAYS }).toString(),
  };
}

/** What a notice of kind `import-result` says; `null` for somebody who is not in the plan any more. */
export async function renderImportResult(
  deps: WorkflowDeps,
  notice: ClaimedNotice,
): Promise<ImportResultContent | null> {
  const { planId } = notice;
  const draft = await findDraftIn(deps.database, { planId, importKey: notice.period });
  const plan = await deps.plans.get(planId);
  if (plan === null || draft === null || draft.result === null) return null;
  const owner = ownerOf(plan, { entraObjectId: draft.entraObjectId, email: null });
  if (owner === null || !mayReadPlan(plan, owner)) return null;
  const { lists, failure } = draft.result;
  return { kind: 'import-result', planId, planName: plan.name, fileName: draft.fileName, lists, failure };
}
