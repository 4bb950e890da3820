import { checkInToOpen, groupStarted, startedGroups } from '../../plan/meetings/started-meeting.ts';
import { openingNotice } from '../../plan/notices/check-in.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Group } from '../../plan/rows.ts';
import { listPlanSites } from '../../store/plan-sites.ts';
import { findPlansOf } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { enterNotices } from '../notices/plan-notices.ts';
import type { UseCases } from '../use-cases.ts';
import { openMeeting } from './put-meeting.ts';

type Started = Parameters<UseCases['startMeeting']>[0];

/**
 * Opens the check-in of the group whose meeting has started in Teams, once; its card goes to the group's own channel.
 * Where it can't be told whose meeting it is, nothing happens: it opens by the calendar or when somebody asks.
 */
export async function startMeeting(deps: WorkflowDeps, started: Started): Promise<void> {
  const found = started.tenantId === deps.tenantId ? await groupOf(deps, started) : null;
  const now = deps.clock.now();
  const planned = found === null ? null : checkInToOpen(found.plan, found.group, now);
  if (found === null || planned === null) {
    const fields = { planId: found?.plan.id, code: found === null ? 'NoGroup' : 'NothingToOpen' };
    deps.log.info(fields, 'a meeting started in Teams; no check-in was opened');
    return;
  }
  const { plan, group } = found;
  await deps.database.transaction(async (tx) => {
    if (!(await openMeeting(tx, plan, group, planned))) return;
    await enterNotices(tx, [openingNotice(plan, group, planned, now)]);
  });
  deps.nudge();
}

async function groupOf(
  deps: WorkflowDeps,
  { tenantId, entraObjectId, channelId, title }: Started,
): Promise<{ readonly plan: Plan; readonly group: Group } | null> {
  if (channelId === null) {
    const known = await findPlansOf(deps, { tenantId, entraObjectId, email: null });
    const now = deps.clock.now();
    return groupStarted(known.flatMap(({ plan, owner }) => startedGroups(plan, { owner, title, now })));
  }
  for (const plan of await plansSeenBy(deps, { tenantId, entraObjectId })) {
    const group = plan.groups.find((one) => one.channelId === channelId && one.active !== false);
    if (group !== undefined) return group.kind === 'Operational' ? { plan, group } : null;
  }
  return null;
}

/** The plans of whoever started it; all of them where Teams does not say who, for a channel names its group by itself. */
async function plansSeenBy(
  deps: WorkflowDeps,
  { tenantId, entraObjectId }: Pick<Started, 'tenantId' | 'entraObjectId'>,
): Promise<readonly Plan[]> {
  if (entraObjectId !== null)
    return (await findPlansOf(deps, { tenantId, entraObjectId, email: null })).map(({ plan }) => plan);
  const plans = await Promise.all(
    (await listPlanSites(deps.database)).map(({ planId }) => deps.plans.get(planId)),
  );
  return plans.filter((plan) => plan !== null);
}
