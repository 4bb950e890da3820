import type { ItemStory, PlanOverview } from '../../plan/content.ts';
import { buildOverview } from '../../plan/dashboard/build-overview.ts';
import type { ChosenDays } from '../../plan/dashboard/days-shown.ts';
import { AppError } from '../../plan/errors.ts';
import type { ItemList } from '../../plan/glossary.ts';
import { buildStory } from '../../plan/history.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import { countUnwritten } from '../../store/outbox.ts';
import { findPlansOf, requireActor } from '../authorise.ts';
import type { WorkflowDeps } from '../deps.ts';
import { rowAddress } from '../lists/row-address.ts';
import type { Actor } from '../use-cases.ts';

/** Plans the person may read; empty for strangers. */
export async function listPlans(
  deps: WorkflowDeps,
  { actor }: { actor: Actor },
): Promise<{ planId: PlanId; planName: string }[]> {
  return (await findPlansOf(deps, actor)).map(({ plan }) => ({ planId: plan.id, planName: plan.name }));
}

/** The dashboard, now or as it stood; from the mirror alone, no Graph call. */
export async function viewOverview(
  deps: WorkflowDeps,
  { actor, planId, ...days }: { actor: Actor; planId: PlanId } & ChosenDays,
): Promise<PlanOverview> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  return buildOverview(plan, { viewer: owner, ...days }, deps.clock.now());
}

/** One item with its history; from the mirror alone, no Graph call. */
export async function viewItem(
  deps: WorkflowDeps,
  { actor, planId, list, key }: { actor: Actor; planId: PlanId; list: ItemList; key: RowKey },
): Promise<ItemStory> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const { waiting, dead } = await countUnwritten(deps.database, planId, { list, key });
  const story = buildStory(plan, { list, key }, owner, deps.clock.now(), {
    rowUrl: rowAddress(plan, list, key),
    syncPending: waiting + dead > 0,
  });
  if (story === null) {
    throw new AppError({
      code: 'NOT_FOUND',
      message: 'item is not in the plan',
      userMessage: 'This item is not in the plan. It may have been removed from the list.',
    });
  }
  return story;
}
