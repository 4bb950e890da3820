import { formatMoment } from '../../plan/calendar/dates.ts';
import type { ImportStanding } from '../../plan/content.ts';
import { readDraftsOf } from '../../store/import-drafts.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { requireManagedPlans, requireManager } from './import-draft.ts';

/** Files that are shown. */
const MOST_SHOWN = 5;

/** The last few files that somebody sent for a plan: what waits for them, is being written or was. */
export async function listImports(
  deps: WorkflowDeps,
  { actor, planId }: Parameters<UseCases['listImports']>[0],
): Promise<readonly ImportStanding[]> {
  const { plan } = await requireManager(deps, actor, planId);
  const { entraObjectId } = await requireManagedPlans(deps, actor, planId);
  const drafts = await readDraftsOf(deps.database, { planId, entraObjectId, limit: MOST_SHOWN });
  return drafts.map(({ importKey, fileName, state, result, receivedAt }) => ({
    importKey,
    fileName,
    receivedWords: formatMoment(receivedAt, plan.settings.timeZone),
    state,
    lists: result?.lists ?? [],
    failure: result?.failure ?? null,
  }));
}
