import type { CheckInContent } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { openMeetingOf } from '../../plan/meetings/find-meeting.ts';
import type { Plan, PlanId } from '../../plan/plan.ts';
import { indexOf } from '../../plan/plan-index.ts';
import type { Meeting, RowKey } from '../../plan/rows.ts';
import { requireActor, requireChannelGroup } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { Actor, ChannelGroup } from '../use-cases.ts';
import { checkInContent } from './check-in-content.ts';

/** The tab has no limit of size: it shows what is asked on one page. */
const ON_ONE_PAGE = Number.MAX_SAFE_INTEGER;

/** @throws AppError `NOT_FOUND` for a group that is not in the plan */
export async function viewGroupCheckIn(
  deps: WorkflowDeps,
  { actor, planId, groupKey }: { actor: Actor; planId: PlanId; groupKey: RowKey },
): Promise<CheckInContent | null> {
  const { plan } = await requireActor(deps, actor, planId);
  if (!indexOf(plan).groups.has(groupKey)) {
    throw new AppError({
      code: 'NOT_FOUND',
      message: 'group is not in the plan',
      userMessage: 'This group is not in the plan. It may have been removed from the Groups list.',
    });
  }
  const meeting = openMeetingOf(plan, groupKey) ?? lastClosed(plan, groupKey);
  if (meeting === null) return null;
  return checkInContent(deps.database, { plan, meeting, now: deps.clock.now(), pageItems: ON_ONE_PAGE });
}

export async function findChannelGroup(
  deps: WorkflowDeps,
  { actor, channelId }: { actor: Actor; channelId: string },
): Promise<ChannelGroup> {
  const { plan, group } = await requireChannelGroup(deps, actor, channelId);
  return { planId: plan.id, planName: plan.name, groupKey: group.key, groupName: group.title };
}

function lastClosed(plan: Plan, groupKey: RowKey): Meeting | null {
  const closed = indexOf(plan)
    .meetingsOf(groupKey)
    .filter(({ state }) => state === 'Closed')
    .toSorted((one, other) => (one.startsAt ?? '').localeCompare(other.startsAt ?? ''));
  return closed.at(-1) ?? null;
}
