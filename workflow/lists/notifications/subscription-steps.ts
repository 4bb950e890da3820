import type { ListName } from '../../../plan/glossary.ts';
import type { PlanId } from '../../../plan/plan.ts';
import type { ListSubscription, SubscriptionRefusal } from '../../../store/subscriptions.ts';

/** A list of whose changes Milepost wants to be told. */
export interface WatchedList {
  readonly planId: PlanId;
  readonly siteId: string;
  readonly list: ListName;
  readonly listId: string;
}

/** What has to be asked of SharePoint so that it tells of every list's changes. */
export interface SubscriptionSteps {
  readonly end: readonly ListSubscription[];
  readonly renew: readonly ListSubscription[];
  readonly make: readonly WatchedList[];
}

/**
 * Compares the subscriptions there are with those there should be.
 * @param url where notifications are to go; `null` = nowhere, so that the lists are only read every so often
 */
export function subscriptionSteps({
  watched,
  known,
  refusals,
  url,
  now,
}: {
  readonly watched: readonly WatchedList[];
  readonly known: readonly ListSubscription[];
  readonly refusals: readonly SubscriptionRefusal[];
  readonly url: string | null;
  readonly now: Temporal.Instant;
}): SubscriptionSteps {
  const isPast = (moment: string) => Temporal.Instant.compare(moment, now) <= 0;
  const isGood = (subscription: ListSubscription) =>
    subscription.notificationUrl === url &&
    !isPast(subscription.endsAt) &&
    watched.some((list) => isFor(subscription, list));
  const good = known.filter(isGood);
  const isRefused = (planId: PlanId) =>
    refusals.some(
      (refusal) =>
        refusal.planId === planId && refusal.notificationUrl === url && !isPast(refusal.tryAgainAt),
    );
  return {
    end: known.filter((subscription) => !isGood(subscription)),
    renew: good.filter(({ renewAt }) => isPast(renewAt)),
    make: watched.filter(
      (list) =>
        url !== null && !isRefused(list.planId) && !good.some((subscription) => isFor(subscription, list)),
    ),
  };
}

function isFor(subscription: ListSubscription, { planId, list, listId }: WatchedList): boolean {
  return subscription.planId === planId && subscription.list === list && subscription.listId === listId;
}
