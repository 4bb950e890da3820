import type { ImportPreviewContent } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { addDraft, chooseForDraft, type ImportDraft } from '../../store/import-drafts.ts';
import { receiveCalendar } from '../calendar/receive-calendar.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { readFile } from './documents/read-file.ts';
import { draftIsGone, requireDraft, requireManagedPlans, requireManager } from './import-draft.ts';
import { previewImport, understandDraft } from './preview-import.ts';

/** Takes a file for import, a calendar or a plan: reads it, keeps what was read, and says what it would do. */
export async function receiveImport(
  deps: WorkflowDeps,
  { actor, file: sent, planId }: Parameters<UseCases['receiveImport']>[0],
): ReturnType<UseCases['receiveImport']> {
  const managers = await requireManagedPlans(deps, actor, planId);
  const file = typeof sent === 'function' ? await sent() : sent;
  const calendar = await receiveCalendar(deps, managers, file);
  if (calendar !== null) return calendar;
  const { plans, entraObjectId } = managers;
  const document = await readFile(file.name, file.bytes);
  const [first] = plans;
  // A file that is no plan is refused at once, whichever plan it is for.
  if (first !== undefined) understandDraft(first.plan, { document, columns: {} });
  const only = plans.length === 1 && first !== undefined ? first.plan : null;
  const draft: ImportDraft = {
    importKey: deps.newKey(),
    planId: only?.id ?? null,
    entraObjectId,
    fileName: file.name,
    document,
    columns: {},
    state: 'shown',
    attempts: 0,
    result: null,
  };
  await addDraft(deps.database, draft, deps.clock.now().toString());
  if (only !== null) return previewImport(deps, only, draft);
  return {
    kind: 'which-plan',
    importKey: draft.importKey,
    fileName: draft.fileName,
    plans: plans.map(({ plan }) => ({ planId: plan.id, planName: plan.name })),
  };
}

/** The preview of a received file; remembers the plan chosen and what was said of its columns. */
export async function viewImport(
  deps: WorkflowDeps,
  { actor, importKey, planId, columns = {} }: Parameters<UseCases['viewImport']>[0],
): Promise<ImportPreviewContent> {
  const draft = await requireDraft(deps, actor, importKey);
  const wanted = planId ?? draft.planId;
  if (wanted === null)
    throw new AppError({
      code: 'BAD_INPUT',
      message: 'import without a plan',
      userMessage: 'Choose which plan this file is for.',
    });
  const { plan } = await requireManager(deps, actor, wanted);
  if (draft.state !== 'shown') throw draftIsGone();
  const chosen = { ...draft, planId: wanted, columns: { ...draft.columns, ...columns } };
  const preview = await previewImport(deps, plan, chosen);
  await chooseForDraft(deps.database, { planId: wanted, importKey, columns: chosen.columns });
  return preview;
}
