import { buildClosures } from '../../plan/calendar/closure-lines.ts';
import { todayIn } from '../../plan/calendar/dates.ts';
import type { PlanCalendar } from '../../plan/content.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { feedOf } from './calendar-feed.ts';
import { requireCalendar } from './calendar-managers.ts';

/** What is coming in one plan, and how its calendar address stands. */
export async function viewPlanCalendar(
  deps: WorkflowDeps,
  { actor, planId }: Parameters<UseCases['viewPlanCalendar']>[0],
): Promise<PlanCalendar> {
  const { plan } = await requireCalendar(deps, actor, planId);
  return {
    closures: buildClosures(plan, todayIn(deps.clock.now(), plan.settings.timeZone)),
    feed: await feedOf(deps.database, plan),
  };
}
