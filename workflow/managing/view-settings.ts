import type { PlanSettingsContent } from '../../plan/content.ts';
import type { Plan } from '../../plan/plan.ts';
import { buildSettings } from '../../plan/settings/build-settings.ts';
import { readSeenChannels } from '../../store/seen-channels.ts';
import type { WorkflowDeps } from '../deps.ts';
import { addressOfItem } from '../lists/row-address.ts';
import type { UseCases } from '../use-cases.ts';
import { requireManager } from './require-manager.ts';

/** Everything a plan manager may set, as it stands. */
export async function viewSettings(
  deps: WorkflowDeps,
  { actor, planId }: Parameters<UseCases['viewSettings']>[0],
): Promise<PlanSettingsContent> {
  return settingsOf(deps, (await requireManager(deps, actor, planId)).plan);
}

/** The same of a plan. Whoever calls it has asked whether the person may know. */
export async function settingsOf(
  { database, tenantId }: Pick<WorkflowDeps, 'database' | 'tenantId'>,
  plan: Plan,
): Promise<PlanSettingsContent> {
  const seen = await readSeenChannels(database, { tenantId, planId: plan.id });
  return buildSettings(plan, seen, (list, { itemId }) => addressOfItem(plan, list, itemId));
}
