import type { PersonalResult } from '../../plan/content.ts';
import { judgeSettings } from '../../plan/personal/settings.ts';
import { savePreferences } from '../../store/preferences.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { choose } from './choose.ts';

/** Changes how a person wants to be written to. */
export async function saveSettings(
  deps: WorkflowDeps,
  ask: Parameters<UseCases['saveSettings']>[0],
): Promise<PersonalResult> {
  const { settings } = ask;
  return choose(deps, ask, { settings }, async (tx, { everywhere, entraObjectId }) => {
    const { chosen, problems } = judgeSettings(everywhere, settings);
    if (problems !== undefined) return { problems };
    await savePreferences(tx, { tenantId: deps.tenantId, entraObjectId }, chosen);
    return { words: ['Saved. It counts from your next message on, in all your plans.'] };
  });
}
