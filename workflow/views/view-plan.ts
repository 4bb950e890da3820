import { formatDay } from '../../plan/calendar/dates.ts';
import type { ItemStory, PlanOverview } from '../../plan/content.ts';
import { buildOverview } from '../../plan/dashboard/build-overview.ts';
import { type ChosenDays, daysShown } from '../../plan/dashboard/days-shown.ts';
import { planAsOf } from '../../plan/dashboard/plan-as-of.ts';
import { AppError } from '../../plan/errors.ts';
import type { ItemList } from '../../plan/glossary.ts';
import { buildStory } from '../../plan/history.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { IsoDate, RowKey } from '../../plan/rows.ts';
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

/** An item that somebody asks for; `on` = the past day shown, `null` = now. */
interface ItemAsk {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly list: ItemList;
  readonly key: RowKey;
  readonly on: IsoDate | null;
}

/** One item with its history, now or as it stood; from the mirror alone, no Graph call. */
export async function viewItem(
  deps: WorkflowDeps,
  { actor, planId, list, key, on }: ItemAsk,
): Promise<ItemStory> {
  const { plan, owner } = await requireActor(deps, actor, planId);
  const { waiting, dead } = await countUnwritten(deps.database, planId, { list, key });
  const { isPast, at, today } = daysShown(plan, { on, since: null }, deps.clock.now());
  const shown = isPast ? planAsOf(plan, at) : plan;
  const story = buildStory(shown, { list, key }, owner, at, {
    rowUrl: rowAddress(plan, list, key),
    syncPending: waiting + dead > 0,
    isPast,
  });
  if (story === null) {
    throw new AppError({
      code: 'NOT_FOUND',
      message: 'item is not in the plan',
      userMessage: isPast
        ? `This item was not in the plan on ${formatDay(today)}. Choose a later day.`
        : 'This item is not in the plan. It may have been removed from the list.',
    });
  }
  return story;
}
