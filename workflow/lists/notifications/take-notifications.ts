import { timingSafeEqual } from 'node:crypto';
import type { ListName } from '../../../plan/glossary.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { findSubscriptions, forgetSubscription, renewSoon } from '../../../store/subscriptions.ts';
import type { WorkflowDeps } from '../../deps.ts';

/** One entry of what Graph posts; nothing in it has been checked. */
export interface ChangeNotification {
  readonly subscriptionId: string;
  readonly clientState: string | null;
  readonly tenantId: string | null;
  /** What happened to the subscription itself; `null` = the list changed. */
  readonly lifecycleEvent: string | null;
}

/** Lists that are to be read, by plan. */
export type ChangedLists = ReadonlyMap<PlanId, ReadonlySet<ListName>>;

/**
 * Takes what Graph tells of. Entries that do not know the secret of their subscription are nobody's word.
 * @returns the lists that are to be read
 */
export async function takeNotifications(
  deps: WorkflowDeps,
  notifications: readonly ChangeNotification[],
): Promise<ChangedLists> {
  const ids = [...new Set(notifications.map(({ subscriptionId }) => subscriptionId))];
  const known = new Map(
    (await findSubscriptions(deps.database, ids)).map((found) => [found.subscriptionId, found] as const),
  );
  const changed = new Map<PlanId, Set<ListName>>();
  for (const { subscriptionId, clientState, tenantId, lifecycleEvent } of notifications) {
    const subscription = known.get(subscriptionId);
    const isTrue =
      subscription !== undefined &&
      isSame(clientState ?? '', subscription.clientState) &&
      tenantId === deps.tenantId;
    if (!isTrue) {
      deps.log.warn({ isKnown: subscription !== undefined }, 'a change notification was not believed');
      continue;
    }
    const { planId, list } = subscription;
    if (lifecycleEvent === 'reauthorizationRequired')
      await renewSoon(deps.database, subscriptionId, deps.clock.now().toString());
    else changed.set(planId, (changed.get(planId) ?? new Set()).add(list));
    // The next round makes another.
    if (lifecycleEvent === 'subscriptionRemoved') await forgetSubscription(deps.database, subscriptionId);
    if (lifecycleEvent !== null)
      deps.log.info({ planId, list, subscriptionId, lifecycleEvent }, 'subscription');
  }
  return changed;
}

/** Takes as long whatever is guessed. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
