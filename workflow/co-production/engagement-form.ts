import { engagementForm } from '../../plan/co-production/engagement-forms.ts';
import { mayRecordEngagement } from '../../plan/co-production/engagement-people.ts';
import type { EngagementForm } from '../../plan/content.ts';
import { findPlansOf, requireActor, requireChannelGroup } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { requireEntry, requireRecorder } from './engagement.ts';

/** The dialog for a new entry, in each plan in which the person may add one. */
export async function viewEngagementForms(
  deps: WorkflowDeps,
  { actor, channelId }: Parameters<UseCases['viewEngagementForms']>[0],
): Promise<readonly EngagementForm[]> {
  const now = deps.clock.now();
  if (channelId !== undefined) {
    const { group, ...known } = await requireChannelGroup(deps, actor, channelId);
    requireRecorder(known);
    const about = { viewer: known.owner, row: null, met: group, now };
    return [engagementForm(known.plan, about, deps.newKey())];
  }
  return (await findPlansOf(deps, actor))
    .filter(({ plan, owner }) => mayRecordEngagement(plan, owner))
    .map(({ plan, owner }) => engagementForm(plan, { viewer: owner, row: null, now }, deps.newKey()));
}

/** The dialog for an entry that is new, or there. */
export async function viewEngagementForm(
  deps: WorkflowDeps,
  { actor, planId, engagementKey }: Parameters<UseCases['viewEngagementForm']>[0],
): Promise<EngagementForm> {
  const known = await requireActor(deps, actor, planId);
  if (engagementKey === null) requireRecorder(known);
  const row = engagementKey === null ? null : requireEntry(known, engagementKey);
  return engagementForm(known.plan, { viewer: known.owner, row, now: deps.clock.now() }, deps.newKey());
}
