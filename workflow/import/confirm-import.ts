import { AppError } from '../../plan/errors.ts';
import { confirmDraft, forgetDraft } from '../../store/import-drafts.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { draftIsGone, requireDraft, requireManager } from './import-draft.ts';

/** Begins to write what a preview showed. Pressed again, it goes on as it is. */
export async function confirmImport(
  deps: WorkflowDeps,
  { actor, importKey, planId }: Parameters<UseCases['confirmImport']>[0],
): Promise<void> {
  const draft = await requireDraft(deps, actor, importKey, planId);
  if (draft.planId === null) throw draftIsGone();
  await requireManager(deps, actor, draft.planId);
  await confirmDraft(deps.database, { planId: draft.planId, importKey });
  deps.nudge();
}

/** Forgets a received file. @throws AppError `STALE` when the import has begun */
export async function cancelImport(
  deps: WorkflowDeps,
  { actor, importKey, planId }: Parameters<UseCases['cancelImport']>[0],
): Promise<void> {
  const { entraObjectId } = await requireDraft(deps, actor, importKey, planId);
  if (await forgetDraft(deps.database, { importKey, entraObjectId })) return;
  throw new AppError({
    code: 'STALE',
    message: 'the import was confirmed before',
    userMessage: 'This import has already begun, so it can’t be cancelled. I tell you here when it is done.',
  });
}
