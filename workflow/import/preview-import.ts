import type { ImportPreviewContent } from '../../plan/content.ts';
import { decide } from '../../plan/import/decide.ts';
import { type Understanding, understand } from '../../plan/import/understand.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ImportDraft } from '../../store/import-drafts.ts';
import { readSaid } from '../../store/import-rows.ts';
import type { WorkflowDeps } from '../deps.ts';
import { countDecision } from './count-decision.ts';
import { draftIsGone } from './import-draft.ts';
import { standingInMirror } from './read-standing.ts';

/** Changes that a preview shows; the rest is in the counts. */
const CHANGES_SHOWN = 10;

/** What importing a file would do to the plan as the mirror has it. No Graph call. */
export async function previewImport(
  deps: WorkflowDeps,
  plan: Plan,
  draft: ImportDraft,
): Promise<ImportPreviewContent> {
  const understanding = understandDraft(plan, draft);
  const standing = await standingInMirror(deps.database, plan.id);
  const decision = decide(understanding.imported, standing, await readSaid(deps.database, plan.id));
  return {
    kind: 'import-preview',
    importKey: draft.importKey,
    planId: plan.id,
    planName: plan.name,
    fileName: draft.fileName,
    understood: understanding.understood,
    columns: understanding.columns,
    fieldChoices: understanding.fieldChoices,
    lists: countDecision(decision),
    changes: decision.changes.slice(0, CHANGES_SHOWN),
    doubts: [...understanding.doubts, ...decision.doubts],
  };
}

/** What a file says for a plan, with what was said of its columns. @throws AppError `NOT_A_PLAN`, `BAD_INPUT` */
export function understandDraft(
  plan: Plan,
  { document, columns }: Pick<ImportDraft, 'document' | 'columns'>,
): Understanding {
  if (document === null) throw draftIsGone();
  const understanding = understand(document.document, {
    columns,
    known: {
      groups: plan.groups.map(({ title }) => title),
      owners: plan.owners.map(({ title }) => title),
    },
    planId: plan.id,
  });
  return { ...understanding, doubts: [...document.doubts, ...understanding.doubts] };
}
